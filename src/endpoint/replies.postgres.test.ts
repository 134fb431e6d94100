import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Deps } from './deps'
import { repliesToldToAnyone } from './replies'
import { simulatedEndpoint, simulatedLaptop, type SimulatedEndpoint } from './simulated'
import { openStore } from './store/open'

const DAYS = 6
const REPLIES_A_DAY = 12

let endpoint: SimulatedEndpoint
let another: Deps
beforeEach(async () => {
  endpoint = await simulatedEndpoint()
  another = { ...endpoint.deps, store: await openStore(endpoint.place) }
})
afterEach(async () => {
  await another.store.close()
  await endpoint.end()
})

it('processes that are asked at once, while summaries come, tell one number of replies all day', async () => {
  const period = await endpoint.open()
  const told: number[] = []
  for (let day = 24; day < 24 + DAYS; day += 1) {
    const payloads = await Promise.all(
      Array.from({ length: REPLIES_A_DAY }, async () => (await simulatedLaptop(period)).saying()),
    )
    endpoint.clock.now = `2026-11-${day}T08:00:00Z`
    const ask = () => [endpoint.deps, another].map((deps) => repliesToldToAnyone(period.id, deps))
    const sending = payloads.map((payload) => endpoint.ask('POST', 'summaries', { payload }))
    const answers = await Promise.all([...ask(), ...ask(), ...ask()])
    await Promise.all(sending)
    expect(new Set([...answers, ...(await Promise.all(ask()))]).size).toBe(1)
    told.push(answers[0]!)
  }
  expect(told.at(-1)).toBeGreaterThanOrEqual(10)
})

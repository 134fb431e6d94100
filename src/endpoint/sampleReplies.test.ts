import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { PeriodList } from '../contract/period'
import { makeSample } from './sample'
import { replyOnce } from './sampleReplies'
import { CATALOGUE, CLOSING, HR, simulatedEndpoint, type SimulatedEndpoint } from './simulated'
import { summariesOf } from './store/summaries'

/** A bound for a machine that is busy, not a measure. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

/** Forty in each role of each unit. */
const posts = CATALOGUE.frameworks[0]!.roles.flatMap(({ id: role }) =>
  CATALOGUE.after.units.map(({ id: unit }) => ({
    id: `${role}-${unit}`,
    name: role,
    role,
    unit,
    headcount: 40,
  })),
)

const PERIOD = 'made-up-2026-H2'

let endpoint: SimulatedEndpoint
beforeEach(async () => {
  endpoint = await simulatedEndpoint()
  const etag = String((await endpoint.ask('GET', 'catalogue')).headers.etag)
  const payload = { ...CATALOGUE, after: { ...CATALOGUE.after, posts } }
  await endpoint.ask('PUT', 'catalogue', { headers: { ...HR, 'if-match': etag }, payload })
  await makeSample(endpoint.deps)
})
afterEach(() => endpoint.end())

const replies = async () =>
  (await endpoint.ask('GET', 'periods', { headers: HR })).json<PeriodList>().periods[0]?.replies

it('leaves room in the year’s budget to open a period in the sample, which its staff reply to once, sealed', async () => {
  await replyOnce(endpoint.deps)
  expect(await replies()).toBe(undefined)
  await endpoint.open({ id: PERIOD })
  expect(await replies()).toBe(0)
  await replyOnce(endpoint.deps)
  const counted = await replies()
  expect(counted).toBeGreaterThanOrEqual(140)
  expect(counted).toBeLessThanOrEqual(190)
  const bodies = (await summariesOf(endpoint.deps.store.db, PERIOD)).map(({ body }) => body)
  expect(new Set(bodies.map(({ length }) => length)).size).toBe(1)
  expect(Buffer.from(bodies[0]!, 'base64url').toString()).not.toContain('bands')

  await replyOnce(endpoint.deps)
  expect(await replies()).toBe(counted)
  const refused = await endpoint.ask('POST', `periods/${PERIOD}/close`, { headers: HR })
  expect(refused.json()).toMatchObject({ type: '/problems/key-needed' })
  const closed = await endpoint.ask('POST', `periods/${PERIOD}/close`, { headers: HR, payload: CLOSING })
  expect(closed.json()).toMatchObject({ published: true, spoiled: 0, replies: counted })
})

it('has made-up staff reply to nothing that does not say it is made up', async () => {
  await endpoint.open()
  await replyOnce(endpoint.deps)
  expect(await replies()).toBe(0)
})

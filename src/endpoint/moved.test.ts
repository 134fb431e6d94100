import { afterEach, beforeEach, expect, it } from 'vitest'
import { CLOSING, HR, OPENING, simulatedEndpoint, simulatedLaptop, type SimulatedEndpoint } from './simulated'

const TO = 'https://skills.example.gov.uk/'

let endpoint: SimulatedEndpoint
beforeEach(async () => {
  endpoint = await simulatedEndpoint()
})
afterEach(() => endpoint.end())

const statusOf = async (...asked: Parameters<SimulatedEndpoint['ask']>) =>
  (await endpoint.ask(...asked)).statusCode

it('tells anyone where it has moved to, and without a word that it has not', async () => {
  expect(await statusOf('GET', 'moved')).toBe(204)
  expect(await statusOf('HEAD', 'moved')).toBe(204)
  endpoint.deps.movedTo = TO
  expect((await endpoint.ask('GET', 'moved')).json()).toEqual({ v: 1, to: TO })
  expect(await statusOf('HEAD', 'moved')).toBe(200)
})

it('opens no period at the old address, and says where to', async () => {
  endpoint.deps.movedTo = TO
  const response = await endpoint.ask('POST', 'periods', { headers: HR, payload: OPENING })
  expect([response.statusCode, response.json()]).toEqual([
    409,
    expect.objectContaining({ type: '/problems/moved', detail: `The service has moved to ${TO}` }),
  ])
})

it('goes on with a period that was open at the move: taken, replaced, withdrawn and closed as before', async () => {
  const period = await endpoint.open()
  const laptops = await Promise.all(Array.from({ length: 22 }, () => simulatedLaptop(period)))
  for (const laptop of laptops) {
    expect(await statusOf('POST', 'summaries', { payload: await laptop.saying() })).toBe(204)
  }
  endpoint.deps.movedTo = TO
  expect(await statusOf('GET', 'periods/current')).toBe(200)
  const [first, second] = laptops
  const replacing = await first!.saying({ bands: { 'test-backup': 2 } }, 2)
  expect(await statusOf('POST', 'summaries', { payload: replacing })).toBe(204)
  expect(await statusOf('POST', 'summaries', { payload: await second!.signed('', 2) })).toBe(204)
  const closed = await endpoint.ask('POST', 'periods/2026-H2/close', { headers: HR, payload: CLOSING })
  expect(closed.json()).toMatchObject({ published: true, replies: 20, spoiled: 0 })
})

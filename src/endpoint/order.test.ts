import { afterEach, beforeEach, expect, it } from 'vitest'
import type { CurrentPeriod } from '../contract/period'
import type { Bands } from '../domain/band'
import { simulatedEndpoint, simulatedLaptop, type SimulatedEndpoint } from './simulated'
import { tidy } from './tidy'

let endpoint: SimulatedEndpoint
beforeEach(async () => {
  endpoint = await simulatedEndpoint()
})
afterEach(() => endpoint.end())

const LAPTOPS = 60
const SKILLS_RATED = 72

/** A summary as long as a full one, which outgrows its page of the file and ends in words of its own. */
async function sendFull(period: CurrentPeriod, place: number): Promise<string> {
  const bands: Bands = {}
  for (let skill = 0; skill < SKILLS_RATED; skill += 1) bands[`person-${place}-skill-${skill}`] = 1
  const payload = await (await simulatedLaptop(period)).saying({ bands })
  expect((await endpoint.ask('POST', 'summaries', { payload })).statusCode).toBe(204)
  return payload.body.slice(-40)
}

/** Spearman’s: 1 where the file holds them in the order sent, about 0 where it has nothing to do with it. */
function rankCorrelation(places: readonly number[]): number {
  const ranked = places.map((_, index) => index).sort((a, b) => places[a]! - places[b]!)
  const squares = ranked.reduce((sum, sent, found) => sum + (sent - found) ** 2, 0)
  return 1 - (6 * squares) / (places.length ** 3 - places.length)
}

it('the bytes of the files do not say in which order summaries came, a minute after they did', async () => {
  const period = await endpoint.open()
  const sent: string[] = []
  for (let place = 0; place < LAPTOPS; place += 1) sent.push(await sendFull(period, place))
  await tidy(endpoint.deps)
  const files = await endpoint.bytesOnDisk()
  const places = sent.map((tail) => files.indexOf(tail))
  expect(places.every((place) => place > 0)).toBe(true)
  // Once: no older copy of a file still lies there in the order sent.
  expect(sent.every((tail) => files.indexOf(tail) === files.lastIndexOf(tail))).toBe(true)
  expect(Math.abs(rankCorrelation(places))).toBeLessThan(0.6)
})

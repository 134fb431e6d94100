import { afterEach, expect, it } from 'vitest'
import type { PublishedRelease } from '../../src/contract/release.ts'
import { CLOSING } from '../../src/endpoint/simulated.ts'
import { Endpoint } from '../journeys/support/endpoint.ts'
import { openBalancer, type Balancer } from './support/balancer.ts'
import { loadOn } from './support/load.ts'
import { randomFrom } from './support/random.ts'
import { SEED, sized, tell } from './support/size.ts'
import { AS_HR, askingAt, kept, openingOf, openTarget, type Target } from './support/target.ts'

/**
 * Who: nobody: three endpoints share a PostgreSQL behind a balancer, and are stopped and started one after another, as
 * for a new version, while summaries come; every third is killed instead. Then HR presses twice.
 * Wins: where a summary that was acknowledged is gone, older or counted twice, or there are two periods or two releases.
 */
const ATTACK = 'restart the processes'
const ROUNDS = sized(10, 1)
const AT_ONCE = 6

let target: Target | undefined
let others: Endpoint[] = []
let balancer: Balancer | undefined
let leave = () => {}
afterEach(async () => {
  leave()
  await balancer?.close()
  await Promise.all(others.map((endpoint) => endpoint.discard()))
  await target?.discard()
  target = balancer = undefined
  others = []
})

const atOnce = <T>(work: () => Promise<T>) => Promise.all(Array.from({ length: AT_ONCE }, work))

it('loses and doubles nothing behind a balancer, and opens and closes once', async () => {
  target = await openTarget(3000)
  const { endpoint, place, period } = target
  const env = { DATABASE_URL: 'url' in place ? place.url : '' }
  others = await Promise.all([Endpoint.start({ env }), Endpoint.start({ env })])
  const endpoints = [endpoint, ...others]
  balancer = await openBalancer(endpoints.map(({ url }) => Number(new URL(url).port)))
  const asking = askingAt(balancer.url)
  leave = asking.leave
  const post = (path: string, body: object) => asking.ask('POST', path, JSON.stringify(body), AS_HR)

  const random = randomFrom(SEED)
  const load = await loadOn({ ...target, ...asking }, sized(1000, 100), random)
  let restarts = 0
  await load.during(async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [place, one] of endpoints.entries()) {
        await load.more(1 + random.below(100))
        if (place === 2) await one.kill()
        else expect(await one.stop()).toBe(0)
        await load.more(1 + random.below(100))
        await one.start()
        restarts += 1
      }
    }
  })
  const rows = await kept(target)
  expect(load.missing(rows)).toEqual({ lost: [], invented: [] })

  const closed = await atOnce(() => post(`periods/${period.id}/close`, CLOSING))
  expect(closed.map(({ status }) => status)).toEqual(closed.map(() => 200))
  expect(new Set(closed.map(({ body }) => body)).size).toBe(1)
  const published = JSON.parse(closed[0]!.body) as PublishedRelease
  expect(published).toMatchObject({ replies: Math.round(rows.size / 10) * 10, spoiled: 0 })
  const next = await atOnce(() => post('periods', openingOf('next', 3000, 1)))
  expect(next.map(({ status }) => status)).toEqual(next.map(() => 409)) // the year's ε is spent, once
  tell(
    ATTACK,
    `behind ${balancer.name}, seed ${SEED}: ${restarts} restarts of three processes, ${load.acknowledgements()} acknowledged, ` +
      `${rows.size} slots, 0 lost, 0 invented; meanwhile ${load.refusals()}, tried again; one release of ${AT_ONCE} asked for at once`,
  )
})

it('opens one period, however many are asked for at once behind a balancer', async () => {
  target = await openTarget(60, {}, 0.5)
  const { endpoint, place, period } = target
  others = [await Endpoint.start({ env: { DATABASE_URL: 'url' in place ? place.url : '' } })]
  balancer = await openBalancer([endpoint, ...others].map(({ url }) => Number(new URL(url).port)))
  const asking = askingAt(balancer.url)
  leave = asking.leave
  const post = (path: string, body: object) => asking.ask('POST', path, JSON.stringify(body), AS_HR)
  expect((await post(`periods/${period.id}/cancel`, {})).status).toBe(204)
  const opened = await atOnce(() => post('periods', openingOf('next', 60, 0.5)))
  expect(opened.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(AT_ONCE - 1).fill(409)])
})

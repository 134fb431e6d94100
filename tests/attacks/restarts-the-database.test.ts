import { afterEach, expect, inject, it } from 'vitest'
import { PostgresServer } from '../support/postgresServer.ts'
import { loadOn } from './support/load.ts'
import { randomFrom } from './support/random.ts'
import { quantile, SEED, sized, tell } from './support/size.ts'
import { kept, openTarget, release, type Target } from './support/target.ts'

/**
 * Who: nobody: PostgreSQL is restarted under the endpoint while it takes summaries, by turns as `pg_ctl restart -m fast`
 * does, which breaks off what is under way, and as `-m immediate` does, which is a crash. The endpoint stays.
 * Wins: where a summary that was acknowledged is gone, older or counted twice, the endpoint ends, or does not take
 * summaries again within ten seconds of the database.
 */
const ATTACK = 'restart the database'
const RESTARTS = sized(40, 2)
const RECOVERY_MS = 10_000

let server: PostgresServer | undefined
let target: Target | undefined
afterEach(async () => {
  await target?.discard()
  await server?.discard()
  target = server = undefined
})

it('loses and doubles nothing that was acknowledged, and takes summaries again by itself', async () => {
  server = await PostgresServer.start(inject('postgres')!.programs)
  const database = server
  target = await openTarget(6000, { DATABASE_URL: server.url() })
  const { endpoint } = target
  const { pid } = endpoint
  const random = randomFrom(SEED)
  const load = await loadOn(target, sized(1000, 100), random)
  const recoveries: number[] = []
  await load.during(async () => {
    for (let restart = 0; restart < RESTARTS; restart += 1) {
      await load.more(1 + random.below(150))
      await database.stop(restart % 2 === 0 ? 'fast' : 'immediate')
      await database.start()
      const from = performance.now()
      await load.more(1)
      recoveries.push(performance.now() - from)
    }
  })
  expect(endpoint.pid).toBe(pid)
  const health = await fetch(`${endpoint.url}healthz`)
  expect(health.status).toBe(200)
  const rows = await kept(target)
  expect(load.missing(rows)).toEqual({ lost: [], invented: [] })
  expect(await release(target)).toMatchObject({ replies: Math.round(rows.size / 10) * 10, spoiled: 0 })
  tell(
    ATTACK,
    `seed ${SEED}: ${RESTARTS} restarts, ${load.acknowledgements()} acknowledged, 0 lost, 0 invented; meanwhile ` +
      `${load.refusals()}, tried again; taking summaries again in ${quantile(recoveries, 0.5).toFixed(0)} ms, at worst ${Math.max(...recoveries).toFixed(0)}`,
  )
  expect(Math.max(...recoveries)).toBeLessThan(RECOVERY_MS)
})

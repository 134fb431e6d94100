import { afterEach, expect, it } from 'vitest'
import { loadOn } from './support/load.ts'
import { randomFrom } from './support/random.ts'
import { quantile, SEED, sized, tell } from './support/size.ts'
import { DATABASE, kept, openTarget, release, type Target } from './support/target.ts'

/**
 * Who: nobody, or whoever trips over the cable: the endpoint is killed (SIGKILL) again and again while it takes
 * summaries, and started again on the same data.
 * Wins: where a summary that was acknowledged is gone or older than it was, something is there that nobody sent, one
 * counts twice, or it takes ten seconds until it serves again.
 */
const ATTACK = 'pull the plug'
const KILLS = sized(200, 5)
const RECOVERY_MS = 10_000

let target: Target | undefined
afterEach(async () => {
  await target?.discard()
  target = undefined
})

it('loses and doubles nothing that was acknowledged, however often it is killed', async () => {
  target = await openTarget(KILLS * 200)
  const { endpoint } = target
  const random = randomFrom(SEED)
  const load = await loadOn(target, sized(2000, 150), random)
  const recoveries: number[] = []
  for (let kill = 0; kill < KILLS; kill += 1) {
    await load.during(async () => {
      await load.more(1 + random.below(150))
      await endpoint.kill()
    })
    const from = performance.now()
    await endpoint.start()
    recoveries.push(performance.now() - from)
  }

  await endpoint.stop()
  const rows = await kept(target)
  expect(load.missing(rows)).toEqual({ lost: [], invented: [] })
  await endpoint.start()
  const published = await release(target)
  expect(published).toMatchObject({ replies: Math.round(rows.size / 10) * 10, spoiled: 0 })
  tell(
    ATTACK,
    `${DATABASE}, seed ${SEED}: ${KILLS} kills, ${load.acknowledgements()} acknowledged, ${rows.size} slots, 0 lost, ` +
      `0 invented; serving again in ${quantile(recoveries, 0.5).toFixed(0)} ms, at worst ${Math.max(...recoveries).toFixed(0)}`,
  )
  expect(Math.max(...recoveries)).toBeLessThan(RECOVERY_MS)
})

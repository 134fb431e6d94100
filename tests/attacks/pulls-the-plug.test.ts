import { afterEach, expect, it } from 'vitest'
import type { Submission } from '../../src/contract/summary.ts'
import { randomFrom } from './support/random.ts'
import { quantile, SEED, sized, tell } from './support/size.ts'
import {
  DATABASE,
  inParallel,
  kept,
  laptopOf,
  openTarget,
  release,
  slotIn,
  type Target,
} from './support/target.ts'

/**
 * Who: nobody, or whoever trips over the cable: the endpoint is killed (SIGKILL) again and again while it takes
 * summaries, and started again on the same data.
 * Wins: where a summary that was acknowledged is gone or older than it was, something is there that nobody sent, one
 * counts twice, or it takes ten seconds until it serves again.
 */
const ATTACK = 'pull the plug'
const KILLS = sized(200, 5)
const AT_ONCE = 16
const RECOVERY_MS = 10_000

let target: Target | undefined
afterEach(async () => {
  await target?.discard()
  target = undefined
})

it('loses and doubles nothing that was acknowledged, however often it is killed', async () => {
  target = await openTarget(KILLS * 200)
  const here = target
  const random = randomFrom(SEED)
  const laptops = await Promise.all(Array.from({ length: sized(2000, 150) }, () => laptopOf(here)))
  const sequences = laptops.map(() => 0)
  const sent = new Map<string, Submission[]>()
  const acknowledged = new Map<string, number>()
  const recoveries: number[] = []
  let acknowledgements = 0

  for (let kill = 0; kill < KILLS; kill += 1) {
    const killAt = acknowledgements + 1 + random.below(150)
    let killing: Promise<void> | undefined
    await inParallel(Array.from({ length: AT_ONCE }), AT_ONCE, async (_, worker) => {
      while (killing === undefined) {
        // Each worker has laptops of its own, so that of one laptop the last sent is the last to come.
        const place = worker + AT_ONCE * random.below(Math.floor((laptops.length - worker - 1) / AT_ONCE) + 1)
        const submission = await laptops[place]!.saying({}, (sequences[place]! += 1))
        const slot = slotIn(submission)
        sent.set(slot, [...(sent.get(slot) ?? []), submission])
        const status = await here.send(submission).catch(() => 'broken off')
        if (status === 204) {
          acknowledgements += 1
          acknowledged.set(slot, submission.sequence)
          if (acknowledgements >= killAt) killing ??= here.endpoint.kill()
        } else if (killing === undefined) throw new Error(`answered ${status} while it ran`)
      }
    })
    await killing
    const from = performance.now()
    await here.endpoint.start()
    recoveries.push(performance.now() - from)
  }

  await here.endpoint.stop()
  const rows = await kept(here)
  const lost = [...acknowledged].filter(([slot, sequence]) => (rows.get(slot)?.sequence ?? 0) < sequence)
  const invented = [...rows.values()].filter(
    ({ slot, sequence, body }) =>
      !sent.get(slot)?.some((one) => one.sequence === sequence && one.body === body),
  )
  expect({ lost, invented }).toEqual({ lost: [], invented: [] })
  await here.endpoint.start()
  const published = await release(here)
  expect(published).toMatchObject({ replies: Math.round(rows.size / 10) * 10, spoiled: 0 })
  tell(
    ATTACK,
    `${DATABASE}, seed ${SEED}: ${KILLS} kills, ${acknowledgements} acknowledged, ${rows.size} slots, 0 lost, ` +
      `0 invented; serving again in ${quantile(recoveries, 0.5).toFixed(0)} ms, at worst ${Math.max(...recoveries).toFixed(0)}`,
  )
  expect(Math.max(...recoveries)).toBeLessThan(RECOVERY_MS)
})

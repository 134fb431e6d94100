import { setTimeout as pause } from 'node:timers/promises'
import type { Submission } from '../../../src/contract/summary.ts'
import type { SummaryRow } from '../../../src/endpoint/store/tables.ts'
import type { Random } from './random.ts'
import { inParallel, laptopOf, slotIn, type Target } from './target.ts'

const AT_ONCE = 16
const AGAIN_AFTER_MS = 20
/** What a laptop may be told while something is down; it tries again. 502 and 504 are a balancer's. */
const LATER: readonly unknown[] = ['broken off', 502, 503, 504]

/** Laptops that send ever newer summaries, many at once, and each again until it is acknowledged. */
export async function loadOn(target: Target, count: number, random: Random) {
  const laptops = await Promise.all(Array.from({ length: count }, () => laptopOf(target)))
  const sequences = laptops.map(() => 0)
  const sent = new Map<string, Submission[]>()
  const acknowledged = new Map<string, number>()
  const refused = new Map<unknown, number>()
  let acknowledgements = 0

  /** Each worker has laptops of its own, so that of one laptop the last sent is the last to come. */
  async function sendNewer(worker: number, isOver: () => boolean): Promise<void> {
    const place = worker + AT_ONCE * random.below(Math.floor((count - worker - 1) / AT_ONCE) + 1)
    const submission = await laptops[place]!.saying({}, (sequences[place]! += 1))
    const slot = slotIn(submission)
    sent.set(slot, [...(sent.get(slot) ?? []), submission])
    for (;;) {
      const status = await target.send(submission).catch(() => 'broken off')
      if (status === 204) {
        acknowledgements += 1
        acknowledged.set(slot, submission.sequence)
        return
      }
      if (!LATER.includes(status)) throw new Error(`answered ${status}`)
      refused.set(status, (refused.get(status) ?? 0) + 1)
      if (isOver()) return
      await pause(AGAIN_AFTER_MS)
    }
  }

  return {
    /** Sends for as long as this lasts. */
    async during(happening: () => Promise<void>): Promise<void> {
      let over = false
      const sending = inParallel(Array.from({ length: AT_ONCE }), AT_ONCE, async (_, worker) => {
        while (!over) await sendNewer(worker, () => over)
      })
      await Promise.all([sending, happening().finally(() => (over = true))])
    },
    /** Waits until so many more were acknowledged. */
    async more(some: number): Promise<void> {
      for (const until = acknowledgements + some; acknowledgements < until;) await pause(1)
    },
    acknowledgements: () => acknowledgements,
    /** How often laptops were told to come again, in words. */
    refusals: () => [...refused].map(([status, times]) => `${times} ${String(status)}`).join(', ') || 'none',
    /** What was acknowledged and is gone or older, and what is there that nobody sent. */
    missing(rows: ReadonlyMap<string, SummaryRow>) {
      const lost = [...acknowledged].filter(([slot, sequence]) => (rows.get(slot)?.sequence ?? 0) < sequence)
      const invented = [...rows.values()].filter(
        ({ slot, sequence, body }) =>
          !sent.get(slot)?.some((one) => one.sequence === sequence && one.body === body),
      )
      return { lost, invented }
    },
  }
}

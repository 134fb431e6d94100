import { hasSlot, slotCount } from './store/summaries'
import type { Db } from './store/tables'

const COUNTED_FOR_MS = 60_000

/**
 * Whether a period holds all the summaries it may. Counting them for each one that comes would read the whole period
 * each time, so this process counts anew each minute and where it seems to be full, and in between takes each summary
 * for a new one. What other processes add in that minute it does not see: the bound is against filling the disk.
 */
export function roomKeeper() {
  let known = { period: '', count: 0, counted: false, at: 0 }

  async function count(db: Db, period: string, now: Date): Promise<void> {
    known = { period, count: await slotCount(db, period), counted: true, at: now.getTime() }
  }

  /** Whether a summary would be one too many, inside the transaction that keeps it if not. One that replaces never is. */
  return async function isFull(
    db: Db,
    summary: { period: string; slot: string },
    room: number,
    now: Date,
  ): Promise<boolean> {
    const stale = known.period !== summary.period || now.getTime() - known.at >= COUNTED_FOR_MS
    if (stale || (known.count >= room && !known.counted)) await count(db, summary.period, now)
    if (known.count >= room) return !(await hasSlot(db, summary))
    known = { ...known, count: known.count + 1, counted: false }
    return false
  }
}

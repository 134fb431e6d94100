import type { OutboxItem, WaymarkDatabase } from '../database/database'
import { attempt, type Outside } from './attempt'
import { LONGEST_WAIT } from './verdict'

/** Only one tab at a time sends from one database. */
export function lockName(db: WaymarkDatabase): string {
  return `waymark outbox ${db.name}`
}

/**
 * Sends everything that is due, each item at most once, one after another. Resolves with
 * false, having done nothing, where another tab is at it. With `backOnline`, items that
 * met no network are due whatever their wait.
 */
export async function drain(
  db: WaymarkDatabase,
  outside: Outside,
  { backOnline = false } = {},
): Promise<boolean> {
  return navigator.locks.request(lockName(db), { ifAvailable: true }, async (lock) => {
    if (lock === null) return false
    await takeBackOrphans(db)
    const tried = new Set<string>()
    for (;;) {
      const next = await nextDue(db, outside.now(), backOnline, tried)
      if (next === undefined) return true
      tried.add(next.id)
      await attempt(db, next.id, outside)
    }
  })
}

/** Whoever holds the lock is the only sender, so an item still marked `sending` was left by a tab that died. */
async function takeBackOrphans(db: WaymarkDatabase): Promise<void> {
  await db.outbox.filter(({ state }) => state === 'sending').modify({ state: 'queued' })
}

async function nextDue(db: WaymarkDatabase, now: Date, backOnline: boolean, tried: ReadonlySet<string>) {
  const items = await db.outbox.toArray()
  return items
    .filter((item) => item.state === 'queued' && !tried.has(item.id))
    .filter((item) => millisecondsUntilDue(item, now) === 0 || (backOnline && item.lastProblem === 'network'))
    .sort((a, b) => a.queuedAt.localeCompare(b.queuedAt))[0]
}

/**
 * 0 when due. A wait longer than any we set means that the clock has been put back
 * since: the item is due, rather than stuck until that far day.
 */
export function millisecondsUntilDue({ nextAttemptAt }: OutboxItem, now: Date): number {
  const wait = Date.parse(nextAttemptAt) - now.getTime()
  return wait > LONGEST_WAIT ? 0 : Math.max(0, wait)
}

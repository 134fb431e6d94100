import type { OutboxItem, SharedPeriod, WaymarkDatabase } from '../database/database'
import { newPeriodKeys, type PeriodKeys } from './keys'
import { bodyFor, type Addressee } from './seal'
import { signSubmission } from './sign'

/** Said when a period was shared in from a laptop whose key this one does not have. */
export const RESTORED =
  'This laptop was restored from a copy, which holds no keys: it cannot send, replace or withdraw in this period.'

/** Raised where this laptop may not send in a period, with the sentence that says why. */
export class CannotSend extends Error {}

/** True where a backup brought back the record of a period without the key it was shared with. */
export function isRestored(shared: SharedPeriod | undefined): boolean {
  return shared !== undefined && shared.keys === undefined
}

/**
 * Queues a summary's exact text: sealed, signed and frozen. Whatever still waits for the same period
 * gives way. Queueing again what is already waiting or sent changes nothing.
 * Throws `CannotSend` on a restored laptop.
 */
export async function queueSummary(
  db: WaymarkDatabase,
  to: Addressee,
  text: string,
  now: Date,
): Promise<void> {
  await freeze(db, to.period, text, await bodyFor(to, text), now)
}

/**
 * Withdraws what this laptop shared in a period. Where nothing has left yet, it is
 * simply forgotten; otherwise an empty summary is queued to replace it.
 */
export async function queueWithdrawal(db: WaymarkDatabase, period: string, now: Date): Promise<void> {
  if (await forgetUnsent(db, period)) return
  if ((await db.periods.get(period)) !== undefined) await freeze(db, period, '', '', now)
}

/** Signing cannot happen inside a transaction, so a sequence taken meanwhile by another tab means signing again. */
async function freeze(
  db: WaymarkDatabase,
  period: string,
  text: string,
  body: string,
  now: Date,
): Promise<void> {
  for (;;) {
    const before = await db.periods.get(period)
    if (before?.body === text && before.state !== 'refused') return
    const keys = await keysOf(before)
    const sequence = (before?.sequence ?? 0) + 1
    const submission = await signSubmission(keys, period, sequence, body)
    const at = now.toISOString()
    const item: OutboxItem = {
      id: crypto.randomUUID(),
      period,
      submission,
      queuedAt: at,
      state: 'queued',
      attempts: 0,
      nextAttemptAt: at,
    }
    const after: SharedPeriod = { ...before, period, ...keys, sequence, body: text, state: 'waiting' }
    if (await swap(db, before, after, item)) return
  }
}

async function keysOf(shared: SharedPeriod | undefined): Promise<PeriodKeys> {
  if (shared === undefined) return newPeriodKeys()
  if (shared.keys === undefined || shared.publicKey === undefined) throw new CannotSend(RESTORED)
  return { keys: shared.keys, publicKey: shared.publicKey }
}

/** Puts the item in place of any other of its period, if nobody else moved the period on. */
function swap(
  db: WaymarkDatabase,
  before: SharedPeriod | undefined,
  after: SharedPeriod,
  item: OutboxItem,
): Promise<boolean> {
  return db.transaction('rw', db.periods, db.outbox, async () => {
    const current = await db.periods.get(item.period)
    if (current?.sequence !== before?.sequence) return false
    await db.outbox.where('period').equals(item.period).delete()
    await db.outbox.add(item)
    await db.periods.put(after)
    return true
  })
}

/** Only a first summary that no attempt was ever made to send is surely unknown to the endpoint. */
function forgetUnsent(db: WaymarkDatabase, period: string): Promise<boolean> {
  return db.transaction('rw', db.periods, db.outbox, async () => {
    const shared = await db.periods.get(period)
    const item = await db.outbox.where('period').equals(period).first()
    if (shared?.sequence !== 1 || item === undefined || item.attempts > 0) return false
    await db.outbox.delete(item.id)
    await db.periods.put({ ...shared, body: '', state: 'withdrawn' })
    return true
  })
}

/** Puts away a refused item once the person has read why; the record of its period stays. */
export async function dismissRefused(db: WaymarkDatabase, id: string): Promise<void> {
  await db.transaction('rw', db.outbox, async () => {
    if ((await db.outbox.get(id))?.state === 'refused') await db.outbox.delete(id)
  })
}

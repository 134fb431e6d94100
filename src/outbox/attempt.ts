import { EndpointProblem } from '../client/problem'
import type { Submission } from '../contract/summary'
import type { OutboxItem, WaymarkDatabase } from '../database/database'
import { note } from '../database/notes'
import { verdictOn, waitFor } from './verdict'

/** What the outbox needs from outside; tests bring their own. */
export interface Outside {
  /** Resolves once the endpoint has it for good; rejects with an `EndpointProblem`. */
  send: (submission: Submission) => Promise<void>
  now: () => Date
  /** A number in [0, 1), from a source nobody can guess. */
  chance: () => number
}

/** Tries to send one item, and writes down what came of it. */
export async function attempt(db: WaymarkDatabase, id: string, outside: Outside): Promise<void> {
  const joinCode = await note(db, 'joinCode')
  if (joinCode === undefined) return change(db, id, { state: 'paused', lastProblem: 'join-code' })
  const item = await take(db, id)
  if (item === undefined) return
  try {
    await outside.send({ ...item.submission, joinCode })
  } catch (reason) {
    return setBack(db, item, reason, outside)
  }
  await settle(db, item, 'accepted', outside.now())
}

/** Marks an item as on its way before it goes, so that a killed tab leaves a trace. */
function take(db: WaymarkDatabase, id: string): Promise<OutboxItem | undefined> {
  return db.transaction('rw', db.outbox, async () => {
    const item = await db.outbox.get(id)
    if (item?.state !== 'queued') return undefined
    const taken: OutboxItem = { ...item, state: 'sending', attempts: item.attempts + 1 }
    await db.outbox.put(taken)
    return taken
  })
}

/** Anything that is not the endpoint's own word is tried again: nothing is dropped for a fault of ours. */
async function setBack(
  db: WaymarkDatabase,
  item: OutboxItem,
  reason: unknown,
  { now, chance }: Outside,
): Promise<void> {
  const problem = reason instanceof EndpointProblem ? reason : undefined
  const lastProblem = problem?.kind ?? 'unexpected'
  const verdict = problem === undefined ? 'retry' : verdictOn(problem)
  if (verdict === 'ask') return change(db, item.id, { state: 'paused', lastProblem })
  if (verdict === 'refused') return settle(db, { ...item, state: 'refused', lastProblem }, 'refused', now())
  const next = now().getTime() + waitFor(item.attempts, problem?.retryAfter, chance())
  await change(db, item.id, { state: 'queued', nextAttemptAt: new Date(next).toISOString(), lastProblem })
}

/** Does nothing where a newer item has taken this one's place meanwhile. */
async function change(db: WaymarkDatabase, id: string, to: Partial<OutboxItem>): Promise<void> {
  await db.outbox.update(id, to)
}

/** Ends an item. A refused one is kept, to be shown; the record of its period says how it ended. */
function settle(
  db: WaymarkDatabase,
  item: OutboxItem,
  end: 'accepted' | 'refused',
  now: Date,
): Promise<void> {
  return db.transaction('rw', db.outbox, db.periods, async () => {
    if ((await db.outbox.get(item.id)) === undefined) return
    const shared = await db.periods.get(item.period)
    if (end === 'accepted') await db.outbox.delete(item.id)
    else await db.outbox.put(item)
    if (shared === undefined) return
    const state = end === 'refused' ? 'refused' : shared.body === '' ? 'withdrawn' : 'sent'
    const sentAt = end === 'accepted' ? now.toISOString() : shared.sentAt
    await db.periods.put({ ...shared, state, sentAt })
  })
}

import type { WaymarkDatabase } from '../database/database'
import { note } from '../database/notes'
import { hasClosed } from './summary'
import { summaryNow } from './summaryNow'

/** What the person should know of their sharing at a glance. `offline`: waiting, and the service was not reached. */
export type SharingState = 'off' | 'offline' | 'waiting' | 'sent' | 'out of date' | 'attention'

/**
 * How sharing stands; undefined where it is on and there is nothing to say: no period
 * is open, or nothing has been sent in it. For a live query.
 */
export async function sharingState(db: WaymarkDatabase, now = new Date()): Promise<SharingState | undefined> {
  const on = (await note(db, 'sharingOn')) === true
  const items = await db.outbox.toArray()
  const period = await note(db, 'openPeriod')
  const shared = period === undefined ? undefined : await db.periods.get(period.id)
  const waiting = items.filter(({ state }) => state === 'queued' || state === 'sending')
  if (waiting.length < items.length) return 'attention'
  if (waiting.some(({ lastProblem }) => lastProblem === 'network')) return 'offline'
  if (waiting.length > 0) return 'waiting'
  if (!on) return 'off'
  if (period === undefined || shared?.state !== 'sent' || hasClosed(period, now)) return undefined
  const made = await summaryNow(db, period).catch(() => undefined)
  return made !== undefined && 'text' in made && made.text !== shared.body ? 'out of date' : 'sent'
}

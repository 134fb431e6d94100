import type { WaymarkDatabase } from '../../../database/database'
import { note } from '../../../database/notes'
import { periodKeys } from '../../../database/periodKeys'
import { hasClosed } from '../../../outbox/summary'
import { useLaptop } from '../../../session/laptop'
import { useLiveQuery } from '../../../session/useLiveQuery'

/** What no copy can take to another address, and so is best seen to at this one. */
export interface StaysHere {
  /** The open period in which a summary was sent from here: only this browser has the key that replaces or withdraws it. */
  sentIn?: string
  /** How many summaries and withdrawals wait to be sent. */
  waiting: number
  /** Periods opened by HR in this browser, whose keys it keeps. */
  keysOf: string[]
  joined: boolean
  keepsFolder: boolean
}

export function useStaysHere() {
  const { db } = useLaptop()
  return useLiveQuery(() => staysHere(db, new Date())).value
}

async function staysHere(db: WaymarkDatabase, now: Date): Promise<StaysHere> {
  return {
    sentIn: await sentIn(db, now),
    waiting: await db.outbox.filter(({ state }) => state !== 'refused').count(),
    keysOf: (await periodKeys(db)).map(({ period }) => period),
    joined: (await note(db, 'joinCode')) !== undefined,
    keepsFolder: (await note(db, 'backupFolder')) !== undefined,
  }
}

async function sentIn(db: WaymarkDatabase, now: Date): Promise<string | undefined> {
  const open = await note(db, 'openPeriod')
  if (open === undefined || hasClosed(open, now)) return undefined
  const shared = await db.periods.get(open.id)
  return shared?.keys === undefined || shared.body === '' ? undefined : open.id
}

import * as v from 'valibot'
import { SubmissionSchema } from '../contract/summary'
import type { WaymarkDatabase } from '../database/database'
import { note, setNote } from '../database/notes'

const ANOTHER_CODE =
  'This link holds another join code than the one kept here. Use the one of the link instead?'

const JoinCodeSchema = v.pipe(v.string(), v.trim(), SubmissionSchema.entries.joinCode)

/** The join code as typed or linked, without blanks around it; undefined where it can be none. */
export function readJoinCode(text: string): string | undefined {
  const read = v.safeParse(JoinCodeSchema, text)
  return read.success ? read.output : undefined
}

/** Keeps the join code, and lets go again what was waiting for a right one. */
export async function keepJoinCode(db: WaymarkDatabase, joinCode: string, now: Date): Promise<void> {
  await db.transaction('rw', db.notes, db.outbox, async () => {
    await setNote(db, 'joinCode', joinCode)
    await db.outbox
      .filter(({ state }) => state === 'paused')
      .modify({ state: 'queued', nextAttemptAt: now.toISOString() })
  })
}

/**
 * Takes the join code out of a link (`…/#join=CODE`), keeps it, and clears it from the
 * address, so that it is not in the history nor in what the person copies on.
 */
export async function takeJoinCode(
  db: WaymarkDatabase,
  location: Pick<Location, 'hash' | 'pathname' | 'search'>,
  history: Pick<History, 'state' | 'replaceState'>,
): Promise<void> {
  // Not URLSearchParams, which reads a plus sign as a blank.
  const [, linked] = /^#join=(.*)$/s.exec(location.hash) ?? []
  if (linked === undefined) return
  const joinCode = readJoinCode(decoded(linked))
  const held = await note(db, 'joinCode')
  // Any page can lead to a link: one that would put another code in the place of this one is asked about.
  const wanted = joinCode !== held && (held === undefined || confirm(ANOTHER_CODE))
  if (joinCode !== undefined && wanted) await keepJoinCode(db, joinCode, new Date())
  // Only now: a page loaded again half-way must still find the code.
  history.replaceState(history.state, '', location.pathname + location.search)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

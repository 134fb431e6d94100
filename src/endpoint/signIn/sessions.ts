import type { Role, Who } from '../../contract/signIn'
import type { Deps } from '../deps'
import { sha256 } from '../digest'
import { addSession, deleteSession, deleteSessionsOver, prolongSession, sessionWith } from '../store/sessions'

const ID_BYTES = 32
const HOUR_MS = 3_600_000
/** Whatever is done meanwhile, one signs in again after this long. */
const ENDS_AFTER_MS = 8 * HOUR_MS
/** And after this long without doing anything. */
const LAPSES_AFTER_MS = HOUR_MS
/** Doing something is noted this often at most. */
const NOTED_EACH_MS = 60_000

/** Signs somebody in, from now on; the id is for their cookie alone, and only its hash is kept. */
export async function startSession({ subject, roles }: Pick<Who, 'subject' | 'roles'>, deps: Deps) {
  const id = Buffer.from(deps.randomBytes(ID_BYTES)).toString('base64url')
  await deps.store.collect((db) =>
    addSession(db, {
      hash: sha256(id),
      subject,
      roles: roles.join(' '),
      ends: after(ENDS_AFTER_MS, deps),
      lapses: after(LAPSES_AFTER_MS, deps),
    }),
  )
  return id
}

/** Whose session this is; undefined where it ended, lapsed or never was. */
export async function sessionOf(id: string | undefined, deps: Deps): Promise<Who | undefined> {
  if (id === undefined) return undefined
  const row = await sessionWith(deps.store.db, sha256(id))
  const now = after(0, deps)
  if (row === undefined || row.ends <= now || row.lapses <= now) return undefined
  return { subject: row.subject, roles: row.roles.split(' ') as Role[], ends: row.ends }
}

/** Notes that somebody did something just now. */
export async function keepAlive(id: string, deps: Deps): Promise<void> {
  const hash = sha256(id)
  const row = await sessionWith(deps.store.db, hash)
  if (row === undefined || row.lapses >= after(LAPSES_AFTER_MS - NOTED_EACH_MS, deps)) return
  await deps.store.collect((db) => prolongSession(db, hash, after(LAPSES_AFTER_MS, deps)))
}

/** Signs out, on every process at once. */
export async function endSession(id: string | undefined, { store }: Deps): Promise<void> {
  if (id !== undefined) await store.collect((db) => deleteSession(db, sha256(id)))
}

/** Deletes what is over, so that nothing is kept of who was signed in. */
export async function tidySessions(deps: Deps): Promise<void> {
  await deps.store.collect((db) => deleteSessionsOver(db, after(0, deps)))
}

function after(ms: number, { now }: Pick<Deps, 'now'>): string {
  return new Date(now().getTime() + ms).toISOString()
}

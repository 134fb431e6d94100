import type { Role } from '../contract/signIn'
import type { Deps } from './deps'
import { matchesHash, sha256 } from './digest'
import { Refusal } from './refusal'
import { cookieIn, SESSION_COOKIE } from './signIn/cookies'
import { refuseForeign, type Call } from './signIn/foreign'
import { keepAlive, sessionOf } from './signIn/sessions'
import { deleteAllSessions } from './store/sessions'
import { setSetting, setting } from './store/settings'
import type { Db } from './store/tables'

const HR_TOKEN_BYTES = 32
const JOIN_CODE_BYTES = 16

/** What HR signs in with and what staff join with, for printing once. Those set from outside are left out. */
export interface Links {
  hr?: string
  join?: string
}

/** Who is let do something, as the log has it: in which role, and by whom where somebody signed in themselves. */
export interface Caller {
  by: Role
  subject?: string
}

/**
 * Who asks, where they may act in this role: by the token of the first start, which may everything, or by the session of
 * a cookie. Refused `sign-in` where neither is good, `role`, and `foreign` or `media-type` where another site could
 * have sent the cookie along.
 */
export async function requireRole(role: Role, call: Call, deps: Deps): Promise<Caller> {
  const authorization = call.header('authorization')
  if (authorization !== undefined) {
    await requireToken(authorization, deps)
    return { by: role }
  }
  const id = cookieIn(call.header('cookie'), SESSION_COOKIE)
  const who = deps.identity === undefined ? undefined : await sessionOf(id, deps)
  if (deps.identity === undefined || who === undefined || id === undefined) throw new Refusal('sign-in')
  refuseForeign(call, deps.identity.settings.home)
  if (!who.roles.includes(role)) throw new Refusal('role')
  await keepAlive(id, deps)
  return { by: role, subject: who.subject }
}

async function requireToken(authorization: string, { store }: Deps): Promise<void> {
  const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1]
  const hash = await setting(store.db, 'hr-token')
  if (token === undefined || hash === undefined || !matchesHash(token, hash)) throw new Refusal('sign-in')
}

export async function requireJoinCode(joinCode: string, { store }: Deps): Promise<void> {
  const hash = await setting(store.db, 'join-code')
  if (hash === undefined || !matchesHash(joinCode, hash)) throw new Refusal('join-code')
}

/**
 * Sees to it that there is an HR token and a join code: those given, else those kept, else new ones, which
 * are returned because only their hashes are kept. `renew` replaces the kept ones, and signs out everyone.
 */
export async function prepareAccess(
  given: { hrToken?: string; joinCode?: string },
  renew: boolean,
  { store, randomBytes }: Deps,
): Promise<Links> {
  return store.change(async (db) => {
    if (renew) await deleteAllSessions(db)
    const hr = await prepare(db, 'hr-token', given.hrToken, renew, () => randomBytes(HR_TOKEN_BYTES))
    const join = await prepare(db, 'join-code', given.joinCode, renew, () => randomBytes(JOIN_CODE_BYTES))
    return { ...(hr === undefined ? {} : { hr }), ...(join === undefined ? {} : { join }) }
  })
}

async function prepare(
  db: Db,
  name: 'hr-token' | 'join-code',
  given: string | undefined,
  renew: boolean,
  makeSecret: () => Uint8Array,
): Promise<string | undefined> {
  if (given === undefined && !renew && (await setting(db, name)) !== undefined) return undefined
  const secret = given ?? Buffer.from(makeSecret()).toString('base64url')
  await setSetting(db, name, sha256(secret))
  return given === undefined ? secret : undefined
}

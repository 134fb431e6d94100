import type { Deps } from './deps'
import { matchesHash, sha256 } from './digest'
import { Refusal } from './refusal'
import { setSetting, setting } from './store/settings'

const HR_TOKEN_BYTES = 32
const JOIN_CODE_BYTES = 16

/** What HR signs in with and what staff join with, for printing once. Those set from outside are left out. */
export interface Links {
  hr?: string
  join?: string
}

/** Refuses a call whose `Authorization` is not the HR token. */
export async function requireHr(authorization: string | undefined, { store }: Deps): Promise<void> {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]
  const hash = await setting(store.db, 'hr-token')
  if (token === undefined || hash === undefined || !matchesHash(token, hash)) throw new Refusal('sign-in')
}

export async function requireJoinCode(joinCode: string, { store }: Deps): Promise<void> {
  const hash = await setting(store.db, 'join-code')
  if (hash === undefined || !matchesHash(joinCode, hash)) throw new Refusal('join-code')
}

/**
 * Sees to it that there is an HR token and a join code: those given, else those kept, else new ones, which
 * are returned because only their hashes are kept. `renew` replaces the kept ones.
 */
export async function prepareAccess(
  given: { hrToken?: string; joinCode?: string },
  renew: boolean,
  deps: Deps,
): Promise<Links> {
  const hr = await prepare('hr-token', given.hrToken, HR_TOKEN_BYTES, renew, deps)
  const join = await prepare('join-code', given.joinCode, JOIN_CODE_BYTES, renew, deps)
  return { ...(hr === undefined ? {} : { hr }), ...(join === undefined ? {} : { join }) }
}

async function prepare(
  name: 'hr-token' | 'join-code',
  given: string | undefined,
  bytes: number,
  renew: boolean,
  { store, randomBytes }: Deps,
): Promise<string | undefined> {
  if (given === undefined && !renew && (await setting(store.db, name)) !== undefined) return undefined
  const secret = given ?? Buffer.from(randomBytes(bytes)).toString('base64url')
  await setSetting(store.db, name, sha256(secret))
  return given === undefined ? secret : undefined
}

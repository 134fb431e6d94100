import type { SignIn, SignInFault, Who } from '../../contract/signIn'
import type { Deps } from '../deps'
import { Refusal } from '../refusal'
import { rolesIn, subjectIn, type Claims } from './claims'
import { SignInFailure } from './failure'
import { placeOf, withFault } from './place'
import type { Provider } from './provider'
import { endSession, sessionOf, startSession } from './sessions'
import type { SignInSettings } from './settings'
import type { Started } from './started'

/** Sign-in by the organisation's identity provider, where it has one. */
export interface Identity {
  settings: SignInSettings
  provider: Provider
}

/** Where a browser is sent on to; with what it is to keep until it is back, or the session it then has. */
export interface SentOn {
  address: string
  started?: Started
  session?: string
}

/** How one signs in here, and who did in this session. */
export async function readSignIn(session: string | undefined, deps: Deps): Promise<SignIn> {
  if (deps.identity === undefined) return { v: 1 }
  const who = await sessionOf(session, deps)
  return { v: 1, with: deps.identity.settings.name, ...(who === undefined ? {} : { who }) }
}

/**
 * Sends somebody to the identity provider, to come back to `to`; for `another` account it asks who they are. Refused
 * `not-found` where there is no provider.
 */
export async function beginSignIn(to: string | null, another: boolean, deps: Deps): Promise<SentOn> {
  const { settings, provider } = identityOf(deps)
  const place = placeOf(to, settings.home)
  try {
    return await provider.begin(place, another)
  } catch (error) {
    return { address: withFault(place, told(error, deps)) }
  }
}

/**
 * Signs in who came back from the identity provider, in place of whoever was; or sends them to where they came from,
 * which says why not. Refused `not-found` where there is no provider.
 */
export async function finishSignIn(
  query: URLSearchParams,
  started: Started | undefined,
  before: string | undefined,
  deps: Deps,
): Promise<SentOn> {
  const { settings, provider } = identityOf(deps)
  const place = placeOf(started?.to, settings.home)
  try {
    if (started === undefined) throw new SignInFailure('expired')
    const who = whoIs(await provider.finish(query, started), settings)
    await endSession(before, deps)
    return { address: place, session: await startSession(who, deps) }
  } catch (error) {
    return { address: withFault(place, told(error, deps)) }
  }
}

/** Signs out here; gives where one signs out of the identity provider too. */
export async function signOut(session: string | undefined, deps: Deps): Promise<string | undefined> {
  const { provider } = identityOf(deps)
  await endSession(session, deps)
  return provider.end()
}

function identityOf({ identity }: Deps): Identity {
  if (identity === undefined) throw new Refusal('not-found', 'There is no sign-in with an identity provider')
  return identity
}

function whoIs(claims: Claims, settings: SignInSettings): Pick<Who, 'subject' | 'roles'> {
  const subject = subjectIn(claims, settings)
  if (subject === undefined) throw new SignInFailure('failed', new TypeError('no subject'))
  const roles = rolesIn(claims, settings)
  if (roles.length === 0) throw new SignInFailure('no-role')
  return { subject, roles }
}

/** Why it came to nothing, once that is logged. What is no failure of signing in is thrown on. */
function told(error: unknown, { log }: Deps): SignInFault {
  if (!(error instanceof SignInFailure)) throw error
  const { fault: why, code } = error
  log({ event: why === 'failed' || why === 'unreachable' ? 'sign-in failed' : 'sign-in refused', why, code })
  return why
}

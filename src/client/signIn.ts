import { SignedOutSchema, SignInSchema, type SignedOut, type SignIn } from '../contract/signIn'
import { ask, read, type Call } from './endpoint'

/** It stands between a person and the page, so it is not waited for as long as others, in milliseconds. */
const PATIENCE = 5000

/** How one signs in here, and who did in this browser. */
export async function fetchSignIn(call: Call = {}): Promise<SignIn> {
  return read(await ask('sign-in', { patience: PATIENCE, ...call, pass: 'cookie' }), SignInSchema)
}

/** Ends the session of this browser's cookie. */
export async function askSignOut(call: Call = {}): Promise<SignedOut> {
  return read(await ask('sign-out', { ...call, method: 'POST', pass: 'cookie' }), SignedOutSchema)
}

/**
 * Where a browser goes to sign in with the identity provider, and then comes back to this path of the app. For `another`
 * account the provider asks who it is, though somebody is signed in there.
 */
export function signInAddress(path: string, account?: 'another', base = document.baseURI): string {
  const address = new URL('api/v1/sign-in/start', base)
  address.searchParams.set('to', path.replace(/^\//, ''))
  if (account !== undefined) address.searchParams.set('account', account)
  return address.href
}

import type { InjectOptions, Response } from 'light-my-request'
import { readEnvironment } from '../environment'
import { simulatedEndpoint, type SimulatedEndpoint } from '../simulated'
import { providerOf } from './provider'
import { signInSettings } from './settings'

/** For tests: where the endpoint is for people, and for the identity provider. */
export const HOME = 'https://intranet.example.gov.uk/waymark/'
/** What a browser sends along with a call of our own pages. */
export const OURS = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }

export function setCookies({ headers }: Response): string[] {
  return [headers['set-cookie'] ?? []].flat()
}

/** The cookies of an answer as the browser sends them back, without those it takes away. */
export function cookieOf(response: Response): string {
  const pairs = setCookies(response).map((set) => set.split(';')[0]!)
  return pairs.filter((pair) => !pair.endsWith('=')).join('; ')
}

export const locationOf = ({ headers }: Response) => String(headers.location)
/** Why somebody who was sent on is not signed in; null where they are. */
export const faultOf = (response: Response) => new URL(locationOf(response)).searchParams.get('sign-in')
export const kindOf = (response: Response) => response.json<{ type: string }>().type

/** The provider that tests run beside them, as far as it is used here. */
interface IdentityProvider {
  settings(home: string): Record<string, string>
  visit(address: string, person: string): Promise<string>
}

/** An endpoint that signs in with this provider, and browsers that go there and back. */
export async function simulatedSignIn(provider: IdentityProvider) {
  const endpoint: SimulatedEndpoint = await simulatedEndpoint(1, '/waymark/')

  function signInWith(at: IdentityProvider, change: Record<string, string> = {}): void {
    const set = { ...at.settings(HOME), BASE_PATH: '/waymark/', ...change }
    const settings = signInSettings(readEnvironment(set))!
    endpoint.deps.identity = { settings, provider: providerOf(settings) }
  }
  signInWith(provider)

  /** Goes to the provider and back as this person, as far as the address it sends them back to. */
  async function goAs(person: string, { to = '', change = (address: string) => address } = {}) {
    const begun = await endpoint.ask('GET', `sign-in/start${to}`)
    const back = await provider.visit(change(locationOf(begun)), person)
    if (!back.startsWith(`${HOME}api/v1/sign-in/callback?`)) throw new Error(back)
    return { cookie: cookieOf(begun), back: back.replace(`${HOME}api/v1/`, ''), begun }
  }

  async function signIn(person: string, options: Parameters<typeof goAs>[1] = {}): Promise<Response> {
    const { cookie, back } = await goAs(person, options)
    return endpoint.ask('GET', back, { headers: { cookie } })
  }

  return {
    endpoint,
    signInWith,
    goAs,
    signIn,
    sessions: () => endpoint.deps.store.db.selectFrom('sessions').selectAll().execute(),
    /** A call by somebody signed in, from a page of our own. */
    call: (cookie: string, method: InjectOptions['method'], path: string, payload?: object) =>
      endpoint.ask(method, path, { headers: { ...OURS, cookie }, ...(payload && { payload }) }),
  }
}

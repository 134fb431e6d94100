import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import Provider, { type Configuration } from 'oidc-provider'
import { freePort } from '../journeys/support/endpoint.ts'

export const CLIENT_ID = 'waymark-for-tests'
export const CLIENT_SECRET = 'client-secret-for-tests'

/** Made-up people, and what the provider says of each. */
const PEOPLE: Readonly<Record<string, readonly string[]>> = {
  'made-up-hr': ['waymark-hr', 'canteen'],
  'made-up-publisher': ['waymark-publisher'],
  'made-up-both': ['waymark-hr', 'waymark-publisher'],
  'made-up-neither': ['canteen'],
}

/**
 * A real OpenID Connect provider on this machine, with a page of its own to sign in on. It asks for PKCE, signs its ID
 * tokens with a key made for the occasion, and takes each code once.
 */
export class IdentityProvider {
  private server?: Server

  private constructor(
    private readonly port: number,
    private readonly isPublic: boolean,
  ) {}

  /** One that knows Waymark as a client with a secret, or a public one; it is there once it is started. */
  static async made({ isPublic = false } = {}): Promise<IdentityProvider> {
    return new IdentityProvider(await freePort(), isPublic)
  }

  get issuer(): string {
    return `http://localhost:${this.port}`
  }

  /** The settings by which the endpoint signs in with it. */
  settings(home: string): Record<string, string> {
    return {
      PUBLIC_URL: home,
      WAYMARK_OIDC_ISSUER: this.issuer,
      WAYMARK_OIDC_CLIENT_ID: CLIENT_ID,
      WAYMARK_OIDC_NAME: 'Example County',
      ...(this.isPublic ? {} : { WAYMARK_OIDC_CLIENT_SECRET: CLIENT_SECRET }),
    }
  }

  /** Answers from now on, for the Waymark at this address. */
  async start(home: string): Promise<void> {
    const provider = new Provider(this.issuer, configuration(home, this.isPublic))
    provider.use(async (context, next) => {
      if (!context.path.startsWith('/interaction/')) return next()
      if (context.method === 'GET') context.body = PAGE
      else await finish(provider, context.req, context.res)
      context.respond = context.method === 'GET'
    })
    this.server = createServer(provider.callback()).listen(this.port, 'localhost')
    await once(this.server, 'listening')
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections()
    await new Promise((resolve) => (this.server ? this.server.close(resolve) : resolve(undefined)))
  }

  /** Signs in as a person does: follows the provider to its page, says who they are, and answers where it sends them. */
  async visit(address: string, person: string): Promise<string> {
    const jar = new Map<string, string>()
    const form = { method: 'POST', body: new URLSearchParams({ person, answer: 'sign in' }) }
    let at = address
    while (at.startsWith(this.issuer)) {
      const page = await this.step(at, jar)
      at = page.location ?? (await this.step(at, jar, form)).location!
    }
    return at
  }

  private async step(address: string, jar: Map<string, string>, init: RequestInit = {}) {
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ')
    const response = await fetch(address, { ...init, redirect: 'manual', headers: { cookie } })
    for (const set of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!
      jar.set(name!, value!)
    }
    if (response.status >= 400) throw new Error(await response.text())
    const location = response.headers.get('location')
    return { location: location === null ? undefined : new URL(location, address).href }
  }
}

const PAGE = `<!doctype html><html lang="en"><title>Example County</title><h1>Example County</h1>
<form method="post"><label>Who are you? <input name="person"></label>
<button name="answer" value="sign in">Continue</button> <button name="answer" value="stop">Stop</button></form></html>`

function configuration(home: string, isPublic: boolean): Configuration {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    clients: [
      {
        client_id: CLIENT_ID,
        redirect_uris: [`${home}api/v1/sign-in/callback`],
        ...(isPublic
          ? { token_endpoint_auth_method: 'none' }
          : { client_secret: CLIENT_SECRET, token_endpoint_auth_method: 'client_secret_post' }),
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    pkce: { required: () => true },
    // What most providers do, and this one does when asked: the roles stand in the ID token.
    conformIdTokenClaims: false,
    claims: { openid: ['sub', 'roles', 'realm_access'] },
    findAccount: (_, id) => ({ accountId: id, claims: () => claimsOf(id) }),
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    // Nobody is asked whether their own council's service may know who they are.
    async loadExistingGrant({ oidc }) {
      const { Grant } = oidc.provider
      const grant = new Grant({ clientId: oidc.client!.clientId, accountId: oidc.session!.accountId })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
  }
}

function claimsOf(person: string) {
  const roles = PEOPLE[person] ?? []
  return { sub: person, roles: [...roles], realm_access: { roles: [...roles] } }
}

async function finish(
  provider: Provider,
  request: IncomingMessage,
  response: Parameters<Provider['interactionFinished']>[1],
) {
  let body = ''
  for await (const piece of request) body += String(piece)
  const said = new URLSearchParams(body)
  const result =
    said.get('answer') === 'stop'
      ? { error: 'access_denied', error_description: 'The person stopped' }
      : { login: { accountId: said.get('person') ?? '' } }
  await provider.interactionFinished(request, response, result)
}

import * as oidc from 'openid-client'
import type { Claims } from './claims'
import { SignInFailure, failureOf } from './failure'
import type { SignInSettings } from './settings'
import type { Started } from './started'

/** For one call to the provider. */
const SECONDS = 10

/** The organisation's identity provider, asked by OpenID Connect: authorization code with PKCE, nothing else. */
export interface Provider {
  /**
   * Where a browser goes to sign in, and what it keeps meanwhile; for `another` account than the one that the provider
   * may know there already. Throws `SignInFailure`.
   */
  begin(to: string, another: boolean): Promise<{ address: string; started: Started }>
  /** What the provider says of who came back with this query: signed by it, for us, for this sign-in. Throws `SignInFailure`. */
  finish(query: URLSearchParams, started: Started): Promise<Claims>
  /** Where one signs out of the provider too; undefined where it has no such page, or was never reached. */
  end(): string | undefined
  /** Throws `SignInFailure` while the provider does not answer as one. */
  ready(): Promise<void>
}

/** The provider of these settings. It is first asked when somebody needs it, and again until it has answered once. */
export function providerOf(settings: SignInSettings): Provider {
  const { home, scope } = settings
  const redirect = new URL('api/v1/sign-in/callback', home)
  let found: Promise<oidc.Configuration> | undefined
  let known: oidc.Configuration | undefined

  async function configuration(): Promise<oidc.Configuration> {
    found ??= discover(settings)
    try {
      return (known = await found)
    } catch (error) {
      found = undefined
      throw new SignInFailure('unreachable', error)
    }
  }

  return {
    async ready() {
      await configuration()
    },
    async begin(to, another) {
      const config = await configuration()
      const verifier = oidc.randomPKCECodeVerifier()
      const started = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier, to }
      const address = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirect.href,
        scope,
        state: started.state,
        nonce: started.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        // `select_account` would say it better, but only `login` is known to all (OpenID Connect Core, 15.1).
        ...(another ? { prompt: 'login' } : {}),
      })
      return { address: address.href, started }
    },
    async finish(query, { state, nonce, verifier }) {
      if (query.get('state') !== state) throw new SignInFailure('expired')
      const config = await configuration()
      const back = new URL(redirect)
      back.search = query.toString()
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier }
      try {
        const tokens = await oidc.authorizationCodeGrant(config, back, { ...checks, idTokenExpected: true })
        return tokens.claims() ?? {}
      } catch (error) {
        throw failureOf(error)
      }
    },
    end() {
      if (known?.serverMetadata().end_session_endpoint === undefined) return undefined
      return oidc.buildEndSessionUrl(known).href
    },
  }
}

async function discover({ issuer, clientId, clientSecret }: SignInSettings): Promise<oidc.Configuration> {
  const server = new URL(issuer)
  const local = server.protocol === 'http:' ? [oidc.allowInsecureRequests] : []
  return oidc.discovery(server, clientId, undefined, authentication(clientSecret), {
    timeout: SECONDS,
    // The ID token comes by TLS, which would do (OpenID Connect Core, 3.1.3.7); its signature is checked all the same.
    execute: [oidc.enableNonRepudiationChecks, ...local],
  })
}

/** Where a provider does not say what it takes it takes `client_secret_basic` (OpenID Connect Discovery, section 3). */
function authentication(secret: string | undefined): oidc.ClientAuth {
  if (secret === undefined) return oidc.None()
  const [post, basic] = [oidc.ClientSecretPost(secret), oidc.ClientSecretBasic(secret)]
  return (server, ...rest) => {
    const taken = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    return (taken.includes('client_secret_post') ? post : basic)(server, ...rest)
  }
}

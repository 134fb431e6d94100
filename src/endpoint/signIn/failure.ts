import { AuthorizationResponseError, ResponseBodyError } from 'openid-client'
import type { SignInFault } from '../../contract/signIn'

/** A code of the provider, the network or the library, as it may stand in a log. */
const CODE = /^[A-Za-z0-9_]{1,60}$/
/** What may come back in an address (RFC 6749, 4.1.2.1; OpenID Connect Core, 3.1.2.6), where a stranger may write anything. */
const IN_ADDRESS: readonly unknown[] = [
  'invalid_request',
  'unauthorized_client',
  'access_denied',
  'unsupported_response_type',
  'invalid_scope',
  'server_error',
  'temporarily_unavailable',
  'interaction_required',
  'login_required',
  'account_selection_required',
  'consent_required',
]
const TIME_IS_UP: readonly unknown[] = ['OAUTH_TIMEOUT', 'OAUTH_ABORT']

/** Thrown where a sign-in comes to nothing: why, for its person, and a code for the log. */
export class SignInFailure extends Error {
  override name = 'SignInFailure'
  readonly code: string

  constructor(
    readonly fault: SignInFault,
    cause?: unknown,
  ) {
    super(fault, { cause })
    this.code = codeOf(cause) ?? fault
  }
}

/** What the library threw when somebody came back from the provider. */
export function failureOf(error: unknown): SignInFailure {
  if (error instanceof AuthorizationResponseError) {
    return new SignInFailure(error.error === 'access_denied' ? 'declined' : 'failed', error)
  }
  if (error instanceof ResponseBodyError && error.error === 'invalid_grant') {
    return new SignInFailure('expired', error)
  }
  return new SignInFailure(isUnanswered(error) ? 'unreachable' : 'failed', error)
}

/** Node's `fetch` says by a cause that nothing came back; the library, when that took too long. */
function isUnanswered(error: unknown): boolean {
  if (error instanceof TypeError) return error.cause !== undefined
  return TIME_IS_UP.includes(codeOf(error))
}

/** The protocol's own word for what went wrong, else the network's or the library's. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { error: said, code } = error as { error?: unknown; code?: unknown }
  const known = !(error instanceof AuthorizationResponseError) || IN_ADDRESS.includes(said)
  const network = error instanceof TypeError ? codeOf(error.cause) : undefined
  return [known ? said : undefined, network, code, error.name].find((one): one is string =>
    CODE.test(String(one ?? '')),
  )
}

import * as v from 'valibot'
import type { Role } from '../../contract/signIn'
import type { Environment } from '../environment'

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/

const WordSchema = v.pipe(
  v.string(),
  v.maxLength(500, 'may have at most 500 characters'),
  v.regex(/^\S+$/, 'may hold no spaces'),
)

const AddressSchema = v.pipe(
  v.string(),
  v.check(isSafe, 'must be an address that starts with https:// (http:// only for localhost)'),
  v.check(isBare, 'must be an address with nothing behind ? or #, and no password'),
)

/** Where Entra ID signs in people of every organisation: whose administrators could give each other our roles. */
const EVERYBODYS = /^https:\/\/login\.microsoftonline\.com\/(common|organizations|consumers)(\/|$)/i

/** The settings of sign-in by an identity provider; without an issuer there is none. */
export const SIGN_IN_ENTRIES = {
  WAYMARK_OIDC_ISSUER: v.exactOptional(
    v.pipe(
      AddressSchema,
      v.check(
        (issuer) => !EVERYBODYS.test(issuer),
        'must name your own tenant, not one for every organisation: https://login.microsoftonline.com/<tenant id>/v2.0',
      ),
    ),
  ),
  WAYMARK_OIDC_CLIENT_ID: v.exactOptional(WordSchema),
  WAYMARK_OIDC_CLIENT_SECRET: v.exactOptional(WordSchema),
  WAYMARK_OIDC_NAME: v.optional(
    v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60, 'may have at most 60 characters')),
    'your work account',
  ),
  WAYMARK_OIDC_SCOPE: v.optional(
    v.pipe(v.string(), v.regex(/(^| )openid( |$)/, 'must have the word openid in it')),
    'openid',
  ),
  WAYMARK_OIDC_ROLES_CLAIM: v.optional(WordSchema, 'roles'),
  WAYMARK_OIDC_HR_ROLE: v.optional(v.pipe(v.string(), v.minLength(1)), 'waymark-hr'),
  WAYMARK_OIDC_PUBLISHER_ROLE: v.optional(v.pipe(v.string(), v.minLength(1)), 'waymark-publisher'),
  WAYMARK_OIDC_SUBJECT_CLAIM: v.optional(WordSchema, 'sub'),
}

/** How people sign in with the organisation's identity provider. */
export interface SignInSettings {
  /** Where people open Waymark, with a slash at its end. */
  home: string
  issuer: string
  clientId: string
  clientSecret?: string
  /** What follows "Sign in with". */
  name: string
  scope: string
  /** Where the ID token says what somebody may do, and what it says for each role. */
  rolesClaim: string
  roleValues: Readonly<Record<Role, string>>
  /** Where it says who somebody is, as the log is to have it. */
  subjectClaim: string
}

/** The settings of sign-in, from those of the process; undefined where no issuer is set. */
export function signInSettings(set: Environment): SignInSettings | undefined {
  const { WAYMARK_OIDC_ISSUER: issuer, WAYMARK_OIDC_CLIENT_ID: clientId, PUBLIC_URL: home } = set
  if (issuer === undefined || clientId === undefined || home === undefined) return undefined
  const secret = set.WAYMARK_OIDC_CLIENT_SECRET
  return {
    home,
    issuer,
    clientId,
    ...(secret === undefined ? {} : { clientSecret: secret }),
    name: set.WAYMARK_OIDC_NAME,
    scope: set.WAYMARK_OIDC_SCOPE,
    rolesClaim: set.WAYMARK_OIDC_ROLES_CLAIM,
    roleValues: { hr: set.WAYMARK_OIDC_HR_ROLE, publisher: set.WAYMARK_OIDC_PUBLISHER_ROLE },
    subjectClaim: set.WAYMARK_OIDC_SUBJECT_CLAIM,
  }
}

/** Whether what goes there can be read by nobody on the way. */
function isSafe(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname))
}

function isBare(address: string): boolean {
  if (!URL.canParse(address)) return true
  const { search, hash, username, password } = new URL(address)
  return search + hash + username + password === '' && !/[?#]/.test(address)
}

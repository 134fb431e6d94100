import * as v from 'valibot'
import { ServiceAddressSchema } from '../contract/moved'
import { FLOOR } from '../contract/period'
import { SIGN_IN_ENTRIES } from './signIn/settings'

const SecretSchema = v.exactOptional(
  v.pipe(
    v.string(),
    v.minLength(12, 'must have at least 12 characters'),
    v.maxLength(128, 'may have at most 128 characters'),
    v.regex(/^\S+$/, 'may hold no spaces'),
  ),
)

const PATH = /^\/(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*\/)*$/

const ServedAtSchema = v.pipe(
  v.string(),
  v.transform((address) => (address.endsWith('/') ? address : `${address}/`)),
  ServiceAddressSchema,
  v.check((address) => URL.canParse(address), 'is not an address that a browser could open'),
  v.transform((address) => new URL(address).href),
)

const Entries = v.object({
  PORT: v.optional(v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.maxValue(65_535)), '8080'),
  HOST: v.optional(v.pipe(v.string(), v.minLength(1)), '127.0.0.1'),
  DATA_DIR: v.optional(v.pipe(v.string(), v.minLength(1)), './data'),
  BASE_PATH: v.optional(
    v.pipe(v.string(), v.transform(slashed), v.regex(PATH, 'must be a path such as /waymark/')),
    '/',
  ),
  WAYMARK_FLOOR: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,4}$/, 'must be a whole number'),
      v.transform(Number),
      v.minValue(FLOOR, `must be at least ${FLOOR}`),
    ),
    String(FLOOR),
  ),
  WAYMARK_HR_TOKEN: SecretSchema,
  WAYMARK_JOIN_CODE: SecretSchema,
  DATABASE_URL: v.exactOptional(
    v.pipe(
      v.string(),
      v.check(isPostgres, 'must be an address such as postgres://name:password@host/database'),
    ),
  ),
  MOVED_TO: v.exactOptional(ServedAtSchema),
  PUBLIC_URL: v.exactOptional(ServedAtSchema),
  ...SIGN_IN_ENTRIES,
})

/** What no setting can say by itself. */
const EnvironmentSchema = v.pipe(
  Entries,
  v.forward(
    v.check(
      ({ PUBLIC_URL: url, BASE_PATH: base }) => url === undefined || new URL(url).pathname === base,
      'must end with the path of BASE_PATH',
    ),
    ['PUBLIC_URL'],
  ),
  neededWithIssuer('PUBLIC_URL'),
  neededWithIssuer('WAYMARK_OIDC_CLIENT_ID'),
  v.forward(
    v.check(
      ({ WAYMARK_OIDC_ISSUER: issuer, WAYMARK_OIDC_CLIENT_ID: id }) =>
        issuer !== undefined || id === undefined,
      'is needed with WAYMARK_OIDC_CLIENT_ID',
    ),
    ['WAYMARK_OIDC_ISSUER'],
  ),
)
export type Environment = v.InferOutput<typeof EnvironmentSchema>

/** The settings of this process. Throws one sentence, naming the variable, when one does not fit. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const set = Object.entries(variables).filter(([, value]) => value !== undefined && value !== '')
  const parsed = v.safeParse(EnvironmentSchema, Object.fromEntries(set))
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  throw new Error(`${v.getDotPath(issue)} ${issue.message}`)
}

function neededWithIssuer(name: 'PUBLIC_URL' | 'WAYMARK_OIDC_CLIENT_ID') {
  return v.forward<v.InferOutput<typeof Entries>, v.BaseIssue<unknown>, readonly [typeof name]>(
    v.check(
      (set) => set.WAYMARK_OIDC_ISSUER === undefined || set[name] !== undefined,
      'is needed with WAYMARK_OIDC_ISSUER',
    ),
    [name],
  )
}

function isPostgres(address: string): boolean {
  return /^postgres(ql)?:\/\/./.test(address) && URL.canParse(address)
}

/** `waymark`, `/waymark` and `/waymark/` are one place. */
function slashed(path: string): string {
  return `/${path}/`.replace(/\/+/g, '/')
}

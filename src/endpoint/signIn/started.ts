import * as v from 'valibot'

const SecretSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43,128}$/))

/** What has to be known when somebody comes back from the identity provider: kept in their own browser, not here. */
const StartedSchema = v.strictObject({
  state: SecretSchema,
  nonce: SecretSchema,
  /** Of PKCE (RFC 7636). */
  verifier: SecretSchema,
  /** Where they go then. */
  to: v.pipe(v.string(), v.maxLength(2000)),
})
export type Started = v.InferOutput<typeof StartedSchema>

/** How long signing in at the identity provider may take, in seconds. */
export const STARTED_SECONDS = 600

export function startedText(started: Started): string {
  return Buffer.from(JSON.stringify(started)).toString('base64url')
}

/** What a cookie says was started; undefined where it says nothing of the kind. */
export function startedIn(text: string | undefined): Started | undefined {
  if (text === undefined) return undefined
  const json = Buffer.from(text, 'base64url').toString()
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), StartedSchema), json)
  return parsed.success ? parsed.output : undefined
}

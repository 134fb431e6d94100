import * as v from 'valibot'

/**
 * Every refusal of the endpoint, as RFC 9457 `application/problem+json`.
 * `type` is a relative reference, `/problems/join-code`: it tells one refusal from another.
 */
export const ProblemSchema = v.object({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  detail: v.optional(v.string()),
})
export type Problem = v.InferOutput<typeof ProblemSchema>

export const PROBLEMS = {
  malformed: 'The request is not what this address takes',
  'join-code': 'The join code is not the one this service uses',
  signature: 'The signature does not match the summary',
  'sign-in': 'Sign in to do this',
  role: 'Who is signed in here may not do this',
  foreign: 'This came from another site than Waymark itself',
  'unknown-period': 'There is no such period',
  'no-period': 'No period is open',
  closed: 'The period closed before this arrived; it was not counted',
  'not-closed': 'The period is still open',
  'key-needed': 'The summaries of this period are sealed: closing it takes its key',
  'wrong-key': 'This is not the key that the summaries of this period are sealed to',
  ended: 'The period was released, cancelled or deleted already',
  'too-large': 'The request is larger than this address takes',
  'too-many': 'Too many failed attempts; wait a minute',
  'too-few': 'The headcount is too small to publish anything about',
  budget: 'Another release now would let answers be worked out',
  'already-open': 'A period is already open',
  moved: 'The service has moved: no period is opened at its old address',
  'period-exists': 'A period with this id already exists',
  'only-later': 'A period can only be extended to a later day',
  precondition: 'Say which version this was based on, in If-Match',
  stale: 'Somebody else published meanwhile',
  'not-found': 'There is nothing at this address',
  'not-allowed': 'This address does not take that method',
  'media-type': 'This address takes JSON only',
  busy: 'The endpoint could not store this now; try again',
} as const
export type ProblemKind = keyof typeof PROBLEMS

export function problemType(kind: ProblemKind): string {
  return `/problems/${kind}`
}

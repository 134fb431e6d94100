import * as v from 'valibot'

/** What who signed in may do: `hr` runs periods and reads releases, `publisher` publishes catalogues. */
export const RoleSchema = v.picklist(['hr', 'publisher'])
export type Role = v.InferOutput<typeof RoleSchema>

/** Who is signed in by the cookie that came along: the id the log knows them by, and until when at most. */
export const WhoSchema = v.object({
  subject: v.string(),
  roles: v.pipe(v.array(RoleSchema), v.minLength(1)),
  ends: v.pipe(v.string(), v.isoTimestamp()),
})
export type Who = v.InferOutput<typeof WhoSchema>

/** How one signs in here: `with` is absent where only the link of the first start does; `who` where nobody is. */
export const SignInSchema = v.object({
  v: v.literal(1),
  with: v.exactOptional(v.string()),
  who: v.exactOptional(WhoSchema),
})
export type SignIn = v.InferOutput<typeof SignInSchema>

/** Signed out here; `end` is where one signs out of the identity provider too, where it has such a page. */
export const SignedOutSchema = v.object({
  v: v.literal(1),
  end: v.exactOptional(v.pipe(v.string(), v.regex(/^https?:\/\//, 'not an address'))),
})
export type SignedOut = v.InferOutput<typeof SignedOutSchema>

/** The name under which a way back from the identity provider says why nobody is signed in. */
export const FAULT_PARAMETER = 'sign-in'

/** Why a sign-in with the identity provider came to nothing, for a person. */
export const SIGN_IN_FAULTS = {
  unreachable: 'The sign-in service of your organisation cannot be reached now. Try again in a few minutes.',
  'no-role': 'Your account may neither work as HR nor publish here. Ask whoever manages these roles for one.',
  declined: 'The sign-in was stopped before its end. Nothing is changed.',
  expired: 'That sign-in took too long, was started a second time, or was finished already. Sign in again.',
  failed:
    'The answer of the sign-in service could not be trusted, so nobody is signed in. Tell whoever runs this service.',
} as const
export type SignInFault = keyof typeof SIGN_IN_FAULTS

import type { Role } from '../../contract/signIn'
import type { SignInSettings } from './settings'

/** What an ID token says of somebody. */
export type Claims = Readonly<Record<string, unknown>>

const SUBJECT_MAX = 255

/**
 * What somebody may do here, as the roles claim says: one text or a list of them. None where it says nothing that is set.
 */
export function rolesIn(
  claims: Claims,
  { rolesClaim, roleValues }: Pick<SignInSettings, 'rolesClaim' | 'roleValues'>,
): Role[] {
  const said = [claimAt(claims, rolesClaim)].flat()
  return (['hr', 'publisher'] as const).filter((role) => said.includes(roleValues[role]))
}

/** Who somebody is to the log; undefined where the claim is no text, or one longer than an id ever is. */
export function subjectIn(
  claims: Claims,
  { subjectClaim }: Pick<SignInSettings, 'subjectClaim'>,
): string | undefined {
  const said = claimAt(claims, subjectClaim)
  return typeof said === 'string' && said !== '' && said.length <= SUBJECT_MAX ? said : undefined
}

/**
 * A claim by its name, which may be an address with dots in it (`https://example.gov.uk/roles`), or by the path to it
 * (`realm_access.roles`).
 */
function claimAt(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name]
  return name.split('.').reduce<unknown>((inside, step) => own(inside, step), claims)
}

function own(value: unknown, key: string): unknown {
  const isObject = typeof value === 'object' && value !== null
  return isObject && Object.hasOwn(value, key) ? (value as Claims)[key] : undefined
}

import type { Person } from './assessment'
import type { Notice } from './catalogue'
import type { RoleProfile } from './role'

/** Whether a notice is for this person: it names nobody, or the role they hold, or its family. */
export function concerns(
  notice: Notice,
  person: Pick<Person, 'role'>,
  roles: readonly Pick<RoleProfile, 'id' | 'family'>[],
): boolean {
  const named = [...(notice.roles ?? []), ...(notice.families ?? [])]
  if (named.length === 0) return true
  const held = roles.find(({ id }) => id === person.role)
  return held !== undefined && (named.includes(held.id) || named.includes(held.family))
}

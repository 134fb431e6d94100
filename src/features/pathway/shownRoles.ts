import type { Catalogue } from '../../domain/catalogue'
import type { Framework } from '../../domain/framework'
import type { Id } from '../../domain/id'
import type { RoleProfile } from '../../domain/role'
import { rolesIn } from '../../domain/succession'

/**
 * The roles of a framework that belong on the map: those the structure has posts for, and always those held, aimed
 * for and looked at. A framework the structure has no posts in is shown whole.
 */
export function shownRoles(
  framework: Framework,
  catalogue: Catalogue | undefined,
  structure: 'new' | 'before',
  always: readonly (Id | undefined)[],
): RoleProfile[] {
  if (catalogue === undefined) return framework.roles
  const posted = rolesIn(structure === 'new' ? catalogue.after : catalogue.before)
  if (!framework.roles.some(({ id }) => posted.has(id))) return framework.roles
  return framework.roles.filter(({ id }) => posted.has(id) || always.includes(id))
}

import type { Person } from '../../domain/assessment'
import type { Day } from '../../domain/day'
import type { Id } from '../../domain/id'
import { secondmentOn } from '../../domain/roleHistory'

/**
 * The roles that are the person's own on a day, each with the words that mark it: the role held, and first of all,
 * while a secondment lasts, the role worked in.
 */
export function myRolesOn({ role, roleHistory = [] }: Person, day: Day): ReadonlyMap<Id, string> {
  const seconded = secondmentOn(roleHistory, day)?.role
  const roles = new Map<Id, string>()
  if (seconded !== undefined && seconded !== role) roles.set(seconded, 'You, on secondment')
  if (role !== undefined) roles.set(role, roles.size === 0 ? 'You' : 'Your own role')
  return roles
}

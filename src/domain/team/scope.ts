import type { Id } from '../id'
import type { RoleProfile } from '../role'
import type { TeamPerson } from './person'

/** The skills that the roles held in a team ask. */
export function askedOfTeam(
  people: readonly TeamPerson[],
  roleOf: (id: Id) => RoleProfile | undefined,
): ReadonlySet<Id> {
  const roles = new Set(people.flatMap(({ role }) => role ?? []))
  return new Set([...roles].flatMap((id) => roleOf(id)?.requirements ?? []).map(({ skill }) => skill))
}

/** Whether anything at all is known of anybody. */
export function anythingKnown(people: readonly TeamPerson[]): boolean {
  return people.some(({ cells }) => cells.size > 0)
}

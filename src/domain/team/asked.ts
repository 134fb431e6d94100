import type { Member } from '../appraisal/appraisal'
import type { Id } from '../id'
import type { RoleProfile } from '../role'

/** A skill and the members whose role asks it. */
export interface AskedSkill {
  skill: Id
  members: ReadonlySet<Member['id']>
}

/** The skills that the roles of a team ask, those asked of most people first; equals keep the roles' order. */
export function askedOfTeam(
  members: readonly Pick<Member, 'id' | 'role'>[],
  roleOf: (id: Id) => RoleProfile | undefined,
): AskedSkill[] {
  const asked = new Map<Id, Set<Member['id']>>()
  for (const { id, role } of members) {
    for (const { skill } of (role === undefined ? undefined : roleOf(role))?.requirements ?? [])
      asked.set(skill, (asked.get(skill) ?? new Set()).add(id))
  }
  return [...asked]
    .map(([skill, of]) => ({ skill, members: of }))
    .sort((a, b) => b.members.size - a.members.size)
}

import type { Framework } from '../../domain/framework'
import type { Id } from '../../domain/id'
import type { RoleProfile } from '../../domain/role'
import type { Skill } from '../../domain/skill'
import type { MatrixGroup } from './RatingMatrix.vue'

/** The most rows shown at once: every skill that a role asks, and of a whole framework the first. */
export const ROWS_SHOWN = 400
/** Of what a search finds, so many: another letter narrows it down faster than reading on. */
export const FOUND_SHOWN = 60

/** A role's skills under the framework's own groups, in the framework's order. */
export function skillsOfRole(framework: Framework, role: RoleProfile): Skill[] {
  const asked = new Set(role.requirements.map((requirement) => requirement.skill))
  return framework.skills.filter((skill) => asked.has(skill.id))
}

/** Puts skills under the group each is listed in; groups without skills are left out. */
export function grouped(framework: Framework, skills: readonly Skill[]): MatrixGroup[] {
  const byGroup = new Map<Id | undefined, Skill[]>()
  for (const skill of skills) {
    const group = skill.groups[0]
    const list = byGroup.get(group)
    if (list === undefined) byGroup.set(group, [skill])
    else list.push(skill)
  }
  const named = framework.groups.flatMap((group) => {
    const members = byGroup.get(group.id)
    return members === undefined ? [] : [{ id: group.id, name: group.name, skills: members }]
  })
  const loose = byGroup.get(undefined)
  return loose === undefined
    ? named
    : [...named, { id: `${framework.key}-skills`, name: 'Skills', skills: loose }]
}

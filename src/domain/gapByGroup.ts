import type { Answers } from './assessment'
import type { Framework } from './framework'
import { gapFor } from './gap'
import type { Id } from './id'
import type { RoleProfile } from './role'

/** One skill group's part of a role, as average levels a skill: what is asked, and how much of that a person has. */
export interface GroupGap {
  id: Id
  name: string
  skills: number
  asked: number
  has: number
}

/**
 * The role's requirements by the group each skill is listed in, in the framework's order.
 * Averages, so that a group of many skills does not dwarf the others; no skill counts beyond what is asked.
 */
export function gapByGroup(framework: Framework, role: RoleProfile, ratings: Answers): GroupGap[] {
  const groupOf = new Map(framework.skills.map((skill) => [skill.id, skill.groups[0]]))
  const sums = new Map<Id | undefined, { skills: number; asked: number; has: number }>()
  for (const requirement of role.requirements) {
    const group = groupOf.get(requirement.skill)
    const sum = sums.get(group) ?? { skills: 0, asked: 0, has: 0 }
    const asked = requirement.level ?? 1
    sum.skills += 1
    sum.asked += asked
    sum.has += asked - gapFor(requirement, ratings[requirement.skill]).toGain
    sums.set(group, sum)
  }
  return framework.groups.flatMap(({ id, name }) => {
    const sum = sums.get(id)
    if (sum === undefined) return []
    return [{ id, name, skills: sum.skills, asked: sum.asked / sum.skills, has: sum.has / sum.skills }]
  })
}

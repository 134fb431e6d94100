import { levelOf, type Answers } from './assessment'
import type { Framework } from './framework'
import { gapFor, levelAsked } from './gap'
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

/** One skill group's part of several roles, as average levels a skill over all the skills any of them asks in it. */
export interface GroupCompared {
  id: Id
  name: string
  skills: number
  /** By role, in the order given; a skill that a role does not ask counts nothing. */
  asked: number[]
  /** Own levels; no skill counts beyond the most that any of the roles asks. */
  has: number
}

/**
 * The requirements of several roles of one framework by the group each skill is listed in, in the framework's order.
 * All are averages over the same skills, so that they can be drawn over each other.
 */
export function groupsCompared(
  framework: Framework,
  roles: readonly RoleProfile[],
  ratings: Answers,
): GroupCompared[] {
  const asked = roles.map(
    ({ requirements }) => new Map(requirements.map((each) => [each.skill, levelAsked(each)])),
  )
  return framework.groups.flatMap(({ id, name }) => {
    const skills = framework.skills.filter(
      (skill) => skill.groups[0] === id && asked.some((levels) => levels.has(skill.id)),
    )
    if (skills.length === 0) return []
    const average = (levelIn: (skill: Id) => number) =>
      skills.reduce((sum, skill) => sum + levelIn(skill.id), 0) / skills.length
    const most = (skill: Id) => Math.max(...asked.map((levels) => levels.get(skill) ?? 0))
    return [
      {
        id,
        name,
        skills: skills.length,
        asked: asked.map((levels) => average((skill) => levels.get(skill) ?? 0)),
        has: average((skill) => Math.min(levelOf(ratings[skill]) ?? 0, most(skill))),
      },
    ]
  })
}

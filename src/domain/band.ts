import { levelOf, type Answers } from './assessment'
import type { Framework } from './framework'
import type { Id } from './id'
import type { RoleProfile } from './role'
import { neededLevel } from './skill'

/** Below what the role asks. */
export const SHORT = 0
/** Meets what the role asks, below the needed level. */
export const MEETS = 1
/** At the needed level or above, and not short. */
export const ABLE = 2

export type Band = typeof SHORT | typeof MEETS | typeof ABLE

export type Bands = Record<Id, Band>

/**
 * One band a skill, from the pinned catalogue's own framework and role. A skill left
 * out is *other*: not rated, not relevant to the person, or not asked of this role and below the needed level.
 * Where a role states no level, none yet is short and any level meets.
 * Skills come out in the framework's order, so that equal answers give equal bytes.
 */
export function bandsFor(framework: Framework, role: RoleProfile, ratings: Answers): Bands {
  const asked = new Map(role.requirements.map((requirement) => [requirement.skill, requirement.level ?? 1]))
  const bands: Bands = {}
  for (const skill of framework.skills) {
    const level = levelOf(ratings[skill.id])
    if (level === undefined) continue
    const wanted = asked.get(skill.id)
    const needed = neededLevel(skill, framework.scale)
    if (wanted !== undefined && level < wanted) bands[skill.id] = SHORT
    else if (needed !== undefined && level >= needed) bands[skill.id] = ABLE
    else if (wanted !== undefined) bands[skill.id] = MEETS
  }
  return bands
}

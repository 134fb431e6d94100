import { levelOf, type Assessment } from './assessment'
import { dayOf, daysBetween, type Day } from './day'
import type { Ratings } from './gap'
import type { Id } from './id'

/** How one skill's answer differs between two assessments. */
export interface Change {
  skill: Id
  /** `new` and `gone`: there was, or is, no level: not rated, or not relevant. */
  kind: 'raised' | 'lowered' | 'new' | 'gone'
  from?: number
  to?: number
  /** True where the two were given on different versions of the framework, whose wording may differ. */
  otherWording?: true
}

/** What changed from one assessment to another. Skills with equal levels are left out. */
export function changesBetween(
  earlier: Pick<Assessment, 'ratings'>,
  later: Pick<Assessment, 'ratings'>,
): Change[] {
  const skills = new Set([...Object.keys(earlier.ratings), ...Object.keys(later.ratings)])
  return [...skills].flatMap((skill) => {
    const [before, after] = [earlier.ratings[skill], later.ratings[skill]]
    const [from, to] = [levelOf(before), levelOf(after)]
    if (from === to) return []
    const otherWording = before !== undefined && after !== undefined && before.on !== after.on
    return [{ skill, kind: kindOf(from, to), from, to, ...(otherWording && { otherWording }) }]
  })
}

function kindOf(from: number | undefined, to: number | undefined): Change['kind'] {
  if (from === undefined) return 'new'
  if (to === undefined) return 'gone'
  return to > from ? 'raised' : 'lowered'
}

/** One assessment's level of a skill; undefined where it has none. */
export interface Point {
  assessment: string
  title: string
  startedAt: string
  level?: number
}

/** A skill's level in each assessment, the oldest first, for a sparkline and its table. */
export function levelsOver(assessments: readonly Assessment[], skill: Id): Point[] {
  return [...assessments]
    .sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt) || (a.id < b.id ? -1 : 1))
    .map(({ id, title, startedAt, ratings }) => ({
      assessment: id,
      title,
      startedAt,
      level: levelOf(ratings[skill]),
    }))
}

/** A skill to look at again, and why: either or both. */
export interface DueSkill {
  skill: Id
  /** Days since it was last answered. */
  days: number
  old: boolean
  changed: boolean
}

/**
 * Skills answered more than `olderThanDays` days ago, or among `changed`: those whose wording or
 * required level a newer catalogue changed. Changed ones first, then the longest ago. "Not relevant" comes due
 * like any other answer; a skill never rated is not due.
 */
export function dueSkills(
  ratings: Ratings,
  today: Day,
  changed: ReadonlySet<Id>,
  olderThanDays = 365,
): DueSkill[] {
  return Object.entries(ratings)
    .map(([skill, { at }]) => {
      const days = daysBetween(dayOf(at), today)
      return { skill, days, old: days > olderThanDays, changed: changed.has(skill) }
    })
    .filter((due) => due.old || due.changed)
    .sort((a, b) => Number(b.changed) - Number(a.changed) || b.days - a.days || (a.skill < b.skill ? -1 : 1))
}

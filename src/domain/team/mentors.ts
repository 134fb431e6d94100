import { levelOf } from '../assessment'
import type { Id } from '../id'
import type { TeamPerson } from './person'
import { byName } from './resting'

/** Two levels above is near enough to remember learning it, and far enough to have something to teach. */
const LEVELS_ABOVE = 2

/** Somebody keen to grow a skill, and who at work could help them. */
export interface Mentoring {
  skill: Id
  learner: TeamPerson
  /** The learner's level, 0 for none yet. */
  level: number
  mentors: Mentor[]
}

export interface Mentor {
  person: TeamPerson
  level: number
  /** Glad to leave the skill behind, so it is theirs to say whether they would. */
  leaving: boolean
}

/**
 * Who could mentor whom in these skills: everybody at work who wants to grow one and whose level is known, with those
 * at work two levels above them or more. Skills in the order asked, people by name.
 */
export function mentoring(people: readonly TeamPerson[], skills: readonly Id[]): Mentoring[] {
  const atWork = people.filter(({ away }) => away === undefined).sort(byName)
  return skills.flatMap((skill) => {
    const known = atWork.flatMap((person): Mentor[] => {
      const cell = person.cells.get(skill)
      const level = levelOf(cell)
      return level === undefined ? [] : [{ person, level, leaving: cell?.interest === 'leave' }]
    })
    return known
      .filter(({ person }) => person.cells.get(skill)?.interest === 'grow')
      .map(({ person, level }) => ({
        skill,
        learner: person,
        level,
        mentors: known.filter((other) => other.level >= level + LEVELS_ABOVE),
      }))
      .filter(({ mentors }) => mentors.length > 0)
  })
}

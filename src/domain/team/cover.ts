import { levelOf } from '../assessment'
import type { Day } from '../day'
import { isUnused } from '../doubts'
import type { Framework } from '../framework'
import type { Id } from '../id'
import { neededLevel, type Skill } from '../skill'
import type { TeamPerson } from './person'

/** A skill at a level at which somebody counts as able. */
export interface AtLevel {
  skill: Id
  level: number
}

/**
 * Who of a team can do one skill at one level. Only people at work count; those away are told apart. What somebody
 * has not shared is unknown, so cover is a range: from `known` to `upTo`.
 */
export interface Cover extends AtLevel {
  /** At work, and known at this level or above. */
  able: TeamPerson[]
  /** At work, and known exactly one level below, where that is a level. */
  nearly: TeamPerson[]
  /** Able, but away now. */
  ableAway: TeamPerson[]
  /** Of those able, who last used it more than two years ago. They count. */
  unused: TeamPerson[]
  /** Of those able, who said they are unsure of their level. They count. */
  unsure: TeamPerson[]
  /** How many are able, as far as is known. */
  known: number
  /** How many there would be if all of those at work who have not shared this skill were able. */
  upTo: number
}

export type CoverState = 'nobody' | 'one' | 'two or more'

/** What is known of the cover: nobody able, one person alone (a single point of failure), or more. */
export function coverState({ known }: Pick<Cover, 'known'>): CoverState {
  return known === 0 ? 'nobody' : known === 1 ? 'one' : 'two or more'
}

/** Whether everybody who covers it has not used it for two years, or is unsure. */
export function isDoubtful({ able, unused, unsure }: Cover): boolean {
  return able.length > 0 && able.every((person) => unused.includes(person) || unsure.includes(person))
}

/** A skill that neither it nor its scale says what level is needed of is asked for at any level. */
const ANY_LEVEL = 1

/** A skill at the level at which the service counts somebody as able. */
export function atNeededLevel(skill: Skill, { scale }: Pick<Framework, 'scale'>): AtLevel {
  return { skill: skill.id, level: neededLevel(skill, scale) ?? ANY_LEVEL }
}

/**
 * The cover of each of these skills, in their order. The laws: somebody who goes away or leaves never raises it; a
 * level that becomes known never lowers what is known, and only narrows the range.
 */
export function coverOf(people: readonly TeamPerson[], asked: readonly AtLevel[], today: Day): Cover[] {
  return asked.map(({ skill, level }) => {
    const cover: Cover = {
      skill,
      level,
      able: [],
      nearly: [],
      ableAway: [],
      unused: [],
      unsure: [],
      known: 0,
      upTo: 0,
    }
    for (const person of people) count(person, cover, today)
    return cover
  })
}

function count(person: TeamPerson, cover: Cover, today: Day): void {
  const cell = person.cells.get(cover.skill)
  const atWork = person.away === undefined
  if (cell === undefined) {
    if (atWork) cover.upTo += 1
    return
  }
  const level = levelOf(cell) ?? 0
  if (level >= cover.level) {
    if (!atWork) return void cover.ableAway.push(person)
    cover.able.push(person)
    cover.known += 1
    cover.upTo += 1
    if (isUnused(cell, today)) cover.unused.push(person)
    if (cell.sure === 'unsure') cover.unsure.push(person)
  } else if (atWork && level > 0 && level === cover.level - 1) cover.nearly.push(person)
}

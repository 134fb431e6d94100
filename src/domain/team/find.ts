import { levelOf } from '../assessment'
import { monthOf, monthsBetween, type Day } from '../day'
import type { AtLevel } from './cover'
import type { TeamCell, TeamPerson } from './person'
import { byName } from './resting'

/** Who is looked for. Every part of it has to hold. */
export interface Query {
  skills: readonly AtLevel[]
  /** In how many months each of the skills was last used; undefined where that does not matter. */
  usedWithin?: number
  /** True where nobody counts who said they are unsure of their level. */
  sure: boolean
  /** True where only people at work count. */
  atWork: boolean
}

/** One thing a person lacks, by itself enough to make them a near match and no match. */
export type Lack =
  | { what: 'level'; asked: AtLevel; cell: TeamCell }
  | { what: 'used'; asked: AtLevel; cell: TeamCell }
  | { what: 'unsure'; asked: AtLevel; cell: TeamCell }
  | { what: 'away'; until?: Day }

/** Somebody found, with what is known of each skill asked, in the order asked. */
export interface Match {
  person: TeamPerson
  cells: TeamCell[]
}

export interface NearMatch extends Match {
  lack: Lack
}

export interface Found {
  matches: Match[]
  /** One level short in one skill, or one other thing missing. */
  near: NearMatch[]
  /** How many may match or nearly match, but have not shared all of this. They are never listed. */
  notShared: number
}

/**
 * Who of a team answers a query, and who nearly does, by name. A skill that somebody has not shared is unknown: it
 * makes them no match and no miss, so they are counted by themselves, unless what they shared already rules them out.
 */
export function findPeople(people: readonly TeamPerson[], query: Query, today: Day): Found {
  const found: Found = { matches: [], near: [], notShared: 0 }
  if (query.skills.length === 0) return found
  for (const person of [...people].sort(byName)) {
    const lacks = lacksOf(person, query, today)
    if (lacks === 'too many') continue
    const cells = query.skills.flatMap(({ skill }) => person.cells.get(skill) ?? [])
    const [lack] = lacks
    if (cells.length < query.skills.length) found.notShared += 1
    else if (lack === undefined) found.matches.push({ person, cells })
    else found.near.push({ person, cells, lack })
  }
  return found
}

/** What a person lacks by what they shared: nothing or one thing. A near match lacks no more. */
function lacksOf(person: TeamPerson, query: Query, today: Day): Lack[] | 'too many' {
  const lacks: Lack[] = []
  if (query.atWork && person.away !== undefined) lacks.push({ what: 'away', ...person.away })
  for (const asked of query.skills) {
    const cell = person.cells.get(asked.skill)
    if (cell === undefined) continue
    const short = asked.level - (levelOf(cell) ?? 0)
    if (short > 1 || (short === 1 && asked.level === 1)) return 'too many'
    if (short === 1) lacks.push({ what: 'level', asked, cell })
    if (!isUsed(cell, query.usedWithin, today)) lacks.push({ what: 'used', asked, cell })
    if (query.sure && cell.sure === 'unsure') lacks.push({ what: 'unsure', asked, cell })
  }
  return lacks.length > 1 ? 'too many' : lacks
}

/** Where nobody said when it was last used, nobody can say that it was used since. */
function isUsed({ lastUsed }: TeamCell, within: number | undefined, today: Day): boolean {
  if (within === undefined) return true
  return lastUsed !== undefined && monthsBetween(lastUsed, monthOf(today)) <= within
}

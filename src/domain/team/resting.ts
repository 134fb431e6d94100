import type { Cover } from './cover'
import type { TeamPerson } from './person'

/** What rests on one person: the skills whose cover would fall if they were not at work. */
export interface Resting {
  person: TeamPerson
  /** Nobody else is known to be able. */
  alone: Cover[]
  /** One other person is. */
  withOne: Cover[]
}

/**
 * What rests on whom, by name. It says what to spread, so it is a list of skills and no figure of a person; those
 * on whom nothing rests are left out.
 */
export function resting(covers: readonly Cover[]): Resting[] {
  const found = new Map<TeamPerson['id'], Resting>()
  for (const cover of covers) {
    if (cover.known > 2) continue
    for (const person of cover.able) {
      const one = found.get(person.id) ?? { person, alone: [], withOne: [] }
      found.set(person.id, one)
      one[cover.known === 1 ? 'alone' : 'withOne'].push(cover)
    }
  }
  return [...found.values()].sort((a, b) => byName(a.person, b.person))
}

/** People are only ever listed by name: no order of theirs says who is better. */
export function byName(a: TeamPerson, b: TeamPerson): number {
  return a.name.localeCompare(b.name, 'en-GB') || (a.id < b.id ? -1 : 1)
}

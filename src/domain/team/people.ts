import { levelOf } from '../assessment'
import type { Id } from '../id'
import type { TeamPerson } from './person'
import type { PeopleOrder, TeamView } from './view'

/** The people of a role and a unit who, where a level is asked, are known at it or above in one of the skills. */
export function chosenPeople(
  people: readonly TeamPerson[],
  { role, unit, atLeast }: Pick<TeamView, 'role' | 'unit' | 'atLeast'>,
  skills: readonly { id: Id }[],
): TeamPerson[] {
  return people.filter(
    (person) =>
      (role === undefined || person.role === role) &&
      (unit === undefined || person.unit === unit) &&
      (atLeast === undefined || skills.some(({ id }) => (levelOf(person.cells.get(id)) ?? -1) >= atLeast)),
  )
}

/** What roles and units are called. */
export interface PlaceNames {
  role(id: Id): string
  unit(id: Id): string
}

/**
 * The people in an order; equals go by name. Whoever has no role or unit stands last, and so does whoever's level is
 * not known, whichever way levels go: not known is neither high nor low.
 */
export function sortPeople(
  people: readonly TeamPerson[],
  order: PeopleOrder,
  names: PlaceNames,
): TeamPerson[] {
  const byName = (a: TeamPerson, b: TeamPerson) => a.name.localeCompare(b.name, 'en-GB')
  if (order === 'name') return [...people].sort(byName)
  if (order === 'role' || order === 'unit') {
    const place = (person: TeamPerson) => {
      const id = person[order]
      return id === undefined ? undefined : names[order](id)
    }
    return [...people].sort((a, b) => comparePlaces(place(a), place(b)) || byName(a, b))
  }
  const turn = order.first === 'highest' ? -1 : 1
  const level = (person: TeamPerson) => {
    const has = levelOf(person.cells.get(order.skill))
    return has === undefined ? Infinity : has * turn
  }
  return [...people].sort((a, b) => compareNumbers(level(a), level(b)) || byName(a, b))
}

/** The unnamed last. */
function comparePlaces(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
  return a.localeCompare(b, 'en-GB')
}

/** Infinity less infinity is no number. */
function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a - b
}

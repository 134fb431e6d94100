import { levelOf } from '../assessment'
import type { AtLevel } from './cover'
import type { TeamPerson } from './person'
import { byName } from './resting'

/** What those at work want of one skill, as far as they said. */
export interface Wishes extends AtLevel {
  /** Able, and want to grow it. */
  keenAndAble: TeamPerson[]
  /** Able, and glad to leave it behind. */
  ableButLeaving: TeamPerson[]
  /** Want to grow it, and are below the level. */
  keenAndBelow: TeamPerson[]
}

/** Skills of which somebody at work said what they want, in the order asked; people by name. */
export function wishes(people: readonly TeamPerson[], asked: readonly AtLevel[]): Wishes[] {
  const atWork = people.filter(({ away }) => away === undefined).sort(byName)
  return asked.flatMap(({ skill, level }) => {
    const of: Wishes = { skill, level, keenAndAble: [], ableButLeaving: [], keenAndBelow: [] }
    for (const person of atWork) {
      const cell = person.cells.get(skill)
      if (cell?.interest === undefined || cell.notRelevant) continue
      const able = (levelOf(cell) ?? 0) >= level
      if (cell.interest === 'leave') {
        if (able) of.ableButLeaving.push(person)
      } else of[able ? 'keenAndAble' : 'keenAndBelow'].push(person)
    }
    return of.keenAndAble.length + of.ableButLeaving.length + of.keenAndBelow.length > 0 ? [of] : []
  })
}

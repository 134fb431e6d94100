import type { Learning } from '../skill'
import { WAYS, type Action } from './action'

/** What the actions of one way take together. */
export interface HoursOfWay {
  way: Learning['way']
  actions: number
  hours: number
  /** Actions nobody has put hours to: the sum leaves them out, and says so. */
  unknown: number
}

/** Hours by way, ways without actions included. */
export function hoursByWay(actions: readonly Pick<Action, 'way' | 'hours'>[]): HoursOfWay[] {
  return WAYS.map((way) => {
    const of = actions.filter((action) => action.way === way)
    return {
      way,
      actions: of.length,
      hours: of.reduce((sum, { hours }) => sum + (hours ?? 0), 0),
      unknown: of.filter(({ hours }) => hours === undefined).length,
    }
  })
}

import { addMonths, dayOf, daysBetween, monthOf, type Day } from '../../domain/day'
import type { Action } from '../../domain/plan/action'
import { monthInWords } from './groupActions'

/** One action's stretch of the timeline, as shares of its width from 0 to 1. */
export interface Bar {
  action: Action
  start: number
  end: number
}

export interface Timeline {
  bars: Bar[]
  /** Where each shown month begins. */
  months: { name: string; at: number }[]
  today: number
}

const MONTHS_NAMED_MOST = 8

/** Actions from the day they were made to the day they are due or were done, on whole months that hold today as well. */
export function timelineOf(actions: readonly Action[], today: Day): Timeline {
  const days = [
    today,
    ...actions.flatMap(({ createdAt, due, doneAt }) => [
      dayOf(createdAt),
      doneAt === undefined ? due : dayOf(doneAt),
    ]),
  ].sort()
  const first = monthOf(days[0]!)
  const beyond = addMonths(monthOf(days.at(-1)!), 1)
  const length = daysBetween(`${first}-01`, `${beyond}-01`)
  const at = (day: Day) => daysBetween(`${first}-01`, day) / length
  const months: string[] = []
  for (let month = first; month < beyond; month = addMonths(month, 1)) months.push(month)
  const every = Math.ceil(months.length / MONTHS_NAMED_MOST)
  return {
    bars: actions.map((action) => {
      const begun = dayOf(action.createdAt)
      const ends = action.doneAt === undefined ? action.due : dayOf(action.doneAt)
      return { action, start: at(begun < ends ? begun : ends), end: at(ends) }
    }),
    months: months
      .filter((_, index) => index % every === 0)
      .map((month) => ({ name: monthInWords(month), at: at(`${month}-01`) })),
    today: at(today),
  }
}

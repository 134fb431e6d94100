import { daysBetween, type Day } from '../day'
import type { Action } from './action'

/** Two weeks: long enough to do something about it, short enough to matter now. */
export const SOON_DAYS = 14

type Dated = Pick<Action, 'id' | 'due' | 'doneAt'>

/** Actions not done whose day has gone by, the longest overdue first. An action due today is not overdue. */
export function overdue<T extends Dated>(actions: readonly T[], today: Day): T[] {
  return actions.filter(({ due, doneAt }) => doneAt === undefined && due < today).sort(byDue)
}

/** Actions not done that are due from today to `days` from now, the soonest first. */
export function dueSoon<T extends Dated>(actions: readonly T[], today: Day, days = SOON_DAYS): T[] {
  return actions
    .filter(({ due, doneAt }) => doneAt === undefined && due >= today && daysBetween(today, due) <= days)
    .sort(byDue)
}

function byDue(a: Dated, b: Dated): number {
  if (a.due !== b.due) return a.due < b.due ? -1 : 1
  return a.id < b.id ? -1 : 1
}

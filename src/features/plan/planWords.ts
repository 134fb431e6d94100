import { daysBetween, type Day } from '../../domain/day'
import type { Action } from '../../domain/plan/action'
import { levelLabel, type Scale } from '../../domain/scale'
import { dayInWords } from '../../parts/dayInWords'

/** "overdue by 13 days", "due today", "due in 8 days", "due 28 February 2027". */
export function dueWords(due: Day, today: Day): string {
  const days = daysBetween(today, due)
  if (days < 0) return `overdue by ${inDays(-days)}`
  if (days === 0) return 'due today'
  return days <= 31 ? `due in ${inDays(days)}` : `due ${dayInWords(due)}`
}

/** "holds until 20 January 2027, 58 days more", "ran out on 1 March 2026", "does not run out". */
export function holdsWords(expires: Day | undefined, today: Day): string {
  if (expires === undefined) return 'does not run out'
  const days = daysBetween(today, expires)
  if (days < 0) return `ran out on ${dayInWords(expires)}`
  return `holds until ${dayInWords(expires)}${days <= 90 ? `, ${inDays(days)} more` : ''}`
}

/** "to level 3, Works unaided". */
export function bringsWords({ to }: Pick<Action, 'to'>, scale: Scale | undefined): string {
  return `to level ${to}${scale ? `, ${levelLabel(scale, to)}` : ''}`
}

function inDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`
}

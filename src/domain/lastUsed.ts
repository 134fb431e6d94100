import { addMonths, monthOf, monthsBetween, type Day, type Month } from './day'

/** When a skill was last used, in the words a person chooses from, latest first. */
export const LAST_USED = ['this month', 'in the last year', 'over a year ago', 'over two years ago'] as const
export type LastUsed = (typeof LAST_USED)[number]

/**
 * How many months back each answer is kept as. "Over" is true from the first day of the month kept;
 * "in the last year" is kept as half a year, the middle of what it may mean.
 */
const MONTHS_BACK: Record<LastUsed, number> = {
  'this month': 0,
  'in the last year': 6,
  'over a year ago': 13,
  'over two years ago': 25,
}

/** The month to keep for an answer given today. Said back in words today, it gives the same answer. */
export function monthLastUsed(answer: LastUsed, today: Day): Month {
  return addMonths(monthOf(today), -MONTHS_BACK[answer])
}

/** The words for a month as seen from today; a month yet to come counts as this month. */
export function lastUsedWords(month: Month, today: Day): LastUsed {
  const months = monthsBetween(month, monthOf(today))
  if (months <= 0) return 'this month'
  if (months <= 12) return 'in the last year'
  return months <= 24 ? 'over a year ago' : 'over two years ago'
}

/** ε an organisation may spend in any 12 months: one release at 1, or two rougher ones at 0.5. */
export const YEARLY_EPSILON = 1
const BUDGET_MONTHS = 12
/** For this long after a release, a later grid only takes its cells together. */
export const COARSENING_MONTHS = 24

/** A release that was published, and the day it was. Days are `2026-11-23`, and compare as text. */
export interface Spent {
  epsilon: number
  day: string
}

/** True when a release of `epsilon` on `day` keeps every 12 months within the year's ε. */
export function affords(ledger: readonly Spent[], epsilon: number, day: string): boolean {
  const spent = since(ledger, day, BUDGET_MONTHS).reduce((sum, release) => sum + release.epsilon, 0)
  return spent + epsilon <= YEARLY_EPSILON
}

/** The entries of the `months` (a multiple of 12) that end on `day`: a release a whole year ago is out of them. */
export function since<Entry extends { day: string }>(
  entries: readonly Entry[],
  day: string,
  months: number,
): Entry[] {
  const start = `${String(Number(day.slice(0, 4)) - months / 12).padStart(4, '0')}${day.slice(4)}`
  return entries.filter((entry) => entry.day > start)
}

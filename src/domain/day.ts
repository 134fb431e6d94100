/** A calendar day, `2026-11-23`, the same wherever the laptop is. Days and months compare as texts. */
export type Day = string

/** A calendar month, `2026-11`. */
export type Month = string

const MILLISECONDS = 24 * 60 * 60 * 1000

/** Whole days from the first to the second; negative when the second comes earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / MILLISECONDS
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * MILLISECONDS).toISOString().slice(0, 10)
}

/** The day of an ISO 8601 instant, in UTC. */
export function dayOf(instant: string): Day {
  return instant.slice(0, 10)
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7)
}

/** Whole months from the first to the second. */
export function monthsBetween(from: Month, to: Month): number {
  return monthNumber(to) - monthNumber(from)
}

export function addMonths(month: Month, months: number): Month {
  const number = monthNumber(month) + months
  const year = Math.floor(number / 12)
  return `${String(year).padStart(4, '0')}-${String(number - year * 12 + 1).padStart(2, '0')}`
}

function monthNumber(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
}

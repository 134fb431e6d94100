import { isMadeUp, MADE_UP } from '../../../domain/release/madeUp'

/** Calendar days as the API writes them: `2026-11-23`, in UTC, because periods close at the end of a UTC day. */
export function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10)
}

export function daysAfter(day: string, days: number): string {
  const time = new Date(`${day}T12:00:00Z`)
  time.setUTCDate(time.getUTCDate() + days)
  return dayOf(time)
}

/** Whole days from one day to another; negative where the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000)
}

/** The half of the year a day is in, `2026-H2`; a later period of the same half is `2026-H2-2` and so on. In a sample it says that it is one. */
export function periodIdFor(day: string, taken: readonly string[]): string {
  const sample = taken.some(isMadeUp) ? MADE_UP : ''
  const half = `${sample}${day.slice(0, 4)}-H${Number(day.slice(5, 7)) <= 6 ? 1 : 2}`
  let id = half
  for (let next = 2; taken.includes(id); next += 1) id = `${half}-${next}`
  return id
}

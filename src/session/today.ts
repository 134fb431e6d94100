import type { Day } from '../domain/day'

/** Today by the laptop's own calendar. */
export function today(now = new Date()): Day {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

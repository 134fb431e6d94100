const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' }

/** `2026-11-23` as "23 November 2026", wherever the laptop is. */
export function dayInWords(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', { ...DAY, timeZone: 'UTC' })
}

/** An instant as "23 November 2026, 14:02", by the laptop's own clock. */
export function momentInWords(instant: string): string {
  const moment = new Date(instant)
  const clock = moment.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  return `${moment.toLocaleDateString('en-GB', DAY)}, ${clock}`
}

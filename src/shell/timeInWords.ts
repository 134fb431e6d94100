const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

/** `14:02` */
export function clock(time: Date): string {
  return time.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
}

/** How long ago, as loosely as it matters: `today`, `yesterday`, `12 days ago`. */
export function ageInWords(instant: string, now = new Date()): string {
  const days = Math.floor((startOfDay(now) - startOfDay(new Date(instant))) / DAY)
  if (days <= 0) return 'today'
  if (days === 1) return 'yesterday'
  return `${days} days ago`
}

function startOfDay(time: Date): number {
  return Date.UTC(time.getFullYear(), time.getMonth(), time.getDate())
}

import { daysBetween, type Day } from '../day'
import type { Id } from '../id'

/** A qualification held. */
export interface Certificate {
  id: string
  person: string
  name: string
  /** The skill it speaks for. */
  skill?: Id
  gained: Day
  /** The last day it holds; absent where it never runs out. */
  expires?: Day
}

/** A certificate that has run out or soon will. */
export interface Expiring<T> {
  certificate: T
  /** Days it still holds, 0 on its last day; negative once it has run out. */
  days: number
}

/** A quarter of a year: time to book an examination. */
export const EXPIRING_DAYS = 90

/** Certificates that have run out, or will within `within` days, the soonest first. */
export function expiring<T extends Pick<Certificate, 'name' | 'expires'>>(
  certificates: readonly T[],
  today: Day,
  within = EXPIRING_DAYS,
): Expiring<T>[] {
  return certificates
    .flatMap((certificate) => {
      if (certificate.expires === undefined) return []
      const days = daysBetween(today, certificate.expires)
      return days <= within ? [{ certificate, days }] : []
    })
    .sort((a, b) => a.days - b.days || a.certificate.name.localeCompare(b.certificate.name, 'en-GB'))
}

import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import type { Supposed } from '../../../domain/team/whatIf'

const KEY = /^[A-Za-z0-9-]{1,64}$/
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

/** Reads what is supposed: `out=…&away=…,…&until=2026-12-31`, people by their ids. Who is gone is not away too. */
export function readSupposed({ out, away, until }: LocationQuery): Supposed {
  const gone = readKeys(out)
  return {
    out: gone,
    away: readKeys(away).filter((id) => !gone.includes(id)),
    ...(typeof until === 'string' && DAY.test(until) && { until }),
  }
}

/** The address of what is supposed; what is usual is left out of it. */
export function writeSupposed({ out, away, until }: Supposed): LocationQueryRaw {
  return {
    ...(out.length > 0 && { out: out.join(',') }),
    ...(away.length > 0 && { away: away.join(',') }),
    ...(until !== undefined && { until }),
  }
}

function readKeys(written: unknown): string[] {
  if (typeof written !== 'string') return []
  return [...new Set(written.split(','))].filter((key) => KEY.test(key))
}

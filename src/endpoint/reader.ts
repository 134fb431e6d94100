import * as v from 'valibot'
import type { Grid } from '../contract/period'
import { SummarySchema, type Summary } from '../contract/summary'
import type { Id } from '../domain/id'
import { sha256 } from './digest'
import type { Opener } from './sealed'
import { isSigned } from './signature'
import type { PeriodRow, SummaryRow } from './store/tables'

/** What was made of one row. */
export interface Read {
  sequence: number
  /** Undefined where it is spoiled: not signed, does not open, not a summary, or not of this period's making. */
  answer: Summary | undefined
  /** What tells a sealed file from every other; undefined in a period whose bodies are plain. */
  file: string | undefined
}

/** Reads one row of a period at a time. */
export type Reader = (row: SummaryRow) => Promise<Read>

export function readerOf(period: PeriodRow, skills: readonly Id[], open: Opener): Reader {
  const { cells } = JSON.parse(period.grid) as Grid
  const fits = fitting(period, new Set(cells.map(({ id }) => id)), new Set(skills))
  return async (row) => {
    const { sequence } = row
    if (!isSigned({ ...row, publicKey: row.public_key })) {
      return { sequence, answer: undefined, file: undefined }
    }
    const body = Buffer.from(row.body, 'base64url')
    const file = period.recipient === null ? undefined : sha256(body)
    const parsed = v.safeParse(SummarySchema, parse(await open(body)))
    return { sequence, answer: parsed.success && fits(parsed.output) ? parsed.output : undefined, file }
  }
}

function fitting(period: PeriodRow, cells: ReadonlySet<Id>, skills: ReadonlySet<Id>) {
  return (summary: Summary): boolean =>
    summary.period === period.id &&
    summary.grid === period.grid_hash &&
    summary.catalogue === period.catalogue &&
    cells.has(summary.cell) &&
    Object.keys(summary.bands).every((skill) => skills.has(skill))
}

function parse(bytes: Uint8Array | undefined): unknown {
  if (bytes === undefined) return undefined
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown
  } catch {
    return undefined
  }
}

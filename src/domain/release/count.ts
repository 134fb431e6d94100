import { ABLE, SHORT, type Bands } from '../band'
import type { Id } from '../id'

/** People short of a skill, and people able. */
export type Counts = [short: number, able: number]

/** One summary, read: the place of its merged cell, and its bands. */
export interface Answer {
  cell: number
  bands: Bands
}

/** All that a release counts. A reply counts once in `replied`, and at most once for each skill. */
export interface Table {
  /** counts[cell][skill] */
  counts: Counts[][]
  /** totals[skill] */
  totals: Counts[]
  /** Replies by cell, and all of them. */
  replied: number[]
  repliedInAll: number
}

/** Counts every answer in its cell and in the whole. Who is neither short of a skill nor able counts as having replied only. */
export function countBands(answers: readonly Answer[], cells: number, skills: readonly Id[]): Table {
  const row = (): Counts[] => skills.map(() => [0, 0])
  const table: Table = {
    counts: Array.from({ length: cells }, row),
    totals: row(),
    replied: Array.from({ length: cells }, () => 0),
    repliedInAll: answers.length,
  }
  for (const { cell, bands } of answers) {
    table.replied[cell]! += 1
    skills.forEach((skill, place) => {
      const band = Object.hasOwn(bands, skill) ? bands[skill] : undefined
      if (band !== SHORT && band !== ABLE) return
      const which = band === SHORT ? 0 : 1
      table.counts[cell]![place]![which] += 1
      table.totals[place]![which] += 1
    })
  }
  return table
}

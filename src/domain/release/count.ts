import type { Bands } from '../band'
import type { Id } from '../id'

/** People per band: short, meets, able, other. The bands 0, 1 and 2 are their own places here. */
export type Counts = [short: number, meets: number, able: number, other: number]
export const OTHER = 3

/** One summary, read: the place of its merged cell, and its bands. */
export interface Answer {
  cell: number
  bands: Bands
}

export interface Table {
  /** counts[cell][skill] */
  counts: Counts[][]
  /** totals[skill] */
  totals: Counts[]
}

/** Counts every answer once per skill, in its cell and in the whole: each skill's four counts sum to the answers. */
export function countBands(answers: readonly Answer[], cells: number, skills: readonly Id[]): Table {
  const row = (): Counts[] => skills.map(() => [0, 0, 0, 0])
  const table: Table = { counts: Array.from({ length: cells }, row), totals: row() }
  for (const { cell, bands } of answers) {
    skills.forEach((skill, place) => {
      const band = Object.hasOwn(bands, skill) ? bands[skill]! : OTHER
      table.counts[cell]![place]![band] += 1
      table.totals[place]![band] += 1
    })
  }
  return table
}

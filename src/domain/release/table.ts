import type { Bands } from '../band'
import type { Id } from '../id'
import type { Bits } from './bits'
import { partKey, type Cell, type Keep } from './cell'
import { countBands, type Counts, type Table } from './count'
import { cellsFrom } from './grid'
import type { Names } from './label'
import { mergeGroups } from './merge'
import { laplace, marginOf, rateFor, type Rate } from './noise'

/** What a period says must go into its release. */
export interface Terms {
  grid: readonly Cell[]
  keep: Keep
  floor: number
  epsilon: number
  skills: readonly Id[]
  names: Names
}

/** The part of a release that is made of answers. Where one cell is left there are no cells and no counts. */
export interface NoisyTable extends Table {
  cells: Omit<Cell, 'headcount'>[]
  margin: number
}

/**
 * Takes cells together until each has `floor` answers, counts, and adds noise once. `answers` name cells
 * of the grid; one that names another is an error of the caller. Exact counts leave this function nowhere.
 */
export function noisyTable(
  answers: readonly { cell: Id; bands: Bands }[],
  terms: Terms,
  bits: Bits,
): NoisyTable {
  const cells = mergedCells(answers, terms)
  const exact = countBands(
    answers.map(({ cell, bands }) => ({ cell: cells.of.get(cell)!, bands })),
    cells.merged.length,
    terms.skills,
  )
  if (cells.merged.length === 1) {
    const rate = rateFor(terms.epsilon, 1)
    return {
      cells: [],
      ...withNoise({ ...exact, counts: [], replied: [] }, rate, bits),
      margin: marginOf(rate),
    }
  }
  const rate = rateFor(terms.epsilon, 2)
  return {
    cells: cells.merged.map(({ id, label, parts }) => ({ id, label, parts })),
    ...withNoise(exact, rate, bits),
    margin: marginOf(rate),
  }
}

function mergedCells(
  answers: readonly { cell: Id }[],
  terms: Terms,
): { merged: Cell[]; of: Map<Id, number> } {
  const replies = new Map<Id, number>()
  for (const { cell } of answers) replies.set(cell, (replies.get(cell) ?? 0) + 1)
  const groups = terms.grid.map(({ id, parts }) => ({ parts, size: replies.get(id) ?? 0 }))
  const merged = cellsFrom(mergeGroups(groups, terms.floor, terms.keep), terms.keep, terms.names)
  const placeOf = new Map(merged.flatMap((cell, place) => cell.parts.map((part) => [partKey(part), place])))
  return { merged, of: new Map(terms.grid.map(({ id, parts }) => [id, placeOf.get(partKey(parts[0]!))!])) }
}

/** Every count with a draw of its own: the cells first, then the totals, then the replies. */
function withNoise({ counts, totals, replied, repliedInAll }: Table, rate: Rate, bits: Bits): Table {
  const noisy = (count: number) => count + laplace(rate, bits)
  const each = ([short, able]: Counts): Counts => [noisy(short), noisy(able)]
  return {
    counts: counts.map((row) => row.map(each)),
    totals: totals.map(each),
    replied: replied.map(noisy),
    repliedInAll: noisy(repliedInAll),
  }
}

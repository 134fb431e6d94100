import { dsvFormat } from 'd3-dsv'
import type { Headcount } from '../../../contract/period'
import type { Id } from '../../../domain/id'
import type { Names } from '../../../domain/release/label'
import { added } from './headcounts'

/** What was read of a paste, and each row that could not be, by its place from 1. */
export interface Pasted {
  headcounts: Headcount[]
  refused: { row: number; why: string }[]
}

const HEADCOUNT_MAX = 100_000
const COLUMNS = 3

/**
 * Reads rows of unit, family and headcount as a spreadsheet puts them on the clipboard (tab-separated), or
 * typed with commas or semicolons. Units and families go by their name or id in the catalogue, in any case. A
 * first row whose third column is no number is taken for headings. Rows of the same two are added up.
 */
export function readPasted(text: string, names: Names): Pasted {
  const units = lookup(names.units)
  const families = lookup(names.families)
  const headcounts: Headcount[] = []
  const refused: Pasted['refused'] = []
  rowsOf(text).forEach((cells, index) => {
    if (cells.every((cell) => cell === '')) return
    if (index === 0 && cells.length >= COLUMNS && !/\d/.test(cells[2]!)) return
    const read = readRow(cells, units, families)
    if (typeof read === 'string') refused.push({ row: index + 1, why: read })
    else headcounts.push(read)
  })
  return { headcounts: added(headcounts), refused }
}

function readRow(
  cells: readonly string[],
  units: ReadonlyMap<string, Id>,
  families: ReadonlyMap<string, Id>,
): Headcount | string {
  if (cells.length < COLUMNS) return 'it has fewer than three columns'
  const [unitName, familyName, number] = cells as [string, string, string]
  const unit = units.get(folded(unitName))
  if (unit === undefined) return `no unit is called “${shortened(unitName)}”`
  const family = families.get(folded(familyName))
  if (family === undefined) return `no family is called “${shortened(familyName)}”`
  // Thousands may stand apart (1,200 or 1 200), as spreadsheets show them.
  const headcount = /^\d{1,3}([, ]\d{3})*$|^\d+$/.test(number) ? Number(number.replace(/[, ]/g, '')) : NaN
  if (!(headcount <= HEADCOUNT_MAX)) return `“${shortened(number)}” is not a whole number of posts`
  return { unit, family, headcount }
}

function rowsOf(text: string): string[][] {
  const delimiter = text.includes('\t') ? '\t' : text.includes(';') ? ';' : ','
  return dsvFormat(delimiter)
    .parseRows(text)
    .map((cells) => cells.map((cell) => cell.replace(/\s+/g, ' ').trim()))
}

function lookup(names: ReadonlyMap<Id, string>): Map<string, Id> {
  return new Map([...names].flatMap(([id, name]) => [[id, id] as const, [folded(name), id] as const]))
}

function folded(name: string): string {
  return name.toLocaleLowerCase('en-GB')
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}

const NAMED = 3

/** Which rows were left out and why, as one sentence; undefined where none was. */
export function refusedInWords(refused: Pasted['refused']): string | undefined {
  if (refused.length === 0) return undefined
  const named = refused.slice(0, NAMED).map(({ row, why }) => `row ${row} (${why})`)
  const more = refused.length - named.length
  const list = more > 0 ? [...named, `${more} more`] : named
  const rows = refused.length === 1 ? '1 row was left out' : `${refused.length} rows were left out`
  return `${rows}: ${list.join(', ')}.`
}

import { csvParseRows } from 'd3-dsv'
import { ImportFault } from './fault'

/** One record. `row` counts as a spreadsheet does: the headings are row 1. */
export interface CsvRecord {
  row: number
  cells: string[]
}

export interface CsvFile {
  name: string
  headings: string[]
  text: string
}

/** Enough for the widest framework file known (44 columns); beyond it, this is not a heading row. */
const HEADING_MAX_LENGTH = 10_000

/**
 * Reads the headings only, so that a file of the wrong kind is refused before it is read through.
 * @throws ImportFault when the first record is no heading row.
 */
export function openCsv(name: string, text: string): CsvFile {
  const start = text.slice(0, HEADING_MAX_LENGTH)
  const [headings] = csvParseRows(start.slice(0, endOfFirstRecord(start)))
  if (headings === undefined || headings.every((heading) => heading.trim() === '')) {
    throw new ImportFault(`${name} has no headings in its first row.`)
  }
  return { name, headings, text }
}

function endOfFirstRecord(text: string): number {
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (character === '"') quoted = !quoted
    else if (!quoted && (character === '\n' || character === '\r')) return at
  }
  return text.length
}

/** Headings are matched by name whatever their place, case, spaces and underscores. */
export function headingKey(heading: string): string {
  return heading
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_\u200B]+/g, '')
}

/**
 * The records under the headings, by RFC 4180: a quoted cell may hold line breaks, so
 * lines are never split. Blank lines are skipped and keep their row number.
 * @throws ImportFault for quotation marks that do not pair, and for a record that does
 * not have a cell under each heading: both mean the file is cut off or damaged.
 */
export function csvRecords(file: CsvFile): CsvRecord[] {
  checkQuotes(file)
  const width = file.headings.length
  const records: CsvRecord[] = []
  csvParseRows(file.text, (cells, index) => {
    const row = index + 1
    if (row === 1 || (cells.length === 1 && cells[0] === '')) return null
    const spare = cells.slice(width).every((cell) => cell === '')
    if (cells.length < width || !spare) {
      throw new ImportFault(
        `Row ${row} of ${file.name} has ${cells.length} cells where the headings have ${width}: the file is cut off or damaged.`,
      )
    }
    records.push({ row, cells: cells.slice(0, width) })
    return null
  })
  return records
}

/** RFC 4180, section 2, rules 5 to 7: a quotation mark opens a cell, closes it, or is doubled inside it. */
function checkQuotes({ name, text }: CsvFile): void {
  let row = 1
  let at = 0
  for (;;) {
    const open = text.indexOf('"', at)
    row += lineBreaks(text.slice(at, open < 0 ? undefined : open))
    if (open < 0) return
    if (open > 0 && !/[,\r\n]/.test(text.charAt(open - 1))) throw strayQuote(name, row)
    const close = closingQuote(text, open)
    if (close < 0) {
      throw new ImportFault(
        `Row ${row} of ${name} opens a quotation mark that is never closed: the file is cut off or damaged.`,
      )
    }
    if (close + 1 < text.length && !/[,\r\n]/.test(text.charAt(close + 1))) throw strayQuote(name, row)
    at = close + 1
  }
}

function closingQuote(text: string, open: number): number {
  let close = text.indexOf('"', open + 1)
  while (close >= 0 && text.charAt(close + 1) === '"') close = text.indexOf('"', close + 2)
  return close
}

function lineBreaks(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0
}

function strayQuote(name: string, row: number): ImportFault {
  return new ImportFault(
    `Row ${row} of ${name} has a quotation mark in the middle of a cell: the file is damaged.`,
  )
}

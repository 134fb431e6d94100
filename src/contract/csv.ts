/** A number stays a number; undefined is an empty cell. */
export type CsvCell = string | number | undefined

/**
 * What a spreadsheet takes for the start of a formula, by itself or after white space it drops (OWASP, "CSV
 * Injection"), full-width forms included.
 */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/

/**
 * Rows as CSV by RFC 4180, CRLF after each: a cell with a comma, a quotation mark or a line break is quoted,
 * quotation marks doubled. Text that would start a formula gets an apostrophe before it, which spreadsheets show
 * as the text it was; numbers, negative ones too, are left as they are. A number that is not finite is empty.
 * Without a byte order mark: Excel needs one to read UTF-8, so a file for people starts with `BYTE_ORDER_MARK`.
 */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')
}

export const BYTE_ORDER_MARK = '\uFEFF'

function field(cell: CsvCell): string {
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
  if (cell === undefined) return ''
  const safe = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

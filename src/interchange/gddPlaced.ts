import type { RoleRow } from './gddRows'
import type { ReportBook } from './report'

/** A row that says whose it is. `level` is empty for a role without role levels. */
export interface PlacedRow {
  family: string
  role: string
  level: string
  from: RoleRow
}

/** The same for every row of one role profile. */
export function profileKey({ role, level }: PlacedRow): string {
  return keyOf([role, level])
}

/** Several names as one key, whatever they hold. */
export function keyOf(names: (string | undefined)[]): string {
  return JSON.stringify(names)
}

/** Rows without a family or a role belong to nothing, and are reported. */
export function placedRows(rows: RoleRow[], book: ReportBook): PlacedRow[] {
  return rows.flatMap((from) => {
    const { 'Role Family': family, Role: role, 'Role Level': level = '' } = from.cells
    if (family !== undefined && role !== undefined) return [{ family, role, level, from }]
    const column = family === undefined ? 'Role Family' : 'Role'
    const message = `A row has nothing under “${column}”`
    book.note({ code: 'unplaced-row', severity: 'warning', action: 'dropped', message }, from.at(column))
    return []
  })
}

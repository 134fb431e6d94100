import { BYTE_ORDER_MARK, csvText } from '../contract/csv'
import { actionsIn, headwayIn, type ProgressEntry } from '../domain/progress/entry'
import type { Sheet, SheetCell } from './xlsxOut'

const HEADINGS = [
  'Kind',
  'About',
  'Skill',
  'What',
  'Owner',
  'Date',
  'Cost in pounds',
  'Status',
  'Count',
  'From release',
  'Figure then',
  'Note',
]
const WIDTHS = [14, 30, 30, 44, 24, 12, 14, 12, 8, 16, 34, 40]

/** HR's steps against gaps as a table, headings first: actions, then posts filled and training done. */
export function progressTable(entries: readonly ProgressEntry[]): SheetCell[][] {
  return [
    HEADINGS,
    ...actionsIn(entries).map(({ about, what, owner, due, cost, status, from }): SheetCell[] => [
      ...['action', about.name, about.skill, what, owner, due, cost, status],
      ...[undefined, from?.period, from?.figure, undefined],
    ]),
    ...headwayIn(entries).map(({ kind, about, count, on, note }): SheetCell[] => [
      ...[kind, about.name, about.skill, undefined, undefined, on, undefined, undefined],
      ...[count, undefined, undefined, note],
    ]),
  ]
}

/** The table as a CSV file that Excel reads as UTF-8. */
export function progressCsv(table: readonly (readonly SheetCell[])[]): string {
  return BYTE_ORDER_MARK + csvText(table)
}

/** The table as a sheet of a workbook. */
export function progressSheet(rows: readonly (readonly SheetCell[])[]): Sheet {
  return { name: 'Progress', rows, widths: WIDTHS }
}

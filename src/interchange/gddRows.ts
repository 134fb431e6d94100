import type { CsvFile, CsvRecord } from './csv'
import { csvRecords, headingKey } from './csv'
import { ImportFault } from './fault'
import { ROLE_HEADINGS, ROLE_TYPE, SKILL_HEADINGS } from './gddFiles'
import type { Place, ReportBook } from './report'
import { TEXT_CHANGES, type TextChange, cleanText } from './text'

/** The publisher's mark for "this role has no levels". Not a level, nor a description. */
const SENTINEL = 'not in use'

/** As the contract allows. */
const CELL_MAX_LENGTH = 20_000
const NAME_MAX_LENGTH = 300

type RoleColumn = (typeof ROLE_HEADINGS)[number] | typeof ROLE_TYPE
type SkillColumn = (typeof SKILL_HEADINGS)[number]

/** One cleaned record. `cells` lacks what was empty or not in use; `written` is as the file has it. */
export interface GddRow<Column extends string> {
  row: number
  cells: Partial<Record<Column, string>>
  written: Partial<Record<Column, string>>
  at: (column: Column, sample?: string) => Place
}

export type RoleRow = GddRow<RoleColumn>
export type SkillRow = GddRow<SkillColumn>

const NAMES = new Set<string>(['Role Family', 'Role', 'Role Level', 'Skill Name', 'Skill Level', ROLE_TYPE])

export function roleRows(file: CsvFile, book: ReportBook): RoleRow[] {
  return rowsOf<RoleColumn>(file, [...ROLE_HEADINGS, ROLE_TYPE], book)
}

export function skillRows(file: CsvFile, book: ReportBook): SkillRow[] {
  return rowsOf<SkillColumn>(file, SKILL_HEADINGS, book)
}

function rowsOf<Column extends string>(
  file: CsvFile,
  columns: readonly Column[],
  book: ReportBook,
): GddRow<Column>[] {
  const keys = file.headings.map(headingKey)
  const places = columns
    .map((column) => ({ column, index: keys.indexOf(headingKey(column)) }))
    .filter(({ index }) => index >= 0)
  return csvRecords(file).map((record) => cleanRow(file.name, record, places, book))
}

function cleanRow<Column extends string>(
  file: string,
  { row, cells }: CsvRecord,
  columns: { column: Column; index: number }[],
  book: ReportBook,
): GddRow<Column> {
  const at: GddRow<Column>['at'] = (column, sample) => ({ file, row, column, ...(sample && { sample }) })
  const clean: GddRow<Column> = { row, cells: {}, written: {}, at }
  const unused: Column[] = []
  for (const { column, index } of columns) {
    const written = cells[index] ?? ''
    const text = cleanCell(written, at(column), NAMES.has(column), book)
    clean.written[column] = written
    if (text.toLowerCase() === SENTINEL) unused.push(column)
    else if (text !== '') clean.cells[column] = text
  }
  if (unused.length > 0) noteSentinel({ file, row, column: unused.join(', ') }, book)
  return clean
}

function cleanCell(written: string, place: Place, isName: boolean, book: ReportBook): string {
  const { text, changes, trimmed } = cleanText(written)
  const limit = isName ? NAME_MAX_LENGTH : CELL_MAX_LENGTH
  if (text.length > limit) {
    throw new ImportFault(
      `Row ${place.row} of ${place.file} has ${text.length} characters under “${place.column}”, where at most ${limit} are taken.`,
    )
  }
  for (const [change, count] of Object.entries(changes) as [TextChange, number][]) {
    book.note(
      { code: change, severity: 'info', action: 'changed', message: TEXT_CHANGES[change] },
      { ...place, sample: text },
      count,
    )
  }
  if (trimmed) {
    book.note(
      {
        code: isName ? 'name-trimmed' : 'text-trimmed',
        severity: 'info',
        action: 'changed',
        message: isName ? 'Spaces round a name were removed' : 'Spaces round a text were removed',
      },
      { ...place, sample: `“${written.slice(-70)}”` },
    )
  }
  if (text.includes('\uFFFD')) {
    book.note(
      {
        code: 'lost-character',
        severity: 'warning',
        action: 'kept',
        message: 'A character had been lost before the file was saved (it shows as �)',
      },
      { ...place, sample: text },
    )
  }
  return text
}

function noteSentinel(place: Place, book: ReportBook): void {
  book.note(
    {
      code: 'not-in-use',
      severity: 'info',
      action: 'changed',
      message: 'A row says “NOT IN USE” where its role has no levels; that was read as empty',
    },
    place,
  )
}

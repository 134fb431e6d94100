import { rated, setAside, type Evidence, type Rating } from '../domain/assessment'
import type { Framework } from '../domain/framework'
import type { Ratings } from '../domain/gap'
import type { Id } from '../domain/id'
import type { Scale } from '../domain/scale'
import { wordsOf } from '../domain/search'
import { csvRecords, openCsv } from './csv'
import { decode } from './decode'
import { ImportFault } from './fault'
import { evidenceCell } from './skillsTable'
import { cleanText } from './text'
import { firstSheet } from './xlsxIn'

/** A spreadsheet of skills as a person keeps it: one row a skill, under headings. */
export interface SkillsTable {
  headings: string[]
  /** `row` counts as a spreadsheet does: the headings are row 1. */
  rows: { row: number; cells: string[] }[]
}

/** What a column may be taken for, by its place in the table. */
export interface Columns {
  skill?: number
  level?: number
  evidence?: number
}

/** What a value in the level column is taken to mean; undefined is no answer, and the row is left out. */
export type Meaning = number | 'not relevant' | undefined

/** What one row would do. */
export interface TakenRow {
  row: number
  skill: Id
  name: string
  before: Rating | undefined
  meaning: Exclude<Meaning, undefined>
  evidence?: string
}

export interface Taken {
  /** Rows that change something. */
  changes: TakenRow[]
  /** Rows that say what is there already. */
  same: number
  /** Rows without a level that means anything. */
  noAnswer: number
  /** Skills named in the table that the framework does not have. */
  unmatched: { row: number; name: string }[]
  /** Skills named twice: the first row is taken. */
  twice: { row: number; name: string }[]
}

const ROWS_MAX = 20_000

/**
 * Reads a CSV file or the first sheet of an XLSX workbook.
 * @throws ImportFault, one sentence for the person.
 */
export async function readSkillsTable(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<SkillsTable> {
  const table = isZip(bytes) ? fromSheet(name, await firstSheet(name, bytes)) : fromCsv(name, bytes)
  if (table.rows.length === 0) throw new ImportFault(`${name} has headings and no rows under them.`)
  if (table.rows.length > ROWS_MAX) throw new ImportFault(`${name} has more than ${ROWS_MAX} rows.`)
  return table
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}

function fromCsv(name: string, bytes: Uint8Array): SkillsTable {
  const file = openCsv(name, decode(name, bytes).text)
  return { headings: file.headings.map(clean), rows: csvRecords(file).map(cleanRow) }
}

function fromSheet(name: string, sheet: string[][]): SkillsTable {
  const [headings = [], ...rest] = sheet
  if (headings.every((heading) => heading.trim() === '')) {
    throw new ImportFault(`${name} has no headings in the first row of its first sheet.`)
  }
  const rows = rest.map((cells, at) => ({ row: at + 2, cells }))
  return {
    headings: headings.map(clean),
    rows: rows.filter(({ cells }) => cells.some(Boolean)).map(cleanRow),
  }
}

const clean = (cell: string) => cleanText(cell).text
const cleanRow = ({ row, cells }: { row: number; cells: string[] }) => ({ row, cells: cells.map(clean) })

const GUESSES: Record<keyof Columns, RegExp> = {
  skill: /^(skills?|competenc(e|y)|capability|name|topic)\b/i,
  level: /^((my |current |self )?(level|rating|score|grade)|self.?assess)/i,
  evidence: /^(evidence|notes?|comments?|examples?)\b/i,
}

/** The columns by their headings, as a first proposal. */
export function guessColumns(headings: readonly string[]): Columns {
  const find = (pattern: RegExp) => headings.findIndex((heading) => pattern.test(heading.trim()))
  return Object.fromEntries(
    Object.entries(GUESSES).flatMap(([kind, pattern]) => (find(pattern) < 0 ? [] : [[kind, find(pattern)]])),
  )
}

/** Each different value of a column, in the order met, and how many rows have it. */
export function valuesIn(table: SkillsTable, column: number): Map<string, number> {
  const values = new Map<string, number>()
  for (const { cells } of table.rows) {
    const value = cells[column] ?? ''
    values.set(value, (values.get(value) ?? 0) + 1)
  }
  return values
}

const NOT_RELEVANT = /^(n\/?a|not (relevant|applicable).*)$/i
const NONE = /^(none( yet)?|no|never|0|[-–])$/i

/** What a value of the level column most likely means on this scale: its number, or a level's name. */
export function guessMeaning(value: string, scale: Scale): Meaning {
  const text = value.trim()
  if (NOT_RELEVANT.test(text)) return 'not relevant'
  if (NONE.test(text)) return 0
  const number = Number(/^(?:level )?(\d{1,3})(?:\.0+)?(?![.,]?\d)/i.exec(text)?.[1] ?? NaN)
  const said = wordsOf(text).join(' ')
  return scale.levels.find(({ ordinal, label }) => ordinal === number || wordsOf(label).join(' ') === said)
    ?.ordinal
}

/** What taking the table this way would do. Writes nothing. */
export function takeTable(
  table: SkillsTable,
  columns: Columns,
  meanings: ReadonlyMap<string, Meaning>,
  framework: Framework,
  ratings: Ratings,
): Taken {
  const taken: Taken = { changes: [], same: 0, noAnswer: 0, unmatched: [], twice: [] }
  const byName = new Map(
    framework.skills.flatMap((skill) => [skill.name, skill.id].map((key) => [sameAs(key), skill])),
  )
  const met = new Set<Id>()
  const cellOf = (cells: string[], column: number | undefined) =>
    column === undefined ? '' : (cells[column] ?? '')
  for (const { row, cells } of table.rows) {
    const name = cellOf(cells, columns.skill)
    if (name === '') continue
    const skill = byName.get(sameAs(name))
    const meaning = meanings.get(cellOf(cells, columns.level))
    if (skill === undefined) taken.unmatched.push({ row, name })
    else if (meaning === undefined) taken.noAnswer += 1
    else if (met.has(skill.id)) taken.twice.push({ row, name })
    else {
      met.add(skill.id)
      const before = ratings[skill.id]
      const evidence = cellOf(cells, columns.evidence)
      const one = {
        row,
        skill: skill.id,
        name: skill.name,
        before,
        meaning,
        ...(evidence !== '' && { evidence }),
      }
      if (changesAnything(one)) taken.changes.push(one)
      else taken.same += 1
    }
  }
  return taken
}

function sameAs(name: string): string {
  return wordsOf(name).join(' ')
}

function changesAnything({
  before,
  meaning,
  evidence,
}: Pick<TakenRow, 'before' | 'meaning' | 'evidence'>): boolean {
  const same = meaning === 'not relevant' ? before?.notRelevant === true : isLevel(before, meaning)
  return !same || (evidence !== undefined && !holds(before, evidence))
}

function isLevel(before: Rating | undefined, level: number): boolean {
  return before !== undefined && !before.notRelevant && before.level === level
}

/** Whether it stands there already, by itself or, in a table that Waymark wrote, as all there is in one cell. */
function holds(before: Rating | undefined, evidence: string): boolean {
  const kept = before?.evidence ?? []
  return kept.some(({ text }) => text === evidence) || cleanText(evidenceCell(kept)).text === evidence
}

/** The answer a row makes of what stands there: evidence is added to, never replaced. */
export function answerFrom(
  { meaning, evidence }: Pick<TakenRow, 'meaning' | 'evidence'>,
  before: Rating | undefined,
  at: string,
  on: string,
): Rating {
  const answer = meaning === 'not relevant' ? setAside(before, at, on) : rated(before, meaning, at, on)
  if (evidence === undefined || holds(before, evidence)) return answer
  const added: Evidence = { text: evidence, addedAt: at }
  return { ...answer, evidence: [...(answer.evidence ?? []), added] }
}

import { BYTE_ORDER_MARK, csvText } from '../contract/csv'
import type { Day } from '../domain/day'
import { frameworkRef, type Framework } from '../domain/framework'
import type { LevelFrom, TeamCell, TeamPerson } from '../domain/team/person'
import type { TeamSkill } from '../domain/team/skills'
import { mayBeWritten } from './mySkills'
import type { Sheet, SheetCell } from './xlsxOut'

/** The team as a table for other programs, and what has to be said with it. */
export interface TeamTable {
  /** One line each: what the table is of and for, what an empty cell means, how much is not known. */
  notes: string[]
  /** Headings first, then a person a row. */
  levels: SheetCell[][]
  /** The same rows and columns, with whose word each level is. */
  words: SheetCell[][]
}

export interface TeamTableSource {
  people: readonly TeamPerson[]
  skills: readonly TeamSkill[]
  frameworks: readonly Framework[]
  roleName(person: TeamPerson): string | undefined
  today: Day
}

const FROM: Record<LevelFrom, string> = {
  agreed: 'Agreed',
  given: 'Given by the manager',
  own: 'Their own word',
}

/**
 * People down, skills across. What is not known is an empty cell, never a zero; somebody of whom nothing in the
 * table is known is left out and only counted, so that no file lists who shared nothing. Skills whose framework may
 * not leave this laptop are named by their id.
 */
export function teamTable(source: TeamTableSource): TeamTable {
  const { skills, roleName } = source
  const known = source.people.filter(({ cells }) => skills.some(({ id }) => cells.has(id)))
  const headings = ['Person', 'Role', 'Away', ...skillNames(source)]
  const row = (person: TeamPerson, of: (cell: TeamCell) => SheetCell): SheetCell[] => [
    person.name,
    roleName(person),
    person.away && (person.away.until === undefined ? 'Away' : `Until ${person.away.until}`),
    ...skills.map(({ id }) => {
      const cell = person.cells.get(id)
      return cell && of(cell)
    }),
  ]
  return {
    notes: notesOf(source, known),
    levels: [headings, ...known.map((person) => row(person, levelOfCell))],
    words: [
      headings,
      ...known.map((person) => row(person, ({ from, season }) => `${FROM[from]}, ${season}`)),
    ],
  }
}

const levelOfCell = ({ level, notRelevant }: TeamCell): SheetCell => (notRelevant ? 'Not relevant' : level)

function skillNames({ skills, frameworks }: TeamTableSource): string[] {
  const byRef = new Map(frameworks.map((framework) => [frameworkRef(framework), framework]))
  return skills.map(({ id, name, on }) => {
    const framework = byRef.get(on)
    return framework !== undefined && mayBeWritten(framework) ? name : id
  })
}

function notesOf({ people, skills, today }: TeamTableSource, known: readonly TeamPerson[]): string[] {
  const cells = known.reduce((sum, person) => sum + skills.filter(({ id }) => person.cells.has(id)).length, 0)
  const left = people.length - known.length
  const leftOut =
    left === 0
      ? ''
      : ` ${left} of ${people.length} people are left out: none of these skills of theirs is known.`
  return [
    `Team: ${known.length} people and ${skills.length} skills, ${today}. For planning cover and learning; not for ranking people or choosing anybody for a post.`,
    `${cells} of ${known.length * skills.length} levels are known. An empty cell is not known: it is not a zero. 0 is none yet.${leftOut}`,
  ]
}

/** As a CSV file that Excel reads as UTF-8: the notes, an empty line, then the levels. */
export function teamCsv({ notes, levels }: TeamTable): string {
  return BYTE_ORDER_MARK + csvText([...notes.map((note) => [note]), [], ...levels])
}

/** As the sheets of a workbook. */
export function teamSheets({ notes, levels, words }: TeamTable): Sheet[] {
  const widths = [24, 24, 16, ...Array.from({ length: (levels[0]?.length ?? 3) - 3 }, () => 12)]
  return [
    { name: 'Levels', rows: levels, widths },
    { name: 'Whose word', rows: words, widths },
    { name: 'About', rows: [['About this table'], ...notes.map((note) => [note])], widths: [100] },
  ]
}

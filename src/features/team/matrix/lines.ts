import type { Id } from '../../../domain/id'
import type { Grouped } from '../../../domain/team/group'
import type { TeamPerson } from '../../../domain/team/person'
import type { TeamSkill } from '../../../domain/team/skills'

/** What stands in a row or a column: somebody or a skill. */
export type Line = TeamPerson | TeamSkill

export const isPerson = (line: Line): line is TeamPerson => 'cells' in line

/** A row as it is drawn: a group's name, or the line that is `at` among the lines. */
export type Entry = { heading: string; id: string } | { at: number; id: Id }

/** Rows with the groups' names between them; a group without a name has no row for it. */
export function entriesOf(groups: readonly Grouped<Line>[]): Entry[] {
  let at = 0
  return groups.flatMap(({ id, name, items }) => [
    ...(name === '' ? [] : [{ heading: name, id: `group ${id}` }]),
    ...items.map((item): Entry => ({ at: at++, id: item.id })),
  ])
}

/** A few columns that are drawn or not together; `from` is where the first stands among all. */
export interface Block {
  from: number
  columns: readonly Line[]
}

/** All columns, `size` and `size`. They stay the same objects while the columns do, so that rows know what they drew. */
export function blocksOf(columns: readonly Line[], size: number): Block[] {
  const starts = Array.from({ length: Math.ceil(columns.length / size) }, (_, nth) => nth * size)
  return starts.map((from) => ({ from, columns: columns.slice(from, from + size) }))
}

/** Columns that stand side by side under one name, of those drawn. */
export interface Run {
  id: string
  name: string
  columns: number
}

/** The groups over the columns from `from` up to, not including, `to`. */
export function runsIn(groups: readonly Grouped<Line>[], { from, to }: { from: number; to: number }): Run[] {
  let start = 0
  return groups.flatMap(({ id, name, items }) => {
    const end = start + items.length
    const columns = Math.min(end, to) - Math.max(start, from)
    start = end
    return columns > 0 ? [{ id, name, columns }] : []
  })
}

/** Whose and which skill stands where a row and a column meet. */
export function pairOf(row: Line, column: Line): { person: TeamPerson; skill: TeamSkill } | undefined {
  if (isPerson(row) && !isPerson(column)) return { person: row, skill: column }
  if (!isPerson(row) && isPerson(column)) return { person: column, skill: row }
  return undefined
}

import { withinCells } from '../../../domain/release/within'
import type { Id } from '../../../domain/id'
import type { Book } from './useBook'

/** Staff that can be spoken of together: a cell, or all the cells of one family or unit. */
export interface StaffGroup {
  id: Id
  label: string
  /** Places of its cells in the release. */
  cells: number[]
  /** True where some of it stands in a group with others, and is not in these figures. */
  inPart: boolean
}

/** What cannot be spoken of by itself, and what it was taken together with. */
export interface TakenTogether {
  id: Id
  name: string
  with: string[]
}

export type GroupedBy = 'cell' | 'family' | 'unit'

/** The staff groups of a release, and what is only in groups with others. */
export function staffGroups(
  { release, names }: Book,
  by: GroupedBy,
): { told: StaffGroup[]; merged: TakenTogether[] } {
  if (by === 'cell') {
    const told = release.cells.map(({ id, label }, place) => ({ id, label, cells: [place], inPart: false }))
    return { told, merged: [] }
  }
  const called = by === 'family' ? names.families : names.units
  const all = withinCells(release.cells, by).map((one) => ({ ...one, name: called.get(one.id) ?? one.id }))
  all.sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
  return {
    told: all
      .filter(({ own }) => own.length > 0)
      .map(({ id, name, own, merged }) => ({ id, label: name, cells: own, inPart: merged.length > 0 })),
    merged: all
      .filter(({ merged }) => merged.length > 0)
      .map(({ id, name, merged }) => ({
        id,
        name,
        with: merged.map((place) => release.cells[place]!.label),
      })),
  }
}

import type { Id } from '../id'
import { changeInCell, changeInOrganisation, type Change, type Gridded } from './change'
import type { BandName } from './figures'

/** A skill's share in a band, then and now. */
export interface SkillChange {
  skill: Id
  change: Change
}

/** What of two releases can be compared, and what moved. */
export interface Changes {
  /** The largest first. Only what is further apart than both margins together. */
  moved: SkillChange[]
  /** How many skills were compared. */
  compared: number
  /** Skills of both whose needed level is another now, so that "able" is another thing. */
  redefined: Id[]
}

/**
 * Every skill that both releases speak of and whose needed level is the same in both. A list of many comparisons needs
 * a stricter rule than one: beyond the margins in quadrature 1 in 20 would be listed by chance, so the margins are
 * added here, as in a ranking (`withinEachOthersRange`). Over the whole organisation, or one cell of the later release:
 * nothing is compared there where the grids do not allow it (`cellsMaking`).
 */
export function changesBetween(
  before: Gridded,
  now: Gridded,
  levels: { before: ReadonlyMap<Id, number>; now: ReadonlyMap<Id, number> },
  band: BandName,
  cell?: number,
): Changes {
  const shared = now.skills.filter((skill) => before.skills.includes(skill))
  const alike = shared.filter((skill) => levels.before.get(skill) === levels.now.get(skill))
  const changes = alike.flatMap((skill): SkillChange[] => {
    const change =
      cell === undefined
        ? changeInOrganisation(before, now, skill, band)
        : changeInCell(before, now, cell, skill, band)
    return change === undefined ? [] : [{ skill, change }]
  })
  return {
    moved: changes
      .filter(({ change }) => Math.abs(change.by.share) > change.before.margin + change.now.margin)
      .sort((a, b) => Math.abs(b.change.by.share) - Math.abs(a.change.by.share)),
    compared: changes.length,
    redefined: shared.filter((skill) => !alike.includes(skill)),
  }
}

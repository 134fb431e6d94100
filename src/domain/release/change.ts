import type { Id } from '../id'
import { inOrganisation, repliesInOrganisation, shareInCells, shareOf } from './figures'
import type { BandName, Published, Share } from './figures'
import { partKey, type Part } from './cell'

/** A release with the parts its cells are made of. */
export interface Gridded extends Published {
  cells: readonly { id: Id; parts: readonly Part[] }[]
}

/** A share then and now, of those who replied then and now. */
export interface Change {
  before: Share
  now: Share
  /** Now less before, between −1 and 1, with the two margins in quadrature. */
  by: Share
  /** False where the difference is within its margin: then it is not called a change. */
  isChange: boolean
}

/**
 * How the share of replies in a band of a skill changed over the whole organisation. Undefined where either release
 * does not speak of the skill, or a share cannot be told.
 */
export function changeInOrganisation(
  before: Gridded,
  now: Gridded,
  skill: Id,
  band: BandName,
): Change | undefined {
  const [then, here] = [before.skills.indexOf(skill), now.skills.indexOf(skill)]
  if (then < 0 || here < 0) return undefined
  return changeOf(
    shareOf(inOrganisation(before, then, band), repliesInOrganisation(before)),
    shareOf(inOrganisation(now, here, band), repliesInOrganisation(now)),
  )
}

/**
 * The same for one cell of the later release. Undefined too where the earlier release has no cells that make up just
 * that cell, or where either share is too unsure to be shown (`shareInCells`): nothing is compared that the grids do
 * not allow.
 */
export function changeInCell(
  before: Gridded,
  now: Gridded,
  cell: number,
  skill: Id,
  band: BandName,
): Change | undefined {
  const then = before.skills.indexOf(skill)
  const here = now.skills.indexOf(skill)
  const cells = cellsMaking(before, now.cells[cell]!.parts)
  if (then < 0 || here < 0 || cells === undefined) return undefined
  return changeOf(shareInCells(before, cells, [then], band), shareInCells(now, [cell], [here], band))
}

/** The places of the earlier cells that together hold exactly these parts; undefined where none do. */
export function cellsMaking({ cells }: Gridded, parts: readonly Part[]): number[] | undefined {
  const wanted = new Set(parts.map((part) => partKey(part)))
  const within = cells.flatMap((cell, place) =>
    cell.parts.some((part) => wanted.has(partKey(part))) ? [place] : [],
  )
  const held = within.flatMap((place) => cells[place]!.parts.map((part) => partKey(part)))
  return within.length > 0 && held.every((key) => wanted.has(key)) && held.length === wanted.size
    ? within
    : undefined
}

function changeOf(before: Share | undefined, now: Share | undefined): Change | undefined {
  if (before === undefined || now === undefined) return undefined
  const by = { share: now.share - before.share, margin: Math.hypot(before.margin, now.margin) }
  return { before, now, by, isChange: Math.abs(by.share) > by.margin }
}

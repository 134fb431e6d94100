import type { Id } from '../id'
import { cellId, partKey, type Cell, type Headcount, type Keep, type Part } from './cell'
import { connected } from './connected'
import { cellLabel, type Names } from './label'
import { mergeGroups, type Group } from './merge'

/** A laptop sends nothing from a cell that holds fewer posts than this, and no grid has one. */
export const CELL_HEADCOUNT_MIN = 20
/** A smaller organisation is only ever spoken of as a whole. */
export const DIVIDED_FROM = 100

/** A unit that had another id in an earlier release. */
export interface Renaming {
  from: Id
  to: Id
}

/** How the organisation will be divided. `keep` is what could be kept, which may be less than was asked. */
export interface GridPlan {
  keep: Keep
  /** Why less was kept than asked: too few posts in all, or parts that no earlier release had. */
  because?: 'small' | 'new-parts'
  cells: Cell[]
}

/**
 * Divides the organisation into cells of at least 20 posts. `earlier` holds, for each release of the
 * last 24 months, the parts of its merged cells: those cells are only ever taken together, because
 * groups cut afresh let the few people between two cuts be worked out by subtraction. A part that no
 * earlier release had leaves the whole organisation only; a part that has gone stays in its cell with
 * nobody in it. Every part is in exactly one cell. Returns undefined under 20 posts in all.
 */
export function planGrid(
  headcounts: readonly Headcount[],
  asked: Keep,
  earlier: readonly (readonly Part[][])[],
  names: Names,
): GridPlan | undefined {
  const total = headcounts.reduce((sum, { headcount }) => sum + headcount, 0)
  if (total < CELL_HEADCOUNT_MIN) return undefined
  const because = reasonForWhole(headcounts, total, earlier)
  const keep = because === undefined ? asked : 'organisation'
  const groups = mergeGroups(undivided(headcounts, earlier), CELL_HEADCOUNT_MIN, keep)
  const plan = { keep, cells: cellsFrom(groups, keep, names) }
  return because === undefined || asked === 'organisation' ? plan : { ...plan, because }
}

/** Groups as cells: ids by place, labels in words. */
export function cellsFrom(groups: readonly Group[], keep: Keep, names: Names): Cell[] {
  const all = groups.flatMap((group) => group.parts)
  return groups.map(({ parts, size }, index) => ({
    id: cellId(index),
    label: cellLabel(parts, all, keep, names),
    parts,
    headcount: size,
  }))
}

/** Earlier cells under the ids that units have now. */
export function renameUnits(cells: readonly (readonly Part[])[], renamings: readonly Renaming[]): Part[][] {
  const now = new Map(renamings.map(({ from, to }) => [from, to]))
  return cells.map((parts) => parts.map(({ unit, family }) => ({ unit: now.get(unit) ?? unit, family })))
}

function reasonForWhole(
  headcounts: readonly Headcount[],
  total: number,
  earlier: readonly (readonly Part[][])[],
): GridPlan['because'] {
  if (total < DIVIDED_FROM) return 'small'
  if (earlier.length === 0) return undefined
  const known = new Set(earlier.flat(2).map((part) => partKey(part)))
  return headcounts.every((part) => known.has(partKey(part))) ? undefined : 'new-parts'
}

/** The groups that may not be divided further: parts, tied together by every earlier cell that held them. */
function undivided(headcounts: readonly Headcount[], earlier: readonly (readonly Part[][])[]): Group[] {
  const now: Group[] = headcounts.map(({ unit, family, headcount }) => ({
    parts: [{ unit, family }],
    size: headcount,
  }))
  const before: Group[] = earlier.flat().map((parts) => ({ parts, size: 0 }))
  const present = new Set(now)
  return connected([...now, ...before], (group) => group.parts.map((part) => partKey(part)))
    .filter((groups) => groups.some((group) => present.has(group)))
    .map((groups) => ({
      parts: distinct(groups.flatMap((group) => group.parts)),
      size: groups.reduce((sum, group) => sum + group.size, 0),
    }))
}

function distinct(parts: readonly Part[]): Part[] {
  return [...new Map(parts.map((part) => [partKey(part), part])).values()]
}

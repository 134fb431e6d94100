import type { Headcount, Keep } from '../../../contract/period'
import type { Release } from '../../../contract/release'
import type { Catalogue } from '../../../domain/catalogue'
import { affords, COARSENING_MONTHS, since } from '../../../domain/release/budget'
import type { Part } from '../../../domain/release/cell'
import { repliesNeeded } from '../../../domain/release/figures'
import { planGrid, type GridPlan } from '../../../domain/release/grid'
import type { Names } from '../../../domain/release/label'
import { marginOf, rateFor } from '../../../domain/release/noise'

/** A release and the day it was made. */
export interface Made {
  release: Release
  closed: string
}

/** The grid the endpoint will make of these headcounts, by the endpoint's own rules. Undefined under 20 posts. */
export function plannedGrid(
  headcounts: readonly Headcount[],
  keep: Keep,
  made: readonly Made[],
  names: Names,
  today: string,
): GridPlan | undefined {
  return planGrid(headcounts, keep, earlierCells(made, today, [...headcounts]), names)
}

/**
 * The parts of each cell of the releases whose cells may only be taken together. One that spoke of the whole
 * organisation keeps everything together; whether it knew every part of `whole`, only the endpoint can say.
 */
function earlierCells(made: readonly Made[], today: string, whole: Part[]): Part[][][] {
  const releases = made.map(({ release, closed }) => ({ release, day: closed }))
  const recent = since(releases, today, COARSENING_MONTHS)
  return recent.flatMap(({ release }) => {
    if (!release.published) return []
    return [release.cells.length > 0 ? release.cells.map(({ parts }) => parts) : [whole]]
  })
}

/** In people: 95 % of counts are within this, in a release of the whole organisation or one of several cells. */
export function marginFor(epsilon: number, cells: number): number {
  return marginOf(rateFor(epsilon, cells === 1 ? 1 : 2))
}

/** True where the year's budget has room for one more release of this ε, made on that day. */
export function canAfford(made: readonly Made[], epsilon: number, day: string): boolean {
  const spent = made.flatMap(({ release, closed }) =>
    release.published ? [{ epsilon: release.epsilon, day: closed }] : [],
  )
  return affords(spent, epsilon, day)
}

/** The finest that can be told of a group with this many posts, if all of them reply. */
export function finestDetail(headcount: number, epsilon: number, skillsInGroup: number): string {
  if (repliesNeeded(epsilon, 1) <= headcount) return 'Each skill'
  if (repliesNeeded(epsilon, skillsInGroup) <= headcount) return 'Skill groups'
  return 'Nothing of its own'
}

/** How many skills a group of this catalogue usually holds: the median, 1 and up. */
export function usualGroupSize({ frameworks }: Catalogue): number {
  const skills = frameworks.flatMap((framework) => framework.skills)
  const groups = frameworks.flatMap((framework) => framework.groups)
  const sizes = groups
    .map(({ id }) => skills.filter((skill) => skill.groups[0] === id).length)
    .filter((size) => size > 0)
    .sort((a, b) => a - b)
  return sizes[Math.floor(sizes.length / 2)] ?? 1
}

import type { Id } from '../id'
import type { Counts } from './count'
import { rateFor, varianceOf } from './noise'

/** The parts of a published release that figures are made of. */
export interface Published {
  epsilon: number
  skills: readonly Id[]
  counts: readonly (readonly Counts[])[]
  totals: readonly Counts[]
  replied: readonly number[]
  repliedInAll: number
}

/** About how many people, and how far off that may be: 95 % of the time no more than `margin`. */
export interface Figure {
  people: number
  margin: number
}

/** A figure as a part of another, both between 0 and 1. */
export interface Share {
  share: number
  margin: number
}

export type BandName = 'short' | 'able'
const PLACE: Record<BandName, number> = { short: 0, able: 1 }

/** A cell × skill figure is shown only where the margin of its count is at most this share of the cell's replies. */
export const POINTS_ALLOWED = 0.15
/** 95 % of a normal distribution lies within this many standard deviations. */
const NORMAL_95 = 1.96

/**
 * How many people of the whole organisation are in this band. The total and the sum of the C cells are
 * two draws of the same figure; weighing each by the inverse of its variance gives the total C/(C+1).
 */
export function inOrganisation(release: Published, skill: number, band: BandName): Figure {
  return figure(...bandDraw(release, skill, band))
}

/** How many people of these cells together are in this band. */
export function inCells(release: Published, cells: readonly number[], skill: number, band: BandName): Figure {
  return figure(sumIn(release, cells, [skill], band), drawVariance(release) * cells.length)
}

/** How many people are in this band of a skill, on average over these skills. */
export function meanInOrganisation(release: Published, skills: readonly number[], band: BandName): Figure {
  const draws = skills.map((skill) => bandDraw(release, skill, band))
  const [sum, variance] = draws.reduce(([a, b], [c, d]): Draw => [a + c, b + d], [0, 0])
  return figure(sum / skills.length, variance / skills.length ** 2)
}

/** About how many replied. Drawn as every count is, so it has the margin of one. */
export function repliesInOrganisation(release: Published): Figure {
  return figure(...combined(release, release.repliedInAll, release.replied))
}

/** About how many replied in these cells together. */
export function repliesInCells(release: Published, cells: readonly number[]): Figure {
  const replied = cells.reduce((sum, cell) => sum + release.replied[cell]!, 0)
  return figure(replied, drawVariance(release) * cells.length)
}

/**
 * `part` as a share of `whole`, both drawn with noise; undefined, and not to be shown, where the whole is within its
 * own margin. The margin is that of a ratio, to the first order: √(m² + share² · M²) / whole.
 */
export function shareOf(part: Figure, whole: Figure): Share | undefined {
  if (whole.people <= whole.margin) return undefined
  const share = Math.min(1, part.people / whole.people)
  return { share, margin: Math.hypot(part.margin, share * whole.margin) / whole.people }
}

/**
 * The share of one cell, or of several together, in this band, over one skill or, as a mean, over the skills of a
 * group. Undefined where the margin of its count is wider than 15 points of the replies: then a group of skills may
 * do, or nothing. How sure the number of replies is does not change with the skills; it is in the margin given.
 */
export function shareInCells(
  release: Published,
  cells: readonly number[],
  skills: readonly number[],
  band: BandName,
): Share | undefined {
  const people = Math.max(0, sumIn(release, cells, skills, band) / skills.length)
  const margin = halfWidth((drawVariance(release) * cells.length) / skills.length)
  const replies = repliesInCells(release, cells)
  return margin <= POINTS_ALLOWED * replies.people ? shareOf({ people, margin }, replies) : undefined
}

/** The fewest replies with which `shareInCells` can speak of one cell, over this many skills at a time. */
export function repliesNeeded(epsilon: number, skills: number): number {
  return Math.ceil(halfWidth(varianceOf(rateFor(epsilon, 2)) / skills) / POINTS_ALLOWED)
}

/** The skills most people are short of, most first, equals in the release's own order. */
export function largestGaps(release: Published, count: number): { skill: Id; short: Figure }[] {
  return release.skills
    .map((skill, place) => ({ skill, short: inOrganisation(release, place, 'short') }))
    .sort((a, b) => b.short.people - a.short.people)
    .slice(0, count)
}

/**
 * True where the two ranges meet, so neither figure can be said to be the larger. The margins are added, not taken in
 * quadrature: √(a² + b²) would be right 95 times in 100 for one pair picked beforehand, but a ranking of 72 skills
 * compares 2,556 pairs, and 1 in 20 of them would be called different by chance. Added, equal margins lie 2.8 standard
 * deviations of the difference away: about 1 pair in 180. One figure then and now is one pair, and has its own rule
 * (`changeInOrganisation`).
 */
export function withinEachOthersRange(a: Figure, b: Figure): boolean {
  return Math.abs(a.people - b.people) <= a.margin + b.margin
}

function sumIn(
  release: Published,
  cells: readonly number[],
  skills: readonly number[],
  band: BandName,
): number {
  const counts = cells.flatMap((cell) => skills.map((skill) => release.counts[cell]![skill]![PLACE[band]]!))
  return counts.reduce((sum, count) => sum + count, 0)
}

/** An estimate and its variance. */
type Draw = [estimate: number, variance: number]

function bandDraw(release: Published, skill: number, band: BandName): Draw {
  const inEach = release.counts.map((row) => row[skill]![PLACE[band]]!)
  return combined(release, release.totals[skill]![PLACE[band]]!, inEach)
}

/** A total and the same in each cell, two draws of one figure, each weighed by the inverse of its variance. */
function combined(release: Published, total: number, inEach: readonly number[]): Draw {
  const cells = inEach.length
  const variance = drawVariance(release)
  if (cells === 0) return [total, variance]
  const sum = inEach.reduce((people, count) => people + count, 0)
  return [(cells * total + sum) / (cells + 1), (variance * cells) / (cells + 1)]
}

function drawVariance(release: Published): number {
  return varianceOf(rateFor(release.epsilon, release.counts.length === 0 ? 1 : 2))
}

/** For a screen: whole people, never fewer than none, the margin rounded up. */
function figure(estimate: number, variance: number): Figure {
  return { people: Math.max(0, Math.round(estimate)), margin: Math.ceil(halfWidth(variance)) }
}

function halfWidth(variance: number): number {
  return NORMAL_95 * Math.sqrt(variance)
}

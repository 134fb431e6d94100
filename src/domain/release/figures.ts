import type { Id } from '../id'
import type { Counts } from './count'
import { rateFor, varianceOf } from './noise'

/** The parts of a published release that figures are made of. */
export interface Published {
  epsilon: number
  skills: readonly Id[]
  counts: readonly (readonly Counts[])[]
  totals: readonly Counts[]
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

export type BandName = 'short' | 'meets' | 'able' | 'other'
const PLACE: Record<BandName, number> = { short: 0, meets: 1, able: 2, other: 3 }

/** A cell × skill figure is shown only where its margin is at most this share of the cell. */
export const POINTS_ALLOWED = 0.15
/** 95 % of a normal distribution lies within this many standard deviations. */
const NORMAL_95 = 1.96

/**
 * How many people of the whole organisation are in this band. The total and the sum of the C cells are
 * two draws of the same figure; weighing each by the inverse of its variance gives the total C/(C+1).
 */
export function inOrganisation(release: Published, skill: number, band: BandName): Figure {
  const [estimate, variance] = combined(release, skill, band)
  return figure(estimate, variance)
}

/** How many people of one cell are in this band. */
export function inCell(release: Published, cell: number, skill: number, band: BandName): Figure {
  return figure(release.counts[cell]![skill]![PLACE[band]]!, drawVariance(release))
}

/** How many people are in this band of a skill, on average over these skills. */
export function meanInOrganisation(release: Published, skills: readonly number[], band: BandName): Figure {
  return meanPerSkill(
    skills.map((skill) => combined(release, skill, band)),
    skills.length,
  )
}

/** About how many replied: each skill's four counts sum to it, so their mean over the skills is close. */
export function repliesInOrganisation(release: Published): Figure {
  const bands = Object.keys(PLACE) as BandName[]
  const draws = release.skills.flatMap((_, skill) => bands.map((band) => combined(release, skill, band)))
  return meanPerSkill(draws, release.skills.length)
}

/** About how many replied in one cell. */
export function repliesInCell(release: Published, cell: number): Figure {
  const variance = drawVariance(release)
  const draws = release.counts[cell]!.flat().map((count): Draw => [count, variance])
  return meanPerSkill(draws, release.skills.length)
}

/** `part` as a share of `whole`; undefined, and not to be shown, where the whole is within its own margin. */
export function shareOf(part: Figure, whole: Figure): Share | undefined {
  if (whole.people <= whole.margin) return undefined
  return { share: Math.min(1, part.people / whole.people), margin: part.margin / whole.people }
}

/**
 * The share of a cell in this band, over one skill or, as a mean, over the skills of a group.
 * Undefined where its margin is wider than 15 points of the cell: then a group of skills may do, or nothing.
 */
export function shareInCell(
  release: Published,
  cell: number,
  skills: readonly number[],
  band: BandName,
): Share | undefined {
  const sum = skills.reduce((people, skill) => people + release.counts[cell]![skill]![PLACE[band]]!, 0)
  const people = Math.max(0, sum / skills.length)
  const margin = halfWidth(drawVariance(release) / skills.length)
  const share = shareOf({ people, margin }, repliesInCell(release, cell))
  return share !== undefined && share.margin <= POINTS_ALLOWED ? share : undefined
}

/** The fewest replies with which `shareInCell` can speak of a cell, over this many skills at a time. */
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

/** True where the two ranges meet, so neither figure can be said to be the larger. */
export function withinEachOthersRange(a: Figure, b: Figure): boolean {
  return Math.abs(a.people - b.people) <= a.margin + b.margin
}

/** An estimate and its variance. */
type Draw = [estimate: number, variance: number]

function combined(release: Published, skill: number, band: BandName): Draw {
  const cells = release.counts.length
  const total = release.totals[skill]![PLACE[band]]!
  const variance = drawVariance(release)
  if (cells === 0) return [total, variance]
  const sum = release.counts.reduce((people, row) => people + row[skill]![PLACE[band]]!, 0)
  return [(cells * total + sum) / (cells + 1), (variance * cells) / (cells + 1)]
}

function drawVariance(release: Published): number {
  return varianceOf(rateFor(release.epsilon, release.counts.length === 0 ? 1 : 2))
}

function meanPerSkill(draws: readonly Draw[], skills: number): Figure {
  const [sum, variance] = draws.reduce(([a, b], [c, d]): Draw => [a + c, b + d], [0, 0])
  return figure(sum / skills, variance / skills ** 2)
}

/** For a screen: whole people, never fewer than none, the margin rounded up. */
function figure(estimate: number, variance: number): Figure {
  return { people: Math.max(0, Math.round(estimate)), margin: Math.ceil(halfWidth(variance)) }
}

function halfWidth(variance: number): number {
  return NORMAL_95 * Math.sqrt(variance)
}

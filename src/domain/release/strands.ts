import type { Id } from '../id'
import type { Strand } from '../strand'
import { inOrganisation, type Figure, type Published, type Share } from './figures'

/** One skill of a strand: how many it needs at the needed level, and how many said that they are able. */
export interface NeedMet {
  skill: Id
  needed: number
  able: Figure
  verdict: 'enough' | 'not enough' | 'too close to tell'
}

/** How far one line of the strategy can be staffed, by those who replied. */
export interface StrandReadiness {
  strand: Strand
  needs: NeedMet[]
  /** Skills it needs that the release does not speak of. */
  untold: Id[]
  /**
   * Places filled of places needed: Σ min(able, needed) / Σ needed, nobody counted beyond what a skill needs.
   * The margin adds the margins of the needs that are not clearly enough in quadrature. Undefined where it needs nothing told.
   */
  readiness?: Share
}

/** The readiness of each strand, in the catalogue's order. */
export function strandsReadiness(release: Published, strands: readonly Strand[]): StrandReadiness[] {
  const places = new Map(release.skills.map((skill, place) => [skill, place]))
  return strands.map((strand) => {
    const told = strand.needs.filter(({ skill }) => places.has(skill))
    const needs = told.map(({ skill, headcount }): NeedMet => {
      const able = inOrganisation(release, places.get(skill)!, 'able')
      return { skill, needed: headcount, able, verdict: verdictOf(able, headcount) }
    })
    const untold = strand.needs.filter((need) => !told.includes(need)).map(({ skill }) => skill)
    const readiness = readinessOf(needs)
    return { strand, needs, untold, ...(readiness && { readiness }) }
  })
}

function verdictOf({ people, margin }: Figure, needed: number): NeedMet['verdict'] {
  if (people - margin >= needed) return 'enough'
  return people + margin < needed ? 'not enough' : 'too close to tell'
}

function readinessOf(needs: readonly NeedMet[]): Share | undefined {
  const places = needs.reduce((sum, { needed }) => sum + needed, 0)
  if (places === 0) return undefined
  const filled = needs.reduce((sum, { able, needed }) => sum + Math.min(able.people, needed), 0)
  // What is clearly enough cannot move the sum; each other one moves it by no more than it needs.
  const margins = needs
    .filter(({ verdict }) => verdict !== 'enough')
    .map(({ able, needed }) => Math.min(able.margin, needed))
  return { share: filled / places, margin: Math.hypot(...margins) / places }
}

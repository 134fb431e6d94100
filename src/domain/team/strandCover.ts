import type { Day } from '../day'
import type { Id } from '../id'
import type { Strand } from '../strand'
import { coverOf, type AtLevel, type Cover } from './cover'
import type { TeamPerson } from './person'

/** One skill of a strand: how many people it takes across the whole service, and what this team covers of it. */
export interface StrandSkill {
  headcount: number
  cover: Cover
}

export interface StrandCover {
  strand: Strand
  skills: StrandSkill[]
  /** Places the strand has: its headcounts together. */
  places: number
  /** Places this team could take, as far as is known; no skill counts beyond its headcount. */
  known: number
  /** The same, were all of those at work who have not shared able. */
  upTo: number
}

/**
 * What this team could bring to each strand of the strategy. A strand's headcounts are the whole service's, so no
 * one team is meant to cover them.
 */
export function strandCovers(
  strands: readonly Strand[],
  people: readonly TeamPerson[],
  atNeeded: (skill: Id) => AtLevel | undefined,
  today: Day,
): StrandCover[] {
  return strands.map((strand) => {
    const skills = strand.needs.flatMap(({ skill, headcount }): StrandSkill[] => {
      const asked = atNeeded(skill)
      return asked === undefined ? [] : coverOf(people, [asked], today).map((cover) => ({ headcount, cover }))
    })
    const together = (share: (skill: StrandSkill) => number) =>
      skills.reduce((sum, skill) => sum + Math.min(skill.headcount, share(skill)), 0)
    return {
      strand,
      skills,
      places: skills.reduce((sum, { headcount }) => sum + headcount, 0),
      known: together(({ cover }) => cover.known),
      upTo: together(({ cover }) => cover.upTo),
    }
  })
}

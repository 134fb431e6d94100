import type { Framework } from '../framework'
import type { Id } from '../id'
import { neededLevel, type Skill } from '../skill'
import type { Scale } from '../scale'
import { inOrganisation, type Figure, type Published } from './figures'

/** Hours, from at least to at most. */
export interface Hours {
  least: number
  most: number
}

/** What bringing those who are short of one skill up to what their role asks would take. */
export interface TrainingNeed {
  skill: Id
  short: Figure
  /** The steps up to the needed level, each with the hours of the quickest way the catalogue knows, if any. */
  steps: { to: number; hours?: number }[]
  /**
   * For one person: at least the quickest of the catalogue's ways up one step, at most the quickest ways up every
   * step to the needed level. Undefined where the catalogue says nothing of one of those steps.
   */
  each?: Hours
  /** For all of them, the noise of the count included. Undefined with `each`. */
  all?: Hours
}

/** Training need by skill, most people short first; those within their own margin are left out. */
export function trainingNeeds(release: Published, frameworks: readonly Framework[]): TrainingNeed[] {
  const found = new Map(
    frameworks.flatMap(({ skills, scale }) => skills.map((skill) => [skill.id, { skill, scale }] as const)),
  )
  return release.skills
    .flatMap((id, place): TrainingNeed[] => {
      const short = inOrganisation(release, place, 'short')
      if (short.people <= short.margin) return []
      const known = found.get(id)
      const steps = known === undefined ? [] : stepsUp(known.skill, known.scale)
      const each = hoursEach(steps)
      return [{ skill: id, short, steps, ...(each && { each, all: hoursOfAll(short, each) }) }]
    })
    .sort((a, b) => b.short.people - a.short.people)
}

/** What closing several gaps takes together. Needs whose hours nobody knows are counted apart. */
export function together(needs: readonly TrainingNeed[]): { hours: Hours; unknown: number } {
  const known = needs.flatMap(({ all }) => all ?? [])
  return {
    hours: {
      least: known.reduce((sum, { least }) => sum + least, 0),
      most: known.reduce((sum, { most }) => sum + most, 0),
    },
    unknown: needs.length - known.length,
  }
}

/** The steps up to the needed level of a skill, each with the hours of the quickest way the catalogue knows, if any. */
export function stepsUp(skill: Skill, scale: Scale): TrainingNeed['steps'] {
  const top = neededLevel(skill, scale) ?? 0
  return scale.levels
    .filter(({ ordinal }) => ordinal <= top)
    .map(({ ordinal: to }) => {
      const hours = quickest(skill, to)
      return { to, ...(hours !== undefined && { hours }) }
    })
}

function hoursEach(steps: TrainingNeed['steps']): Hours | undefined {
  const known = steps.flatMap(({ hours }) => hours ?? [])
  if (known.length === 0 || known.length < steps.length) return undefined
  return { least: Math.min(...known), most: known.reduce((sum, hours) => sum + hours, 0) }
}

/** The fewest hours that the catalogue gives for the step up to a level. */
function quickest({ learning = [] }: Skill, to: number): number | undefined {
  const hours = learning.filter((one) => one.to === to).map((one) => one.hours)
  return hours.length === 0 ? undefined : Math.min(...hours)
}

function hoursOfAll({ people, margin }: Figure, each: Hours): Hours {
  return { least: Math.max(0, people - margin) * each.least, most: (people + margin) * each.most }
}

import type { Day } from '../day'
import type { Learning, Skill } from '../skill'
import { coverState, type Cover } from './cover'
import type { TeamPerson } from './person'

/** What is supposed of some people, by their ids: gone from the team, or away, until a day where one is said. */
export interface Supposed {
  out: readonly TeamPerson['id'][]
  away: readonly TeamPerson['id'][]
  until?: Day
}

/** The team as it would be. Nobody comes back by supposing. */
export function supposing(people: readonly TeamPerson[], { out, away, until }: Supposed): TeamPerson[] {
  return people
    .filter(({ id }) => !out.includes(id))
    .map((person) =>
      away.includes(person.id) ? { ...person, away: until === undefined ? {} : { until } } : person,
    )
}

/** Cover that falls: how it is and how it would be. */
export interface Fall {
  before: Cover
  after: Cover
}

/**
 * What falls between two covers of the same skills: where fewer would be known to be able. First what would be left to
 * nobody, then to one person, then the rest; equals keep their order.
 */
export function falls(before: readonly Cover[], after: readonly Cover[]): Fall[] {
  const fallen = before.flatMap((cover, at): Fall[] => {
    const then = after[at] as Cover
    return then.known < cover.known ? [{ before: cover, after: then }] : []
  })
  return (['nobody', 'one', 'two or more'] as const).flatMap((state) =>
    fallen.filter(({ after: then }) => coverState(then) === state),
  )
}

/** What it takes to get up to a level from the one below. */
export interface Step {
  /** By the catalogue; undefined where it says nothing. */
  hours?: number
  ways: Learning[]
}

/** What the catalogue says usually takes somebody up to `level` of a skill, all ways of it together. */
export function stepTo(skill: Skill, level: number): Step {
  const ways = (skill.learning ?? []).filter(({ to }) => to === level)
  if (ways.length === 0) return { ways }
  return { ways, hours: ways.reduce((sum, { hours }) => sum + hours, 0) }
}

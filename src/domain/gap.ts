import { levelOf, type Answer, type Answers, type Rating } from './assessment'
import type { Id } from './id'
import type { Requirement, RoleProfile } from './role'

/** What lies between one requirement of a role and what a person has. */
export interface Gap {
  skill: Id
  essential: boolean
  /** The level asked; undefined where the role states none, which any level meets. */
  asked?: number
  /** The level the person has, 0 for none yet; undefined when not rated or not relevant. */
  has?: number
  /** True where the person said the skill is not relevant to them, which meets nothing. */
  notRelevant?: true
  met: boolean
  /** Levels still to gain. Not rated and not relevant count from nothing, and say so through `has`. */
  toGain: number
}

export type Ratings = Readonly<Record<Id, Rating>>

/** A requirement that states no level asks for any level at all: one step up from none yet. */
const ANY_LEVEL = 1

/** The lowest level that meets a requirement. */
export function levelAsked(requirement: Requirement): number {
  return requirement.level ?? ANY_LEVEL
}

export function gapFor(requirement: Requirement, rating: Answer | undefined): Gap {
  const wanted = levelAsked(requirement)
  const has = levelOf(rating)
  const toGain = Math.max(0, wanted - (has ?? 0))
  return {
    skill: requirement.skill,
    essential: requirement.essential,
    asked: requirement.level,
    has,
    ...(rating?.notRelevant && { notRelevant: true }),
    met: has !== undefined && toGain === 0,
    toGain,
  }
}

/** Essential before desirable, larger gaps first; equals keep the role's own order. */
export function gapsFor(role: RoleProfile, ratings: Answers): Gap[] {
  return role.requirements
    .map((requirement) => gapFor(requirement, ratings[requirement.skill]))
    .sort((a, b) => Number(b.essential) - Number(a.essential) || b.toGain - a.toGain)
}

/** How ready a person is for a role, with what the figure is of. */
export interface Readiness {
  /** Levels had of levels asked, 0 to 1; 1 for a role that asks nothing. */
  share: number
  met: number
  asked: number
  notRated: number
  notRelevant: number
  toGain: number
}

/**
 * Readiness = levels the person has of the levels the role asks, counting no skill
 * beyond what is asked. An unstated level counts as one. It never falls when a
 * rating rises, and is 1 exactly when nothing is left to gain.
 */
export function readiness(role: RoleProfile, ratings: Answers): Readiness {
  let levelsAsked = 0
  let toGain = 0
  let met = 0
  let notRated = 0
  let notRelevant = 0
  for (const requirement of role.requirements) {
    const gap = gapFor(requirement, ratings[requirement.skill])
    levelsAsked += levelAsked(requirement)
    toGain += gap.toGain
    if (gap.met) met += 1
    if (gap.notRelevant) notRelevant += 1
    else if (gap.has === undefined) notRated += 1
  }
  return {
    share: levelsAsked === 0 ? 1 : (levelsAsked - toGain) / levelsAsked,
    met,
    asked: role.requirements.length,
    notRated,
    notRelevant,
    toGain,
  }
}

/** Whether none of the skills a role asks has an answer: then there is no readiness to show. */
export function nothingRated({ asked, notRated }: Readiness): boolean {
  return notRated === asked
}

/** A share as whole per cent, rounded down so that 100 % always means all of it. */
export function wholePercent(share: number): number {
  return Math.floor(share * 100 + 1e-9)
}

export interface NearRole {
  role: RoleProfile
  readiness: Readiness
}

/**
 * The roles that take least to reach: fewest levels to gain, then highest readiness, then name; after them, in the
 * same order, those of which nothing asked is rated, as little is known of how near they are. Roles the person
 * already holds are for the caller to leave out.
 */
export function closestRoles(roles: readonly RoleProfile[], ratings: Answers, count: number): NearRole[] {
  return roles
    .filter((role) => role.requirements.length > 0)
    .map((role) => ({ role, readiness: readiness(role, ratings) }))
    .sort(
      (a, b) =>
        Number(nothingRated(a.readiness)) - Number(nothingRated(b.readiness)) ||
        a.readiness.toGain - b.readiness.toGain ||
        b.readiness.share - a.readiness.share ||
        a.role.name.localeCompare(b.role.name, 'en-GB'),
    )
    .slice(0, count)
}

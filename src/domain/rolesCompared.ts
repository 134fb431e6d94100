import { levelAsked } from './gap'
import type { Id } from './id'
import type { Requirement, RoleProfile } from './role'

/** What two roles ask of one skill; a side is absent where that role does not ask it. */
export interface ComparedRequirement {
  skill: Id
  a?: Requirement
  b?: Requirement
  /** Levels that `b` asks more than `a`, below 0 where it asks fewer. An unstated level counts as one, none asked as 0. */
  more: number
}

export interface RolesCompared {
  inBoth: ComparedRequirement[]
  onlyA: ComparedRequirement[]
  onlyB: ComparedRequirement[]
  /** Levels that somebody who meets `a` exactly still has to gain for `b`. */
  toGain: number
}

/** Two roles side by side. Each list: where `b` asks most more first; equals keep the roles' own order. */
export function compareRoles(a: RoleProfile, b: RoleProfile): RolesCompared {
  const skills = [...new Set([...a.requirements, ...b.requirements].map(({ skill }) => skill))]
  const rows = skills.map((skill) => compared(skill, requirementOf(a, skill), requirementOf(b, skill)))
  const byMore = [...rows].sort((one, other) => other.more - one.more)
  return {
    inBoth: byMore.filter((row) => row.a !== undefined && row.b !== undefined),
    onlyA: byMore.filter((row) => row.b === undefined).reverse(),
    onlyB: byMore.filter((row) => row.a === undefined),
    toGain: rows.reduce((sum, { more }) => sum + Math.max(0, more), 0),
  }
}

function requirementOf(role: RoleProfile, skill: Id): Requirement | undefined {
  return role.requirements.find((requirement) => requirement.skill === skill)
}

function compared(skill: Id, a: Requirement | undefined, b: Requirement | undefined): ComparedRequirement {
  const asked = (requirement: Requirement | undefined) =>
    requirement === undefined ? 0 : levelAsked(requirement)
  return { skill, ...(a && { a }), ...(b && { b }), more: asked(b) - asked(a) }
}

import { levelOf, type Person, type Rating } from './assessment'
import { equal } from './difference/equal'
import { frameworkRef, type Framework } from './framework'
import type { Ratings } from './gap'
import type { Id } from './id'
import type { Requirement, RoleProfile } from './role'
import { descriptorAt, type Skill } from './skill'

/** Why a person is asked about a skill again, or told of it. */
export type Reason =
  /** What it is, or what somebody does at these levels: those at or beside the level they gave. */
  | { kind: 'reworded'; summary: boolean; levels: number[] }
  /** Its levels are other ones, so the level they gave may mean something else. */
  | { kind: 'rescaled' }
  /** Their role or target asks another level of it; a level absent is "any level". */
  | { kind: 'required-level'; of: 'role' | 'target'; from?: number; to?: number }
  /** Their role or target asks it, and did not. */
  | { kind: 'newly-asked'; of: 'role' | 'target'; level?: number }
  /** They rated it, and it is no longer there. Nothing is asked, and the rating stays. */
  | { kind: 'removed' }

/** One skill that the new version changed for this person. */
export interface Reconfirm {
  skill: Id
  reasons: Reason[]
}

/**
 * What a new version changed for one person: of the skills they rated or their role or target asks,
 * those reworded near the level they gave, rescaled, asked at another level, newly asked or gone.
 *
 * `before` holds the frameworks as they were; it may hold several versions of one, and each rating
 * is held against the one it was made on (`Rating.on`), else the last listed. A rating made on the new
 * version of a changed framework is an answer already, and so is one made on a framework that stayed as it
 * is, where only a role of another moved, at `since` (an ISO 8601 instant, when the new version came into
 * use) or later: "still right" is the same level again, with a new `at` and `on`. A tab that still shows the
 * earlier version answers nothing, whatever its clock says.
 */
export function toReconfirm(
  before: readonly Framework[],
  after: readonly Framework[],
  person: Person,
  ratings: Ratings,
  since?: string,
): Reconfirm[] {
  const asking = asksOf(before, after, person)
  const now = skillsOf(after)
  const skills = new Set([...Object.keys(ratings), ...asking.flatMap(({ newSkills }) => newSkills)])
  return [...skills].flatMap((skill) => {
    const rating = ratings[skill]
    const found = now.get(skill)
    const old = versionFor(before, skill, rating)
    if (rating !== undefined && isAnswered(rating, old, found?.framework, since)) return []
    const reasons = [
      ...(rating === undefined ? [] : ofWording(levelOf(rating), skill, old, found)),
      ...(found === undefined ? [] : asking.flatMap((asks) => ofRole(asks, skill, rating?.on))),
    ]
    return reasons.length === 0 ? [] : [{ skill, reasons }]
  })
}

interface Found {
  skill: Skill
  framework: Framework
}

function skillsOf(frameworks: readonly Framework[]): Map<Id, Found> {
  return new Map(
    frameworks.flatMap((framework) =>
      framework.skills.map((skill) => [skill.id, { skill, framework }] as const),
    ),
  )
}

/** The skill as the person read it. */
function versionFor(before: readonly Framework[], id: Id, rating: Rating | undefined): Found | undefined {
  const holding = before.filter((framework) => framework.skills.some((skill) => skill.id === id))
  const framework = holding.find((each) => frameworkRef(each) === rating?.on) ?? holding.at(-1)
  const skill = framework?.skills.find((each) => each.id === id)
  return framework === undefined || skill === undefined ? undefined : { skill, framework }
}

function isAnswered(
  rating: Rating,
  old: Found | undefined,
  current: Framework | undefined,
  since: string | undefined,
): boolean {
  if (current === undefined || rating.on !== frameworkRef(current)) return false
  if (since !== undefined && Date.parse(rating.at) >= Date.parse(since)) return true
  return old !== undefined && rating.on !== frameworkRef(old.framework)
}

/** Of a skill that is "not relevant to me" (no level) only what it is and its scale matter. */
function ofWording(
  level: number | undefined,
  skill: Id,
  old: Found | undefined,
  now: Found | undefined,
): Reason[] {
  if (old === undefined) return []
  if (now === undefined) return [{ kind: 'removed' }]
  const reasons: Reason[] = []
  if (!equal(old.framework.scale, now.framework.scale)) reasons.push({ kind: 'rescaled' })
  const summary = old.skill.summary !== now.skill.summary
  const levels = (level === undefined ? [] : [level - 1, level, level + 1]).filter(
    (near) => !equal(descriptorAt(old.skill, near)?.statements, descriptorAt(now.skill, near)?.statements),
  )
  if (summary || levels.length > 0) reasons.push({ kind: 'reworded', summary, levels })
  return reasons
}

interface Asks {
  of: 'role' | 'target'
  /** What it asked in the version a rating was made on, else in the last before this one. */
  before: (on: string | undefined) => ReadonlyMap<Id, Requirement>
  after: ReadonlyMap<Id, Requirement>
  newSkills: Id[]
}

/** What the person's role and target asked and ask; a role that is not in both versions asks nothing anew. */
function asksOf(before: readonly Framework[], after: readonly Framework[], person: Person): Asks[] {
  return (['role', 'target'] as const).flatMap((of) => {
    const [old, now] = [rolesIn(before, person[of]), rolesIn(after, person[of]).at(-1)?.requirements]
    const last = old.at(-1)
    if (last === undefined || now === undefined) return []
    const newSkills = [...now.keys()].filter((skill) => !last.requirements.has(skill))
    const asked = (on?: string) => (old.find(({ ref }) => ref === on) ?? last).requirements
    return [{ of, before: asked, after: now, newSkills }]
  })
}

function rolesIn(frameworks: readonly Framework[], id: Id | undefined) {
  return frameworks.flatMap((framework) =>
    framework.roles
      .filter((role) => role.id === id)
      .map((role) => ({ ref: frameworkRef(framework), requirements: bySkill(role) })),
  )
}

function bySkill({ requirements }: RoleProfile): ReadonlyMap<Id, Requirement> {
  return new Map(requirements.map((requirement) => [requirement.skill, requirement]))
}

function ofRole({ of, before, after }: Asks, skill: Id, on: string | undefined): Reason[] {
  const [old, now] = [before(on).get(skill), after.get(skill)]
  if (now === undefined) return []
  if (old === undefined) return [{ kind: 'newly-asked', of, level: now.level }]
  return old.level === now.level ? [] : [{ kind: 'required-level', of, from: old.level, to: now.level }]
}

import type { Day } from '../day'
import { levelAsked } from '../gap'
import type { Id } from '../id'
import type { RoleProfile } from '../role'
import type { Post, Structure, Unit } from '../structure'
import { coverOf, type AtLevel, type Cover } from './cover'
import type { TeamPerson } from './person'

type RoleOf = (id: Id) => RoleProfile | undefined

/** How many people a unit's posts need who can do a skill at a level or above, beside those the team has in it. */
export interface UnitNeed extends AtLevel {
  headcount: number
  cover: Cover
}

/** One unit of the new structure as its posts need it and as the team covers it. */
export interface UnitCover {
  unit: Unit
  /** Headcount of its own posts. */
  posts: number
  /** People of this team in it, those away among them. */
  people: number
  /** By skill in the order its roles ask them; of one skill the highest level first. */
  needs: UnitNeed[]
}

/** What is not covered even if everybody who has not shared were able: 0 where there may be enough. */
export function surelyShort({ headcount, cover }: Pick<UnitNeed, 'headcount' | 'cover'>): number {
  return Math.max(0, headcount - cover.upTo)
}

/** What is not covered as far as is known. */
export function knownShort({ headcount, cover }: Pick<UnitNeed, 'headcount' | 'cover'>): number {
  return Math.max(0, headcount - cover.known)
}

/**
 * Each unit that has posts, against what those need: every essential requirement of a role once for each of its
 * headcount. A post that asks for level 4 asks for level 3 too, so a lower level needs at least as many people.
 */
export function unitCovers(
  structure: Structure,
  people: readonly TeamPerson[],
  roleOf: RoleOf,
  today: Day,
): UnitCover[] {
  return structure.units.flatMap((unit) => {
    const posts = structure.posts.filter((post) => post.unit === unit.id)
    if (posts.length === 0) return []
    const inUnit = people.filter((person) => person.unit === unit.id)
    const needs = needsOf(posts, roleOf)
    const covers = coverOf(inUnit, needs, today)
    return [
      {
        unit,
        posts: headcountOf(posts),
        people: inUnit.length,
        needs: needs.map((need, at) => ({ ...need, cover: covers[at] as Cover })),
      },
    ]
  })
}

/** What posts need together: by skill in the order first asked, of one skill the highest level first. */
export function needsOf(posts: readonly Post[], roleOf: RoleOf): (AtLevel & { headcount: number })[] {
  const bySkill = new Map<Id, Map<number, number>>()
  for (const { role, headcount } of posts) {
    for (const requirement of roleOf(role)?.requirements ?? []) {
      if (!requirement.essential) continue
      const levels = bySkill.get(requirement.skill) ?? new Map<number, number>()
      bySkill.set(requirement.skill, levels)
      const level = levelAsked(requirement)
      levels.set(level, (levels.get(level) ?? 0) + headcount)
    }
  }
  return [...bySkill].flatMap(([skill, levels]) => {
    let atOrAbove = 0
    return [...levels]
      .sort(([a], [b]) => b - a)
      .map(([level, headcount]) => ({ skill, level, headcount: (atOrAbove += headcount) }))
  })
}

/** A role of the new structure: how many posts it has and how many people of this team hold it already. */
export interface RoleLack {
  role: Id
  headcount: number
  /** People of this team who hold the role, those away among them; never who. */
  held: number
  /** Posts that nobody of this team is known to hold the role of. */
  lacking: number
}

/** The roles of these posts, in their order. It counts holders of roles and places nobody in a post. */
export function roleLacks(posts: readonly Post[], people: readonly TeamPerson[]): RoleLack[] {
  const roles = new Map<Id, number>()
  for (const { role, headcount } of posts) roles.set(role, (roles.get(role) ?? 0) + headcount)
  return [...roles].map(([role, headcount]) => {
    const held = people.filter((person) => person.role === role).length
    return { role, headcount, held, lacking: Math.max(0, headcount - held) }
  })
}

export function headcountOf(posts: readonly Pick<Post, 'headcount'>[]): number {
  return posts.reduce((sum, { headcount }) => sum + headcount, 0)
}

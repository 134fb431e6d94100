import type { Catalogue } from '../catalogue'
import { levelAsked } from '../gap'
import type { Id } from '../id'
import { neededLevel, type Skill } from '../skill'
import { inOrganisation, type Figure, type Published } from './figures'

/** Replies are told to the nearest ten, so they may be fewer by this. In people. */
const ROUNDING = 5

/** What the posts of the new structure ask of one skill, beside how many said that they are able. */
export interface Balance {
  skill: Id
  /** Posts whose role asks the skill as essential, at its needed level or above. */
  posts: number
  able: Figure
  /** Able beyond the posts; negative where more posts ask it than people are able. */
  beyond: number
  /**
   * `lacking` and `spare` only where the difference is beyond the margin. Those who did not reply may be able
   * too, so `lacking` is of those who replied.
   */
  verdict: 'lacking' | 'spare' | 'too close to tell'
}

/** By skill, the posts of the new structure whose role asks it as essential at its needed level or above. */
export function postsAsking({ frameworks, after }: Pick<Catalogue, 'frameworks' | 'after'>): Map<Id, number> {
  const needed = neededLevels(frameworks)
  const roles = new Map(frameworks.flatMap(({ roles }) => roles.map((role) => [role.id, role] as const)))
  const posts = new Map<Id, number>()
  for (const { role, headcount } of after.posts) {
    for (const requirement of roles.get(role)?.requirements ?? []) {
      const level = needed.get(requirement.skill)
      if (!requirement.essential || level === undefined || levelAsked(requirement) < level) continue
      posts.set(requirement.skill, (posts.get(requirement.skill) ?? 0) + headcount)
    }
  }
  return posts
}

/** What the new structure lacks and what it has to spare, what it lacks most first. Skills that no post asks so are left out. */
export function balances(release: Published, catalogue: Pick<Catalogue, 'frameworks' | 'after'>): Balance[] {
  const asking = postsAsking(catalogue)
  return release.skills
    .flatMap((skill, place): Balance[] => {
      const posts = asking.get(skill)
      if (posts === undefined) return []
      const able = inOrganisation(release, place, 'able')
      const beyond = able.people - posts
      return [{ skill, posts, able, beyond, verdict: verdictOf(beyond, able.margin) }]
    })
    .sort((a, b) => a.beyond - b.beyond)
}

/** True where a skill would be lacking even if every one of those who did not reply were able. */
export function isLackingWhoeverIsSilent(
  { verdict, beyond, able }: Balance,
  replies: number,
  headcount: number,
): boolean {
  const silent = Math.max(0, headcount - replies) + ROUNDING
  return verdict === 'lacking' && -beyond - able.margin > silent
}

function verdictOf(beyond: number, margin: number): Balance['verdict'] {
  if (Math.abs(beyond) <= margin) return 'too close to tell'
  return beyond < 0 ? 'lacking' : 'spare'
}

/** The needed level of each skill that has one. */
export function neededLevels(frameworks: Catalogue['frameworks']): Map<Id, number> {
  return new Map(
    frameworks.flatMap(({ skills, scale }) =>
      skills.flatMap((skill: Skill) => {
        const level = neededLevel(skill, scale)
        return level === undefined ? [] : [[skill.id, level] as const]
      }),
    ),
  )
}

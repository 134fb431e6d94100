import type { Id } from '../id'

/** Which skills are shown: those the team's roles ask or anybody said something of, every one, or those of one thing. */
export type SkillScope = { of: 'team' | 'all' } | { of: 'role' | 'strand' | 'group'; id: Id }

/** What people are ordered by. One skill's level helps to find help; there is no sum over skills to order by. */
export type PeopleOrder = 'name' | 'role' | 'unit' | { skill: Id; first: 'highest' | 'lowest' }

/** What skills are ordered by; `able` puts those with the fewest able first. */
export type SkillOrder = 'framework' | 'name' | 'able'

export const PEOPLE_GROUPINGS = ['none', 'role', 'unit'] as const
export type PeopleGrouping = (typeof PEOPLE_GROUPINGS)[number]

/** How the team is looked at: everything the address of the page holds. */
export interface TeamView {
  scope: SkillScope
  /** Words in the skill's name or its group's. */
  text: string
  role?: Id
  unit?: Id
  /** Only people at this level or above in a skill that is shown. */
  atLeast?: number
  people: PeopleOrder
  grouping: PeopleGrouping
  skills: SkillOrder
  /** Skills stand under their groups. */
  skillGroups: boolean
  /** Skills down and people across. */
  turned: boolean
  compact: boolean
}

export const USUAL_VIEW: TeamView = {
  scope: { of: 'team' },
  text: '',
  people: 'name',
  grouping: 'none',
  skills: 'framework',
  skillGroups: true,
  turned: false,
  compact: false,
}

import type { Id } from './id'

/**
 * One skill's answer. `level` 0 is "none yet", which is an answer;
 * *not rated* is having no rating at all. The two are never mixed.
 */
export interface Rating {
  level: number
  /** When it was given, as an ISO 8601 instant. */
  at: string
  /** The framework version whose wording the person read: `key@version`. */
  on: string
}

/** One period's self-assessment of one person. */
export interface Assessment {
  id: string
  person: string
  title: string
  startedAt: string
  ratings: Record<Id, Rating>
}

/** Whose skills these are. The laptop's owner has the id `me`. */
export interface Person {
  id: string
  name?: string
  /** The role held now: any role profile of the catalogue or of an imported framework. */
  role?: Id
  /** The role aimed for. */
  target?: Id
}

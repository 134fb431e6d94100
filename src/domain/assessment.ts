import type { Day, Month } from './day'
import type { Id } from './id'

/** How sure a person is of a level they gave, least sure first. */
export const SURENESS = ['unsure', 'fairly', 'sure'] as const
export type Sureness = (typeof SURENESS)[number]

export const SURE_WORDS: Record<Sureness, string> = {
  unsure: 'Not sure',
  fairly: 'Fairly sure',
  sure: 'Sure',
}

/** What a person wants of a skill: to grow it, or to leave it behind. */
export type Interest = 'grow' | 'leave'

/** Something that shows a level, in the person's own words. */
export interface Evidence {
  text: string
  url?: string
  /** An ISO 8601 instant. */
  addedAt: string
}

/**
 * One skill's answer. `level` 0 is "none yet", which is an answer;
 * *not rated* is having no rating at all. The two are never mixed.
 */
export interface Rating {
  level: number
  /** Set where the answer is "not relevant to me": `level` is then 0 and means nothing. Ask `levelOf`. */
  notRelevant?: true
  /** When it was given, as an ISO 8601 instant. */
  at: string
  /** The framework version whose wording the person read: `key@version`. */
  on: string
  sure?: Sureness
  /** A month, so that it stays true as time passes; the words are `lastUsedWords`. */
  lastUsed?: Month
  interest?: Interest
  evidence?: Evidence[]
}

/** The part of a rating that sums are done on. */
export type Answer = Pick<Rating, 'level' | 'notRelevant'>

/** Answers by skill. A skill left out is not rated. */
export type Answers = Readonly<Record<Id, Answer>>

/** The level to count: undefined where the skill is not rated or not relevant, which is never level 0. */
export function levelOf(answer: Answer | undefined): number | undefined {
  return answer?.notRelevant ? undefined : answer?.level
}

/**
 * The answer that follows `before`: what was said beside it stays (evidence, last used, interest).
 * Sureness was of the old level, so it stays only where the level does; `notRelevant` goes.
 */
export function rated(before: Rating | undefined, level: number, at: string, on: string): Rating {
  const kept: Partial<Rating> = { ...before }
  if (levelOf(before) !== level) delete kept.sure
  delete kept.notRelevant
  return { ...kept, level, at, on }
}

/** The answer "not relevant to me". What was said beside an earlier level stays, should it ever matter again. */
export function setAside(before: Rating | undefined, at: string, on: string): Rating {
  const kept: Partial<Rating> = { ...before }
  delete kept.sure
  return { ...kept, level: 0, notRelevant: true, at, on }
}

/** What a person says beside a level; undefined takes it back. */
export type Beside = { [K in 'sure' | 'lastUsed' | 'interest' | 'evidence']?: Rating[K] | undefined }

/**
 * The answer with something more said beside its level. To say it is to look at the level again, so it counts as
 * given at that moment, and a copy that says more wins over one that says less.
 */
export function described(before: Rating, beside: Beside, at: string, on: string): Rating {
  const after = Object.entries({ ...before, ...beside, at, on }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(after) as unknown as Rating
}

/** "Still right": the same answer, given again. */
export function confirmed(before: Rating, at: string, on: string): Rating {
  return { ...before, at, on }
}

/** One period's self-assessment of one person. */
export interface Assessment {
  id: string
  person: string
  title: string
  startedAt: string
  ratings: Record<Id, Rating>
  /**
   * Answers that a later one took the place of, latest first: one from another copy (`mergeRatings`), or one given
   * on a newer wording (`earlierAfter`).
   */
  earlier?: Record<Id, Rating[]>
}

export const SPELL_KINDS = ['role', 'secondment', 'leave', 'left'] as const

/** A time in a role, in another role on secondment, away, or gone. Days are inclusive. */
export interface Spell {
  kind: (typeof SPELL_KINDS)[number]
  /** Absent while away and after leaving. */
  role?: Id
  /** Absent where nobody has said since when. */
  from?: Day
  /** The last day; absent while it goes on or nobody has said until when. */
  until?: Day
}

/** Whose skills these are. The laptop's owner has the id `me`. */
export interface Person {
  id: string
  name?: string
  /** The role held now: any role profile of the catalogue or of an imported framework. */
  role?: Id
  /** The role aimed for. */
  target?: Id
  /** Roles held, secondments and times away, the earliest first. Absent until the first of them is written down. */
  roleHistory?: Spell[]
}

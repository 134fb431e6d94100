import type { Day } from '../day'
import type { Descriptor } from '../skill'
import type { Id } from '../id'
import type { Level } from '../scale'
import type { Writes } from './write'

/** A year's round of appraisals: `2026`, or `2026-autumn` where there are several. */
export type Season = string

export const SEASON_PATTERN = /^\d{4}(?:-[a-z0-9]+){0,3}$/

/** What the skills of one framework version said, for those that appraisals speak of, so that they stay readable. */
export interface Wording {
  /** `key@version`. */
  ref: string
  title: string
  levels: Level[]
  /** `descriptors` are empty where the framework's licence keeps its text on its own laptop. */
  skills: { id: Id; name: string; group: string; descriptors: Descriptor[] }[]
}

/** One person's appraisal in one season, as this laptop has it. */
export interface Appraisal {
  /** `{person}/{season}`. */
  id: string
  /** `me` for the laptop's owner, else a member of their team. */
  person: string
  season: Season
  writes: Writes
  /** What a manager has given the person of their own ratings in a saved file, each as it stood then (`seenAs`). */
  handedOver?: string[]
}

export function appraisalId(person: string, season: Season): string {
  return `${person}/${season}`
}

/** Somebody whose appraisals and cover the laptop's owner looks after. */
export interface Member {
  id: string
  name: string
  /** Who they are in their own packs; absent until one was opened. */
  key?: string
  /** The role they hold, of the catalogue. */
  role?: Id
  /** Their unit of the new structure. */
  unit?: Id
  /** Not at work: until a day, or for as long as nobody says. */
  away?: { until?: Day }
  /** An ISO 8601 instant. */
  addedAt: string
  /** The day on which everything of theirs is erased from this laptop; absent while they are in the team. */
  eraseOn?: Day
}

export function isAway({ away }: Pick<Member, 'away'>, today: Day): boolean {
  return away !== undefined && (away.until === undefined || away.until >= today)
}

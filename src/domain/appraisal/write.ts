import type { Certificate } from '../plan/certificate'
import type { Action } from '../plan/action'
import type { Evidence, Rating } from '../assessment'
import type { Day } from '../day'
import type { Id } from '../id'

/** Who says something in an appraisal: the person it is of, or somebody who manages them. */
export const SIDES = ['person', 'manager'] as const
export type Side = (typeof SIDES)[number]

/** What a manager makes of one skill of a person's. */
export interface Given {
  level: number
  notRelevant?: true
  /** The framework version whose wording the manager read: `key@version`. */
  on: string
}

/** That a manager looked at the person's own ratings, and whether they had rated first. */
export interface Opened {
  how: 'rated first' | 'chose not to rate first'
  /** Skills the manager had rated by then. */
  rated: number
}

/** The level both put their name to; `on` as in a rating. */
export interface Agreed {
  level: number
  on: string
}

export interface Objective {
  what: string
  by?: Day
}

/** What an action agreed in an appraisal says; who does it is the person. */
export type AgreedAction = Pick<Action, 'skill' | 'to' | 'way' | 'what' | 'hours' | 'due'>

/** That one side puts their name to what stood agreed at that moment (`confirmable`). */
export interface Confirmed {
  name: string
  of: string[]
}

/**
 * What an appraisal is made of, by kind: each holds one value under each key. Keys: a skill's id for `own`,
 * `evidence`, `agreed` and `comment`; `{manager}/{skill}` for `given`; a manager's id for `manager` and `opened`;
 * an id of their own for `plan`, `certificate`, `objective` and `action`; a side for `summary` and `confirmed`;
 * `''` for what there is one of.
 */
export interface Values {
  person: { name: string; role?: Id; unit?: Id }
  manager: { name: string }
  own: Omit<Rating, 'evidence'>
  evidence: Evidence[]
  target: Id[]
  plan: Action
  certificate: Certificate
  given: Given
  opened: Opened
  agreed: Agreed
  comment: string
  objective: Objective
  action: AgreedAction
  summary: string
  meeting: Day
  confirmed: Confirmed
}

export type Kind = keyof Values

/** One thing said, which takes the place of those it saw and of nothing else. */
export interface Write<K extends Kind = Kind> {
  /** `{n}-{by}`: the count on the laptop that wrote it, which is above every one it had seen, and that laptop. */
  id: string
  kind: K
  key: string
  /** Null takes back what was said. */
  value: Values[K] | null
  /** The writes it takes the place of, each as it was seen: `{id}.{rev}` (`seenAs`). */
  over: string[]
  /** How often its own laptop has changed it since it was first written. */
  rev: number
  /** An ISO 8601 instant, to be shown. No order depends on it: clocks are wrong. */
  at: string
}

/** Everything said in one appraisal, by the id of the write. */
export type Writes = Readonly<Record<string, Write>>

/** The most that any appraisal holds, far above what one reaches. */
export const WRITES_MAX = 50_000

/** The highest count among the writes; 0 where there are none. */
export function highestCount(writes: Writes): number {
  return Object.keys(writes).reduce((highest, id) => Math.max(highest, orderOf(id)[0]), 0)
}

/** Where a write stands among those of all laptops: its count, then its laptop. */
export function orderOf(id: Write['id']): [number, string] {
  const dash = id.indexOf('-')
  return [Number(id.slice(0, dash)), id.slice(dash + 1)]
}

/** Negative where `a` was written on less than `b`; equal counts go by the laptop, so that all agree. */
export function compareWrites(a: Pick<Write, 'id'>, b: Pick<Write, 'id'>): number {
  const [left, right] = [orderOf(a.id), orderOf(b.id)]
  return left[0] - right[0] || (left[1] < right[1] ? -1 : Number(left[1] > right[1]))
}

/** A write as it stands at this moment, by name. */
export function seenAs({ id, rev }: Pick<Write, 'id' | 'rev'>): string {
  return `${id}.${rev}`
}

/** The write and the revision of it that were seen. */
export function seenOf(seen: string): { id: Write['id']; rev: number } {
  const dot = seen.indexOf('.')
  return { id: seen.slice(0, dot), rev: Number(seen.slice(dot + 1)) }
}

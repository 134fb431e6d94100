import type { Kysely } from 'kysely'
import type { Keep } from '../../domain/release/cell'

export type PeriodState = 'open' | 'released' | 'cancelled' | 'deleted'

export interface PeriodRow {
  id: string
  opens: string
  closes: string
  epsilon: number
  keep: Keep
  floor: number
  /** The version of the catalogue it pins. */
  catalogue: string
  /** The grid as it was hashed. */
  grid: string
  grid_hash: string
  state: PeriodState
  /** The replies anyone is told of, and the day they were counted on. */
  told: number
  told_on: string
  /** What its summaries are sealed to; null where it was opened before they were. */
  recipient: string | null
}

/** All that is kept of a summary: no address, no time, no order of arrival. */
export interface SummaryRow {
  period: string
  slot: string
  sequence: number
  public_key: string
  signature: string
  body: string
}

export interface ReleaseRow {
  period: string
  /** The day it was made. */
  day: string
  epsilon: number
  /** 1 where there were replies enough to publish; 0 spends no ε. */
  published: number
  /** The release as it is served. */
  body: string
}

/** Somebody who signed in with the identity provider. */
export interface SessionRow {
  /** Of what is in their cookie, which is not kept. */
  hash: string
  /** Who they are to the identity provider and the log. */
  subject: string
  /** What they may do: `hr`, `publisher` or both, with a space between. */
  roles: string
  /** When it is over at the latest, and when it is if nothing is done (ISO 8601, UTC). */
  ends: string
  lapses: string
}

/** The queries keep to what SQLite and PostgreSQL share; only what `open.ts` opens knows which it is. */
export interface Tables {
  settings: { name: 'catalogue' | 'hr-token' | 'join-code'; value: string }
  catalogues: { version: string; body: string }
  periods: PeriodRow
  summaries: SummaryRow
  releases: ReleaseRow
  sessions: SessionRow
}

/** The database, or a transaction on it. */
export type Db = Kysely<Tables>

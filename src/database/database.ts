import Dexie, { type EntityTable, type Table } from 'dexie'
import type { Assessment, Person } from '../domain/assessment'
import type { Appraisal, Member, Wording } from '../domain/appraisal/appraisal'
import type { FileRecord } from '../domain/appraisal/fileRecord'
import type { Draft } from '../domain/draft/draft'
import type { Framework } from '../domain/framework'
import type { Action } from '../domain/plan/action'
import type { Certificate } from '../domain/plan/certificate'
import type { ProgressEntry } from '../domain/progress/entry'
import type { RoleCase } from '../domain/roleCase'
import type { Submission } from '../contract/summary'

/** Raised by every change of the stores below; older databases are upgraded, newer ones refused. */
export const SCHEMA_VERSION = 5

/** The published catalogue as its exact bytes, so that its hash can always be checked. */
export interface StoredCatalogue {
  /** `sha256-…` of the bytes. */
  version: string
  text: string
}

/** What a list of frameworks shows, without reading the frameworks themselves. */
export interface FrameworkHeader {
  ref: string
  key: string
  version: string
  title: string
  licence: Framework['licence']
  importedAt: string
  files: { name: string; bytes: number }[]
  counts: Record<string, number>
}

export interface FrameworkContent {
  ref: string
  framework: Framework
}

/** What this laptop did in one period: its key there, and the last sequence it used. */
export interface SharedPeriod {
  period: string
  /** Non-extractable; absent on a restored laptop, which therefore does not send again. */
  keys?: CryptoKeyPair
  publicKey?: string
  sequence: number
  /** The summary JSON last queued, or empty when withdrawn. */
  body: string
  sentAt?: string
  state: 'waiting' | 'sent' | 'withdrawn' | 'refused'
}

export interface OutboxItem {
  id: string
  period: string
  /** Frozen at queueing, so that every retry sends the same bytes. The join code is added on sending. */
  submission: Omit<Submission, 'joinCode'>
  queuedAt: string
  state: 'queued' | 'sending' | 'paused' | 'refused'
  attempts: number
  nextAttemptAt: string
  /** The kind of problem last met: one of the endpoint's own, `network` or `unexpected`. */
  lastProblem?: string
}

/** Small things kept by name: settings, the join code, when the last backup was made. */
export interface Note {
  key: string
  value: unknown
}

/** Everything kept on this laptop. */
export class WaymarkDatabase extends Dexie {
  notes!: Table<Note, string>
  people!: EntityTable<Person, 'id'>
  assessments!: EntityTable<Assessment, 'id'>
  catalogues!: EntityTable<StoredCatalogue, 'version'>
  frameworks!: EntityTable<FrameworkHeader, 'ref'>
  contents!: EntityTable<FrameworkContent, 'ref'>
  periods!: EntityTable<SharedPeriod, 'period'>
  outbox!: EntityTable<OutboxItem, 'id'>
  drafts!: EntityTable<Draft, 'id'>
  actions!: EntityTable<Action, 'id'>
  certificates!: EntityTable<Certificate, 'id'>
  cases!: EntityTable<RoleCase, 'role'>
  members!: EntityTable<Member, 'id'>
  appraisals!: EntityTable<Appraisal, 'id'>
  wordings!: EntityTable<Wording, 'ref'>
  files!: EntityTable<FileRecord, 'id'>
  progress!: EntityTable<ProgressEntry, 'id'>

  constructor(name: string) {
    // 'strict': a rating is durable when the page says it is saved, not when the browser gets round to it.
    super(name, { chromeTransactionDurability: 'strict' })
    this.version(1).stores({
      notes: '&key',
      people: '&id',
      assessments: '&id, person',
      catalogues: '&version',
      frameworks: '&ref, key',
      contents: '&ref',
      periods: '&period',
      outbox: '&id, period',
    })
    this.version(2).stores({ drafts: '&id' })
    this.version(3).stores({ actions: '&id, person', certificates: '&id, person', cases: '&role' })
    this.version(4).stores({ members: '&id', appraisals: '&id, person', wordings: '&ref', files: '&id' })
    this.version(5).stores({ progress: '&id' })
  }
}

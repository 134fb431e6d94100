import * as v from 'valibot'
import type { Appraisal, Member, Wording } from '../domain/appraisal/appraisal'
import type { FileRecord } from '../domain/appraisal/fileRecord'
import { SPELL_KINDS, type Assessment, type Person } from '../domain/assessment'
import type { Draft } from '../domain/draft/draft'
import type { Framework } from '../domain/framework'
import type { Id } from '../domain/id'
import type { Action } from '../domain/plan/action'
import type { Certificate } from '../domain/plan/certificate'
import type { ProgressEntry } from '../domain/progress/entry'
import type { RoleCase } from '../domain/roleCase'
import {
  AppraisalKeySchema,
  AppraisalSchema,
  FileRecordSchema,
  MemberSchema,
  WordingSchema,
} from './appraisal'
import { CardSchema, ManagerKeySchema, type Card, type ManagerKey } from './card'
import { FrameworkSchema } from './catalogue'
import { DraftSchema } from './draft'
import { CountSchema, DaySchema, HashSchema, IdSchema, PeriodIdSchema } from './id'
import {
  ActionSchema,
  CertificateSchema,
  InstantSchema,
  KeySchema,
  LineSchema,
  LongTextSchema,
  RatingSchema,
} from './personal'
import { ProgressEntrySchema } from './progress'

/** What was sent in a period, without the key it was signed with: that never leaves its laptop. */
export interface BackupPeriod {
  period: string
  sequence: number
  /** The summary JSON last queued, or empty when withdrawn. */
  body: string
  sentAt?: string
  state: 'waiting' | 'sent' | 'withdrawn' | 'refused'
}

/**
 * Everything of a person's on one laptop, in the words of the field. It holds no key that signs, no
 * join code and nothing that waits to be sent: those belong to the laptop, not the person.
 */
export interface Backup {
  waymark: 'backup'
  v: 1
  madeAt: string
  people: Person[]
  assessments: Assessment[]
  /** Absent where there are none. */
  actions?: Action[]
  certificates?: Certificate[]
  cases?: RoleCase[]
  members?: Member[]
  appraisals?: Appraisal[]
  wordings?: Wording[]
  files?: FileRecord[]
  progress?: ProgressEntry[]
  /** Of the catalogue, with all that can be taken back in them. */
  drafts?: Draft[]
  frameworks: { importedAt: string; files: { name: string; bytes: number }[]; framework: Framework }[]
  /** Exact texts, so that their hashes still hold. */
  catalogues: { version: string; text: string }[]
  periods: BackupPeriod[]
  settings: {
    places?: ('staff' | 'manager' | 'hr')[]
    sharingAs?: { unit: Id; role: Id }
    /** Who the person is in packs. */
    appraisalKey?: string
    /** Views of the team kept by name, each an address in Waymark. */
    teamViews?: { name: string; address: string }[]
    /** Cards of managers that packs were locked to, the last used first. They hold nothing secret. */
    managerCards?: Card[]
  }
  /**
   * A manager's keys, the one on their card first. Written into a locked copy only; read from either, because a
   * copy that its owner has opened is still theirs.
   */
  managerKeys?: ManagerKey[]
}

/** The largest backup that is read, in bytes. */
export const BACKUP_MAX_BYTES = 64 * 1024 * 1024
export const BACKUP_VERSION = 1

const AssessmentSchema: v.GenericSchema<unknown, Assessment> = v.strictObject({
  id: KeySchema,
  person: KeySchema,
  title: LineSchema,
  startedAt: InstantSchema,
  ratings: v.record(IdSchema, RatingSchema),
  earlier: v.exactOptional(v.record(IdSchema, v.array(RatingSchema))),
})

const PersonSchema: v.GenericSchema<unknown, Person> = v.strictObject({
  id: KeySchema,
  name: v.exactOptional(LineSchema),
  role: v.exactOptional(IdSchema),
  target: v.exactOptional(IdSchema),
  roleHistory: v.exactOptional(
    v.array(
      v.strictObject({
        kind: v.picklist(SPELL_KINDS),
        role: v.exactOptional(IdSchema),
        from: v.exactOptional(DaySchema),
        until: v.exactOptional(DaySchema),
      }),
    ),
  ),
})

const CaseSchema: v.GenericSchema<unknown, RoleCase> = v.strictObject({
  role: IdSchema,
  opening: LongTextSchema,
  order: v.array(IdSchema),
  words: v.record(IdSchema, LongTextSchema),
  changedAt: InstantSchema,
})

const PeriodSchema: v.GenericSchema<unknown, BackupPeriod> = v.strictObject({
  period: PeriodIdSchema,
  sequence: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  body: LongTextSchema,
  sentAt: v.exactOptional(InstantSchema),
  state: v.picklist(['waiting', 'sent', 'withdrawn', 'refused']),
})

const TeamViewSchema = v.strictObject({
  name: LineSchema,
  address: v.pipe(v.string(), v.maxLength(2000), v.regex(/^\/team(?:[?#]|$)/, 'no view of the team')),
})

/** Told apart before anything else, so that a newer file is called newer and not wrong. */
export const BackupHeaderSchema = v.object({
  waymark: v.literal('backup'),
  v: v.pipe(v.number(), v.integer()),
})

export const BackupSchema: v.GenericSchema<unknown, Backup> = v.strictObject({
  waymark: v.literal('backup'),
  v: v.literal(BACKUP_VERSION),
  madeAt: InstantSchema,
  people: v.array(PersonSchema),
  assessments: v.array(AssessmentSchema),
  actions: v.exactOptional(v.array(ActionSchema)),
  certificates: v.exactOptional(v.array(CertificateSchema)),
  cases: v.exactOptional(v.array(CaseSchema)),
  members: v.exactOptional(v.array(MemberSchema)),
  appraisals: v.exactOptional(v.array(AppraisalSchema)),
  wordings: v.exactOptional(v.array(WordingSchema)),
  files: v.exactOptional(v.array(FileRecordSchema)),
  progress: v.exactOptional(v.array(ProgressEntrySchema)),
  drafts: v.exactOptional(v.array(DraftSchema)),
  frameworks: v.array(
    v.strictObject({
      importedAt: InstantSchema,
      files: v.array(v.strictObject({ name: LineSchema, bytes: CountSchema })),
      framework: FrameworkSchema,
    }),
  ),
  catalogues: v.array(v.strictObject({ version: HashSchema, text: v.string() })),
  periods: v.array(PeriodSchema),
  settings: v.strictObject({
    places: v.exactOptional(v.array(v.picklist(['staff', 'manager', 'hr']))),
    sharingAs: v.exactOptional(v.strictObject({ unit: IdSchema, role: IdSchema })),
    appraisalKey: v.exactOptional(AppraisalKeySchema),
    teamViews: v.exactOptional(v.pipe(v.array(TeamViewSchema), v.maxLength(500))),
    managerCards: v.exactOptional(v.pipe(v.array(CardSchema), v.maxLength(100))),
  }),
  managerKeys: v.exactOptional(v.pipe(v.array(ManagerKeySchema), v.maxLength(100))),
})

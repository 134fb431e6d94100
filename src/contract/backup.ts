import * as v from 'valibot'
import { SPELL_KINDS, SURENESS, type Assessment, type Person, type Rating } from '../domain/assessment'
import type { Framework } from '../domain/framework'
import type { Id } from '../domain/id'
import { WAYS, type Action } from '../domain/plan/action'
import type { Certificate } from '../domain/plan/certificate'
import type { RoleCase } from '../domain/roleCase'
import { FrameworkSchema } from './catalogue'
import { CountSchema, HashSchema, IdSchema, PeriodIdSchema } from './id'

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
 * Everything of a person's on one laptop, in the words of the field. It holds no key, no
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
  frameworks: { importedAt: string; files: { name: string; bytes: number }[]; framework: Framework }[]
  /** Exact texts, so that their hashes still hold. */
  catalogues: { version: string; text: string }[]
  periods: BackupPeriod[]
  settings: { places?: ('staff' | 'manager' | 'hr')[]; sharingAs?: { unit: Id; role: Id } }
}

/** The largest backup that is read, in bytes. */
export const BACKUP_MAX_BYTES = 64 * 1024 * 1024
export const BACKUP_VERSION = 1

const InstantSchema = v.pipe(
  v.string(),
  v.isoTimestamp('not a moment in time'),
  v.check(isRealInstant, 'no such moment'),
)
const KeySchema = v.pipe(v.string(), v.regex(/^[0-9A-Za-z-]{1,96}$/, 'not an id'))
const LineSchema = v.pipe(v.string(), v.maxLength(1_000))
const LongTextSchema = v.pipe(v.string(), v.maxLength(50_000))
/** Browsers leave control characters and blanks out of an address before they look at what it starts with. */
const asBrowsersRead = (link: string) => link.replace(/[\u0000-\u0020]/g, '')

/** Shown as a link later on, so never one that runs. */
const LinkSchema = v.pipe(
  v.string(),
  v.maxLength(4_000),
  v.check((link) => !/^(?:javascript|data|vbscript|blob):/i.test(asBrowsersRead(link)), 'not a link'),
)

const LevelSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100))
const DaySchema = v.pipe(v.string(), v.isoDate('not a day'), v.check(isRealInstant, 'no such day'))
const EvidenceSchema = v.strictObject({
  text: LongTextSchema,
  url: v.exactOptional(LinkSchema),
  addedAt: InstantSchema,
})

const RatingSchema: v.GenericSchema<unknown, Rating> = v.strictObject({
  level: LevelSchema,
  notRelevant: v.exactOptional(v.literal(true)),
  at: InstantSchema,
  on: LineSchema,
  sure: v.exactOptional(v.picklist(SURENESS)),
  lastUsed: v.exactOptional(v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'not a month'))),
  interest: v.exactOptional(v.picklist(['grow', 'leave'])),
  evidence: v.exactOptional(v.array(EvidenceSchema)),
})

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

const ActionSchema: v.GenericSchema<unknown, Action> = v.strictObject({
  id: KeySchema,
  person: KeySchema,
  skill: IdSchema,
  to: LevelSchema,
  way: v.picklist(WAYS),
  what: LongTextSchema,
  hours: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(10_000))),
  due: DaySchema,
  createdAt: InstantSchema,
  changedAt: v.exactOptional(InstantSchema),
  doneAt: v.exactOptional(InstantSchema),
  evidence: v.exactOptional(v.array(EvidenceSchema)),
})

const CertificateSchema: v.GenericSchema<unknown, Certificate> = v.strictObject({
  id: KeySchema,
  person: KeySchema,
  name: LineSchema,
  skill: v.exactOptional(IdSchema),
  gained: DaySchema,
  expires: v.exactOptional(DaySchema),
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
  }),
})

function isRealInstant(text: string): boolean {
  return !Number.isNaN(Date.parse(text))
}

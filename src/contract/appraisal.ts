import * as v from 'valibot'
import {
  SEASON_PATTERN,
  appraisalId,
  type Appraisal,
  type Member,
  type Wording,
} from '../domain/appraisal/appraisal'
import { PACK_PARTS, type FileRecord } from '../domain/appraisal/fileRecord'
import {
  WRITES_MAX,
  orderOf,
  seenOf,
  type Kind,
  type Values,
  type Write,
  type Writes,
} from '../domain/appraisal/write'
import { CountSchema, DaySchema, IdSchema } from './id'
import {
  ActionSchema,
  CertificateSchema,
  EvidenceSchema,
  InstantSchema,
  KeySchema,
  LevelSchema,
  LineSchema,
  LongTextSchema,
  RatingSchema,
} from './personal'

/** A random id of 1 to 32 letters and digits: of a laptop, a person or a manager. It holds no hyphen and no slash. */
export const AppraisalKeySchema = v.pipe(v.string(), v.regex(/^[0-9a-z]{1,32}$/, 'not an id'))
export const SeasonSchema = v.pipe(v.string(), v.maxLength(40), v.regex(SEASON_PATTERN, 'not a season'))

const WRITE_ID = /^[1-9]\d{0,8}-[0-9a-z]{1,32}$/
const WriteIdSchema = v.pipe(v.string(), v.regex(WRITE_ID, 'not the id of a write'))

const SeenSchema = v.pipe(
  v.string(),
  v.regex(/^[1-9]\d{0,8}-[0-9a-z]{1,32}\.\d{1,8}$/, 'not a write as seen'),
)

const ANY_ID = v.safeParser(IdSchema)
const isId = (key: string) => ANY_ID(key).success
const isKey = (key: string) => v.is(AppraisalKeySchema, key)
const isOwn = (key: string) => v.is(KeySchema, key)
const isOne = (key: string) => key === ''
const isSide = (key: string) => key === 'person' || key === 'manager'
const isGiven = (key: string) =>
  /^[^/]+\/[^/]+$/.test(key) && isKey(key.split('/')[0]!) && isId(key.split('/')[1]!)

type Shape<K extends Kind> = { key: (key: string) => boolean; value: v.GenericSchema<unknown, Values[K]> }

const GivenSchema = v.strictObject({
  level: LevelSchema,
  notRelevant: v.exactOptional(v.literal(true)),
  on: LineSchema,
})

const AgreedActionSchema: v.GenericSchema<unknown, Values['action']> = v.strictObject({
  skill: IdSchema,
  to: LevelSchema,
  way: v.picklist(['on the job', 'from others', 'formal']),
  what: LongTextSchema,
  hours: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(10_000))),
  due: DaySchema,
})

const SHAPES: { [K in Kind]: Shape<K> } = {
  person: {
    key: isOne,
    value: v.strictObject({
      name: LineSchema,
      role: v.exactOptional(IdSchema),
      unit: v.exactOptional(IdSchema),
    }),
  },
  manager: { key: isKey, value: v.strictObject({ name: LineSchema }) },
  own: { key: isId, value: RatingSchema },
  evidence: { key: isId, value: v.array(EvidenceSchema) },
  target: { key: isOne, value: v.pipe(v.array(IdSchema), v.maxLength(20)) },
  plan: { key: isOwn, value: ActionSchema },
  certificate: { key: isOwn, value: CertificateSchema },
  given: { key: isGiven, value: GivenSchema },
  opened: {
    key: isKey,
    value: v.strictObject({
      how: v.picklist(['rated first', 'chose not to rate first']),
      rated: CountSchema,
    }),
  },
  agreed: { key: isId, value: v.strictObject({ level: LevelSchema, on: LineSchema }) },
  comment: { key: isId, value: LongTextSchema },
  objective: {
    key: isOwn,
    value: v.strictObject({ what: LongTextSchema, by: v.exactOptional(DaySchema) }),
  },
  action: { key: isOwn, value: AgreedActionSchema },
  summary: { key: isSide, value: LongTextSchema },
  meeting: { key: isOne, value: DaySchema },
  confirmed: {
    key: isSide,
    value: v.strictObject({ name: LineSchema, of: v.array(SeenSchema) }),
  },
}

const KINDS = Object.keys(SHAPES) as Kind[]

const LooseWriteSchema = v.strictObject({
  id: WriteIdSchema,
  kind: v.picklist(KINDS),
  key: v.pipe(v.string(), v.maxLength(140)),
  value: v.unknown(),
  over: v.array(SeenSchema),
  rev: CountSchema,
  at: InstantSchema,
})

/**
 * One write, its value checked by its kind. What it takes the place of must have been written before it, so that
 * no file can make two writes hide each other.
 */
export const WriteSchema: v.GenericSchema<unknown, Write> = v.pipe(
  LooseWriteSchema,
  v.rawTransform(({ dataset: { value: write }, addIssue, NEVER }): Write => {
    const { key, value } = SHAPES[write.kind]
    if (!key(write.key)) addIssue({ message: `not a key of ${write.kind}` })
    const [count] = orderOf(write.id)
    if (write.over.some((seen) => orderOf(seenOf(seen).id)[0] >= count))
      addIssue({ message: 'takes the place of a later write' })
    if (write.value === null) return { ...write, value: null }
    const parsed = v.safeParse<v.GenericSchema<unknown, Values[Kind]>>(value, write.value)
    if (parsed.success) return { ...write, value: parsed.output }
    for (const { message } of parsed.issues) addIssue({ message })
    return NEVER
  }),
)

/** Writes by their ids. */
export const WritesSchema: v.GenericSchema<unknown, Writes> = v.pipe(
  v.record(WriteIdSchema, WriteSchema),
  v.check((writes) => Object.keys(writes).length <= WRITES_MAX, 'more than any appraisal holds'),
  v.check(
    (writes) => Object.entries(writes).every(([id, write]) => write.id === id),
    'a write under another id',
  ),
)

export const WordingSchema: v.GenericSchema<unknown, Wording> = v.strictObject({
  ref: LineSchema,
  title: LineSchema,
  levels: v.pipe(
    v.array(
      v.strictObject({
        ordinal: LevelSchema,
        label: LineSchema,
        summary: v.exactOptional(LongTextSchema),
      }),
    ),
    v.maxLength(101),
  ),
  skills: v.array(
    v.strictObject({
      id: IdSchema,
      name: LineSchema,
      group: LineSchema,
      descriptors: v.array(
        v.strictObject({
          level: LevelSchema,
          statements: v.array(LongTextSchema),
          evidence: v.exactOptional(LongTextSchema),
        }),
      ),
    }),
  ),
})

export const AppraisalSchema: v.GenericSchema<unknown, Appraisal> = v.pipe(
  v.strictObject({
    id: v.pipe(v.string(), v.maxLength(140)),
    person: KeySchema,
    season: SeasonSchema,
    writes: WritesSchema,
    handedOver: v.exactOptional(v.array(SeenSchema)),
  }),
  v.check(({ id, person, season }) => id === appraisalId(person, season), 'an appraisal under another id'),
)

export const MemberSchema: v.GenericSchema<unknown, Member> = v.strictObject({
  id: KeySchema,
  name: LineSchema,
  key: v.exactOptional(AppraisalKeySchema),
  role: v.exactOptional(IdSchema),
  unit: v.exactOptional(IdSchema),
  away: v.exactOptional(v.strictObject({ until: v.exactOptional(DaySchema) })),
  addedAt: InstantSchema,
  eraseOn: v.exactOptional(DaySchema),
})

export const FileRecordSchema: v.GenericSchema<unknown, FileRecord> = v.strictObject({
  id: KeySchema,
  at: InstantSchema,
  did: v.picklist(['made', 'opened']),
  what: v.picklist(['pack', 'backup', 'export']),
  name: LineSchema,
  person: v.exactOptional(KeySchema),
  with: v.exactOptional(LineSchema),
  parts: v.exactOptional(v.array(v.picklist(PACK_PARTS))),
  locked: v.picklist(['passphrase', 'card', 'no']),
  keptUntil: v.exactOptional(DaySchema),
})

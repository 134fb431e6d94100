import * as v from 'valibot'
import { SURENESS, type Rating } from '../domain/assessment'
import { WAYS, type Action } from '../domain/plan/action'
import type { Certificate } from '../domain/plan/certificate'
import { DaySchema, IdSchema } from './id'

export const InstantSchema = v.pipe(
  v.string(),
  v.isoTimestamp('not a moment in time'),
  v.check(isRealInstant, 'no such moment'),
)
export const KeySchema = v.pipe(v.string(), v.regex(/^[0-9A-Za-z-]{1,96}$/, 'not an id'))
export const LineSchema = v.pipe(v.string(), v.maxLength(1_000))
export const LongTextSchema = v.pipe(v.string(), v.maxLength(50_000))
/** Browsers leave control characters and blanks out of an address before they look at what it starts with. */
const asBrowsersRead = (link: string) => link.replace(/[\u0000-\u0020]/g, '')

/** Shown as a link later on, so never one that runs. */
const LinkSchema = v.pipe(
  v.string(),
  v.maxLength(4_000),
  v.check((link) => !/^(?:javascript|data|vbscript|blob):/i.test(asBrowsersRead(link)), 'not a link'),
)

export const LevelSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100))
export const EvidenceSchema = v.strictObject({
  text: LongTextSchema,
  url: v.exactOptional(LinkSchema),
  addedAt: InstantSchema,
})

export const RatingSchema: v.GenericSchema<unknown, Rating> = v.strictObject({
  level: LevelSchema,
  notRelevant: v.exactOptional(v.literal(true)),
  at: InstantSchema,
  on: LineSchema,
  sure: v.exactOptional(v.picklist(SURENESS)),
  lastUsed: v.exactOptional(v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'not a month'))),
  interest: v.exactOptional(v.picklist(['grow', 'leave'])),
  evidence: v.exactOptional(v.array(EvidenceSchema)),
})

export const ActionSchema: v.GenericSchema<unknown, Action> = v.strictObject({
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

export const CertificateSchema: v.GenericSchema<unknown, Certificate> = v.strictObject({
  id: KeySchema,
  person: KeySchema,
  name: LineSchema,
  skill: v.exactOptional(IdSchema),
  gained: DaySchema,
  expires: v.exactOptional(DaySchema),
})

function isRealInstant(text: string): boolean {
  return !Number.isNaN(Date.parse(text))
}

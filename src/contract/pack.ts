import * as v from 'valibot'
import type { Season, Wording } from '../domain/appraisal/appraisal'
import { PACK_PARTS, type PackPart } from '../domain/appraisal/fileRecord'
import { SIDES, type Side, type Writes } from '../domain/appraisal/write'
import { AppraisalKeySchema, SeasonSchema, WordingSchema, WritesSchema } from './appraisal'
import { DaySchema } from './id'
import { InstantSchema, LineSchema } from './personal'

/** What one side hands the other, in a locked file: appraisals of one person, or what they ticked of them. */
export interface Pack {
  waymark: 'pack'
  v: 1
  madeAt: string
  /** Who made it, and which of the two they are. */
  from: { key: string; name: string; as: Side }
  /** Whose appraisals these are. */
  person: { key: string; name: string }
  parts: PackPart[]
  appraisals: { season: Season; writes: Writes }[]
  /** What the skills they speak of said then, by framework version. */
  wordings: Wording[]
  /** The day on which copies that the maker kept are erased, where they hand over. */
  eraseOn?: string
}

export const PACK_VERSION = 1
/** The largest pack that is read, in bytes of JSON. */
export const PACK_MAX_BYTES = 16 * 1024 * 1024

/** Told apart before anything else, so that a newer file is called newer and not wrong. */
export const PackHeaderSchema = v.object({ waymark: v.literal('pack'), v: v.pipe(v.number(), v.integer()) })

/** Characters that are not seen and turn or break the words after them: a name stands within sentences. */
const UNSEEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu
const NAME_MAX_LENGTH = 200

/** Of a name what can be read of it: a file is not refused for it, since its maker may not see what is wrong. */
const NameSchema = v.pipe(
  LineSchema,
  v.transform((name) => name.replace(UNSEEN, ' ').trim().slice(0, NAME_MAX_LENGTH)),
)

export const PackSchema: v.GenericSchema<unknown, Pack> = v.strictObject({
  waymark: v.literal('pack'),
  v: v.literal(PACK_VERSION),
  madeAt: InstantSchema,
  from: v.strictObject({ key: AppraisalKeySchema, name: NameSchema, as: v.picklist(SIDES) }),
  person: v.strictObject({ key: AppraisalKeySchema, name: NameSchema }),
  parts: v.pipe(v.array(v.picklist(PACK_PARTS)), v.maxLength(PACK_PARTS.length)),
  appraisals: v.pipe(
    v.array(v.strictObject({ season: SeasonSchema, writes: WritesSchema })),
    v.maxLength(50),
    v.check(
      (appraisals) => new Set(appraisals.map(({ season }) => season)).size === appraisals.length,
      'a season is there twice',
    ),
  ),
  wordings: v.pipe(v.array(WordingSchema), v.maxLength(100)),
  eraseOn: v.exactOptional(DaySchema),
})

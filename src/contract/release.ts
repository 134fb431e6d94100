import * as v from 'valibot'
import { HashSchema, IdSchema, PeriodIdSchema, CountSchema } from './id'
import { EpsilonSchema, PartSchema } from './period'

/** Noise may take a count below nothing; it stays so in the data and is clamped on screen. */
const NoisyCountSchema = v.pipe(v.number(), v.safeInteger())

/** [short, able] */
export const CountsSchema = v.tuple([NoisyCountSchema, NoisyCountSchema])
export type Counts = v.InferOutput<typeof CountsSchema>

export const PublishedSchema = v.strictObject({
  v: v.literal(2),
  period: PeriodIdSchema,
  published: v.literal(true),
  grid: HashSchema,
  catalogue: HashSchema,
  epsilon: EpsilonSchema,
  /** 95 % half-width of one cell's count, in people. */
  margin: CountSchema,
  /** To the nearest ten. */
  replies: CountSchema,
  spoiled: CountSchema,
  cells: v.array(v.strictObject({ id: IdSchema, label: v.string(), parts: v.array(PartSchema) })),
  skills: v.array(IdSchema),
  /** counts[cell][skill] */
  counts: v.array(v.array(CountsSchema)),
  /** totals[skill], drawn apart from the cells' counts. */
  totals: v.array(CountsSchema),
  /** How many replied in each cell, with noise as every count has. */
  replied: v.array(NoisyCountSchema),
  /** How many replied in all, drawn apart from the cells'. */
  repliedInAll: NoisyCountSchema,
})

/** Too few replies to say anything. */
export const UnpublishedSchema = v.strictObject({
  v: v.literal(2),
  period: PeriodIdSchema,
  published: v.literal(false),
  replies: CountSchema,
})

export const ReleaseSchema = v.variant('published', [PublishedSchema, UnpublishedSchema])
export type Release = v.InferOutput<typeof ReleaseSchema>
export type PublishedRelease = v.InferOutput<typeof PublishedSchema>

/** `GET /api/v1/releases`: newest first. */
export const ReleaseListSchema = v.strictObject({
  v: v.literal(1),
  releases: v.array(
    v.strictObject({
      period: PeriodIdSchema,
      published: v.boolean(),
      closed: v.pipe(v.string(), v.isoDate()),
    }),
  ),
})
export type ReleaseList = v.InferOutput<typeof ReleaseListSchema>

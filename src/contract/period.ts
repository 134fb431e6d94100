import * as v from 'valibot'
import { IdentitySchema, RecipientSchema } from './ageKey'
import { CountSchema, DaySchema, HashSchema, IdSchema, PeriodIdSchema } from './id'

/** The smallest group a release ever speaks of. Compiled in; a setting can only raise it. */
export const FLOOR = 10
export { CELL_HEADCOUNT_MIN } from '../domain/release/grid'

export const PartSchema = v.strictObject({ unit: IdSchema, family: IdSchema })
export type Part = v.InferOutput<typeof PartSchema>

export const CellSchema = v.strictObject({
  id: IdSchema,
  label: v.string(),
  parts: v.array(PartSchema),
  headcount: CountSchema,
})
export type Cell = v.InferOutput<typeof CellSchema>

/** How the organisation is divided for publication. Hashed as `JSON.stringify(grid)`. */
export const GridSchema = v.strictObject({ cells: v.array(CellSchema) })
export type Grid = v.InferOutput<typeof GridSchema>

export const EpsilonSchema = v.picklist([0.5, 1])
export const KeepSchema = v.picklist(['organisation', 'families', 'units'])
export type Keep = v.InferOutput<typeof KeepSchema>

/**
 * `GET /api/v1/periods/current`. `closes` is a day: submissions stop at its end, UTC. `replies` is
 * rounded to ten, 0 under ten, and counted at most once a day: on the opening day it is 0. Summaries are sealed to
 * `recipient`; a period opened before Waymark sealed has none, and takes them plain.
 */
export const CurrentPeriodSchema = v.strictObject({
  v: v.literal(1),
  id: PeriodIdSchema,
  opens: DaySchema,
  closes: DaySchema,
  floor: v.pipe(CountSchema, v.minValue(1)),
  epsilon: EpsilonSchema,
  replies: CountSchema,
  catalogue: HashSchema,
  gridHash: HashSchema,
  grid: GridSchema,
  recipient: v.exactOptional(RecipientSchema),
})
export type CurrentPeriod = v.InferOutput<typeof CurrentPeriodSchema>

export const HeadcountSchema = v.strictObject({ unit: IdSchema, family: IdSchema, headcount: CountSchema })
export type Headcount = v.InferOutput<typeof HeadcountSchema>

/** `POST /api/v1/periods`. */
export const OpenPeriodSchema = v.strictObject({
  id: PeriodIdSchema,
  closes: DaySchema,
  epsilon: EpsilonSchema,
  keep: KeepSchema,
  headcounts: v.pipe(v.array(HeadcountSchema), v.minLength(1), v.maxLength(10_000)),
  /** The half of the period's key that seals; HR's browser keeps the other. */
  recipient: RecipientSchema,
  /** Units that had another id in an earlier release. */
  renamed: v.exactOptional(
    v.pipe(v.array(v.strictObject({ from: IdSchema, to: IdSchema })), v.maxLength(1_000)),
  ),
})
export type OpenPeriod = v.InferOutput<typeof OpenPeriodSchema>

/** `POST /api/v1/periods/{id}/close`; no body at all for a period that has no recipient. */
export const ClosePeriodSchema = v.strictObject({ identity: IdentitySchema })
export type ClosePeriod = v.InferOutput<typeof ClosePeriodSchema>

/** `POST /api/v1/periods/{id}/extend`. */
export const ExtendPeriodSchema = v.strictObject({ closes: DaySchema })
export type ExtendPeriod = v.InferOutput<typeof ExtendPeriodSchema>

/** `GET /api/v1/periods` (HR): newest first. `open` past its `closes` waits for its release. */
export const PeriodListSchema = v.strictObject({
  v: v.literal(1),
  periods: v.array(
    v.strictObject({
      id: PeriodIdSchema,
      opens: DaySchema,
      closes: DaySchema,
      epsilon: EpsilonSchema,
      keep: KeepSchema,
      state: v.picklist(['open', 'released', 'cancelled', 'deleted']),
      /** Posts over the whole organisation, as HR gave them when it opened the period. */
      headcount: CountSchema,
      /** What its summaries were sealed to. */
      recipient: v.exactOptional(RecipientSchema),
      /** As they stand now, rounded to ten; only while it is open. */
      replies: v.exactOptional(CountSchema),
    }),
  ),
})
export type PeriodList = v.InferOutput<typeof PeriodListSchema>

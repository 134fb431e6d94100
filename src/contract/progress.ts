import * as v from 'valibot'
import { STATUSES, type ProgressEntry } from '../domain/progress/entry'
import { CountSchema, DaySchema, IdSchema, PeriodIdSchema } from './id'
import { InstantSchema, KeySchema, LineSchema, LongTextSchema } from './personal'

const kept = {
  id: KeySchema,
  about: v.strictObject({ skill: v.exactOptional(IdSchema), name: LineSchema }),
  createdAt: InstantSchema,
  changedAt: InstantSchema,
}

/** The largest sum that is taken for a cost, in pounds. */
export const COST_MAX = 1_000_000_000
export const CostSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(COST_MAX))

/** One line of HR's record of steps against gaps, as a backup carries it. */
export const ProgressEntrySchema: v.GenericSchema<unknown, ProgressEntry> = v.variant('kind', [
  v.strictObject({
    ...kept,
    kind: v.literal('action'),
    what: LongTextSchema,
    owner: LineSchema,
    due: DaySchema,
    cost: v.exactOptional(CostSchema),
    status: v.picklist(STATUSES),
    from: v.exactOptional(v.strictObject({ period: PeriodIdSchema, figure: LineSchema })),
  }),
  v.strictObject({
    ...kept,
    kind: v.picklist(['posts filled', 'training done']),
    count: CountSchema,
    on: DaySchema,
    note: v.exactOptional(LongTextSchema),
  }),
])

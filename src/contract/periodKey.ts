import * as v from 'valibot'
import { IdentitySchema, RecipientSchema } from './ageKey'
import { PeriodIdSchema } from './id'
import { InstantSchema } from './personal'

/**
 * What opens the summaries of one period. HR's browser makes it when the period is opened; it is kept as a file, in two
 * places, and reaches the endpoint only with the request that closes the period.
 */
export interface PeriodKey {
  waymark: 'period-key'
  v: 1
  period: string
  /** `age1…`: what every laptop seals to, published with the period. */
  recipient: string
  /** `AGE-SECRET-KEY-1…`: what opens all of them. */
  identity: string
  madeAt: string
}

export const PERIOD_KEY_VERSION = 1

/** Told apart before anything else, so that a newer file is called newer and not wrong. */
export const PeriodKeyHeaderSchema = v.object({
  waymark: v.literal('period-key'),
  v: v.pipe(v.number(), v.integer()),
})

export const PeriodKeySchema: v.GenericSchema<unknown, PeriodKey> = v.strictObject({
  waymark: v.literal('period-key'),
  v: v.literal(PERIOD_KEY_VERSION),
  period: PeriodIdSchema,
  recipient: RecipientSchema,
  identity: IdentitySchema,
  madeAt: InstantSchema,
})

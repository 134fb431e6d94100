import * as v from 'valibot'
import { IdentitySchema, RecipientSchema } from './ageKey'
import { InstantSchema } from './personal'

/** What a manager gives the team once, so that packs can be locked to them. It holds nothing secret. */
export interface Card {
  waymark: 'card'
  v: 1
  /** The manager's, as they wrote it. */
  name: string
  /** `age1…`: the half of their key that locks and does not open. */
  recipient: string
  madeAt: string
}

/** Both halves of a manager's key. It leaves a laptop in a locked backup only. */
export interface ManagerKey {
  /** `AGE-SECRET-KEY-1…`: opens what is locked to the card. */
  identity: string
  recipient: string
  name: string
  madeAt: string
}

export const CARD_VERSION = 1

const NameSchema = v.pipe(
  v.string(),
  v.maxLength(200),
  v.check((name) => name.trim() !== '', 'no name'),
)

/** Told apart before anything else, so that a newer card is called newer and not wrong. */
export const CardHeaderSchema = v.object({
  waymark: v.literal('card'),
  v: v.pipe(v.number(), v.integer()),
})

export const CardSchema: v.GenericSchema<unknown, Card> = v.strictObject({
  waymark: v.literal('card'),
  v: v.literal(CARD_VERSION),
  name: NameSchema,
  recipient: RecipientSchema,
  madeAt: InstantSchema,
})

export const ManagerKeySchema: v.GenericSchema<unknown, ManagerKey> = v.strictObject({
  identity: IdentitySchema,
  recipient: RecipientSchema,
  name: NameSchema,
  madeAt: InstantSchema,
})

import * as v from 'valibot'

/**
 * The two halves of an X25519 key as the age format writes them (C2SP "age", The X25519 recipient type): Bech32 of 32
 * bytes (BIP 173). Only the shape is held here: the check that Bech32 carries is done where keys are read or used.
 */
export const RecipientSchema = v.pipe(
  v.string(),
  v.regex(/^age1[02-9ac-hj-np-z]{58}$/, 'not a key to lock to'),
)
export const IdentitySchema = v.pipe(
  v.string(),
  v.regex(/^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/, 'not a key'),
)

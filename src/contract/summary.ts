import * as v from 'valibot'
import { Base64UrlSchema, HashSchema, IdSchema, PeriodIdSchema } from './id'

const BandSchema = v.picklist([0, 1, 2])

/** What a summary says, and all it says: a cell and a band per skill. */
export const SummarySchema = v.strictObject({
  v: v.literal(1),
  period: PeriodIdSchema,
  grid: HashSchema,
  catalogue: HashSchema,
  cell: IdSchema,
  bands: v.record(IdSchema, BandSchema),
})
export type Summary = v.InferOutput<typeof SummarySchema>

/** Raw uncompressed P-256 point: 65 bytes are 87 characters of base64url. */
const PublicKeySchema = v.pipe(Base64UrlSchema, v.length(87))
/** Raw r‖s: 64 bytes are 86 characters of base64url. */
const SignatureSchema = v.pipe(Base64UrlSchema, v.length(86))

/**
 * The envelope a laptop sends. `body` is base64url, or empty to withdraw: of an age file that holds the summary's JSON
 * (see `sealed.ts`), or of the plain JSON in a period that has no recipient.
 */
export const SubmissionSchema = v.strictObject({
  v: v.literal(1),
  period: PeriodIdSchema,
  publicKey: PublicKeySchema,
  sequence: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  signature: SignatureSchema,
  body: Base64UrlSchema,
  joinCode: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
})
export type Submission = v.InferOutput<typeof SubmissionSchema>

/**
 * The largest request `POST /api/v1/summaries` takes, in bytes: the longest summary is 16 KiB, its sealed file 0.3 more
 * at most, which base64url makes a third longer, 21.8 KiB, and the envelope around it is under 1 KiB.
 */
export const SUBMISSION_MAX_BYTES = 24 * 1024

/** The text whose SHA-256 (base64url) is a laptop's slot in a period. */
export function slotText(period: string, publicKey: string): string {
  return `waymark slot v1\n${period}\n${publicKey}`
}

/** The text a submission's signature is over; `bodyHash` is the base64url SHA-256 of the text of `body`. */
export function signedText(period: string, sequence: number, bodyHash: string): string {
  return `waymark submission v1\n${period}\n${sequence}\n${bodyHash}`
}

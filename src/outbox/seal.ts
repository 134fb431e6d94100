import { base64url } from '../client/digest'
import type { CurrentPeriod } from '../contract/period'
import { padded, sealedLength } from '../contract/sealed'
import type { Catalogue } from '../domain/catalogue'
import type { Made } from './summary'

/** The period a summary is for, and how it travels there. */
export interface Addressee {
  period: string
  /** What it is sealed to; absent for a period opened before summaries were sealed. */
  recipient?: string
  /** What it is padded to before, in bytes. */
  length: number
}

export function addresseeOf({ id, recipient }: CurrentPeriod, catalogue: Catalogue): Addressee {
  return { period: id, recipient, length: sealedLength(catalogue) }
}

/** A summary that is longer than any that is sealed stays here: another length would tell it from the others. */
export function ifItFits(made: Made | undefined, catalogue: Catalogue): Made | undefined {
  const fits = made === undefined || 'refusal' in made || made.text.length <= sealedLength(catalogue)
  return fits ? made : { refusal: TOO_LONG }
}

const TOO_LONG = 'Your answers are longer than the 16 KiB that are sent at most, so nothing is sent. Tell HR.'

/**
 * The body of a submission that says this text: an age file of one length, whatever is said, that only the period's key
 * opens. Plain where the period has none, and empty for the empty text, which withdraws.
 */
export async function bodyFor({ recipient, length }: Addressee, text: string): Promise<string> {
  if (text === '' || recipient === undefined) return base64url(new TextEncoder().encode(text))
  // Loaded when something is first sent.
  const { lock } = await import('../interchange/locked/lock')
  return base64url(await lock(padded(text, length), { recipients: [recipient] }))
}

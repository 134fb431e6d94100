import { base64url, sha256 } from '../client/digest'
import { signedText, type Submission } from '../contract/summary'
import { ALGORITHM, type PeriodKeys } from './keys'

/** A submission as it is kept: the join code is added on sending, so that a new one needs no new signature. */
export type FrozenSubmission = Omit<Submission, 'joinCode'>

/** Signs a body, or the empty one that withdraws. */
export async function signSubmission(
  { keys, publicKey }: PeriodKeys,
  period: string,
  sequence: number,
  body: string,
): Promise<FrozenSubmission> {
  const signed = new TextEncoder().encode(signedText(period, sequence, await sha256(body)))
  const signature = base64url(new Uint8Array(await crypto.subtle.sign(ALGORITHM, keys.privateKey, signed)))
  return { v: 1, period, publicKey, sequence, signature, body }
}

import { base64url } from '../client/digest'

/** What signs one period's summaries from this laptop, and nothing else ever. */
export interface PeriodKeys {
  keys: CryptoKeyPair
  /** base64url of the raw uncompressed point. */
  publicKey: string
}

/** ECDSA on P-256 with SHA-256; the signature is raw r‖s, as WebCrypto gives it (FIPS 186-5, section 6). */
export const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const

/** A fresh key for a period. Its private half cannot be read out, by this app or by a backup. */
export async function newPeriodKeys(): Promise<PeriodKeys> {
  const keys = await crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify'])
  const point = await crypto.subtle.exportKey('raw', keys.publicKey)
  return { keys, publicKey: base64url(new Uint8Array(point)) }
}

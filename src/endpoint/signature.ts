import { createPublicKey, verify } from 'node:crypto'
import { signedText, slotText } from '../contract/summary'
import { sha256 } from './digest'

const POINT_BYTES = 65
const UNCOMPRESSED = 4

export interface Signed {
  period: string
  publicKey: string
  sequence: number
  signature: string
  body: string
}

/** Where a laptop's summary is kept in a period: nothing links it to another period's. */
export function slotOf({ period, publicKey }: Pick<Signed, 'period' | 'publicKey'>): string {
  return sha256(slotText(period, publicKey))
}

/** Whether the signature is one by this key over this period, sequence and body. */
export function isSigned({ period, publicKey, sequence, signature, body }: Signed): boolean {
  const point = exactBytes(publicKey)
  const rs = exactBytes(signature)
  if (point?.length !== POINT_BYTES || point[0] !== UNCOMPRESSED || rs === undefined) return false
  const x = point.subarray(1, 33).toString('base64url')
  const y = point.subarray(33).toString('base64url')
  try {
    const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
    const text = signedText(period, sequence, sha256(body))
    return verify('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }, rs)
  } catch {
    return false // not a point of the curve
  }
}

/** Undefined for a second spelling of the same bytes, which would give one key a second slot. */
function exactBytes(base64url: string): Buffer | undefined {
  const bytes = Buffer.from(base64url, 'base64url')
  return bytes.toString('base64url') === base64url ? bytes : undefined
}

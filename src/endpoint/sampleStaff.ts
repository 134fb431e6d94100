import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import type { CurrentPeriod } from '../contract/period'
import { sealedLength } from '../contract/sealed'
import { signedText, type Summary } from '../contract/summary'
import type { Catalogue } from '../domain/catalogue'
import type { Bits } from '../domain/release/bits'
import type { RoleProfile } from '../domain/role'
import type { Deps } from './deps'
import { sha256 } from './digest'
import { madeUpBands } from './sampleAnswers'
import { sealedBody } from './sealed'
import type { Signed } from './signature'
import { collect } from './submit'

/** Of a hundred people, how many reply. */
const REPLYING = 68

/** One made-up member of staff. */
export interface Member {
  unit: string
  role: RoleProfile
}

/** Everybody in the posts of the new structure. */
export function staffOf({ frameworks, after }: Catalogue): Member[] {
  const roles = new Map(frameworks.flatMap((framework) => framework.roles).map((role) => [role.id, role]))
  return after.posts.flatMap(({ role: id, unit, headcount }) => {
    const role = roles.get(id)
    return role === undefined ? [] : Array.from({ length: headcount }, () => ({ unit, role }))
  })
}

/**
 * About two of three of the made-up staff reply to a period, sealed and signed as laptops do. Who is in none of its
 * groups does not, nor does anybody where it seals to nothing.
 */
export async function replyTo(
  period: CurrentPeriod,
  catalogue: Catalogue,
  weakerIn: RegExp,
  bits: Bits,
  deps: Deps,
): Promise<void> {
  const { id, recipient } = period
  if (recipient === undefined) return
  const length = sealedLength(catalogue)
  for (const member of staffOf(catalogue)) {
    if (bits.below(100) >= REPLYING) continue
    const summary = summaryOf(member, period, catalogue, weakerIn, bits)
    if (summary === undefined) continue
    await collect(signed(id, await sealedBody(JSON.stringify(summary), recipient, length)), deps)
  }
}

function summaryOf(
  { unit, role }: Member,
  period: CurrentPeriod,
  catalogue: Catalogue,
  weakerIn: RegExp,
  bits: Bits,
): Summary | undefined {
  const isMine = (part: { unit: string; family: string }) => part.unit === unit && part.family === role.family
  const cell = period.grid.cells.find(({ parts }) => parts.some(isMine))
  if (cell === undefined) return undefined
  return {
    v: 1,
    period: period.id,
    grid: period.gridHash,
    catalogue: period.catalogue,
    cell: cell.id,
    bands: madeUpBands(catalogue, role, weakerIn, bits),
  }
}

/** As a laptop sends it, under a key that is forgotten at once. */
function signed(period: string, body: string): Signed {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const text = signedText(period, 1, sha256(body))
  const signature = sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' })
  return {
    period,
    publicKey: rawPoint(publicKey),
    sequence: 1,
    signature: signature.toString('base64url'),
    body,
  }
}

function rawPoint(publicKey: KeyObject): string {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const point = [Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]
  return Buffer.concat(point).toString('base64url')
}

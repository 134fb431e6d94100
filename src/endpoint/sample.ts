import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import type { CurrentPeriod, Headcount } from '../contract/period'
import { sealedLength } from '../contract/sealed'
import { signedText, type Summary } from '../contract/summary'
import type { Catalogue } from '../domain/catalogue'
import { bitsFrom, type Bits } from '../domain/release/bits'
import { partKey } from '../domain/release/cell'
import { seededBytes } from '../domain/release/seeded'
import type { RoleProfile } from '../domain/role'
import { closePeriod } from './close'
import type { Deps } from './deps'
import { sha256 } from './digest'
import { openPeriod } from './period'
import { pinnedCatalogue, readCatalogue } from './publish'
import { madeUpBands } from './sampleAnswers'
import { sealedBody } from './sealed'
import type { Signed } from './signature'
import { allPeriods } from './store/periods'
import { collect } from './submit'

/** A year apart, so that the year's budget affords each, and a report has something to compare. */
const PERIODS = [
  { id: 'made-up-2025', opens: '2025-09-01', closes: '2025-09-29', seed: 2025, weakerIn: /security|testing/ },
  { id: 'made-up-2026', opens: '2026-09-01', closes: '2026-09-30', seed: 2026, weakerIn: /^$/ },
]
/** Of a hundred people, how many reply. */
const REPLYING = 68

/** One made-up member of staff. */
interface Member {
  unit: string
  role: RoleProfile
}

/**
 * Fills an empty store with two released periods of a made-up service: the new structure's posts, about 170
 * replies to each, sealed, signed, collected and released as real ones are. The same catalogue always gives the same
 * releases. Does nothing where the store already has a period.
 */
export async function makeSample(deps: Deps): Promise<void> {
  if ((await allPeriods(deps.store.db)).length > 0) return
  const catalogue = await pinnedCatalogue((await readCatalogue(undefined, deps)).version, deps)
  for (const period of PERIODS) await makePeriod(period, catalogue, deps)
}

async function makePeriod(
  { id, opens, closes, seed, weakerIn }: (typeof PERIODS)[number],
  catalogue: Catalogue,
  deps: Deps,
): Promise<void> {
  const staff = staffOf(catalogue)
  const inPast = (day: string): Deps => ({
    ...deps,
    now: () => new Date(`${day}T12:00:00Z`),
    randomBytes: seededBytes(seed),
    log: () => undefined,
  })
  // Each period is closed as soon as it is filled, so that its key is needed here only.
  const identity = await generateX25519Identity()
  const recipient = await identityToRecipient(identity)
  const period = await openPeriod(
    { id, closes, epsilon: 1, keep: 'families', headcounts: headcountsOf(staff), recipient },
    inPast(opens),
  )
  const length = sealedLength(catalogue)
  const bits = bitsFrom(seededBytes(seed + 1))
  for (const member of staff) {
    if (bits.below(100) >= REPLYING) continue
    const text = JSON.stringify(summaryOf(member, period, catalogue, weakerIn, bits))
    await collect(signed(id, await sealedBody(text, recipient, length)), inPast(opens))
  }
  await closePeriod(id, identity, inPast(closes))
}

function staffOf({ frameworks, after }: Catalogue): Member[] {
  const roles = new Map(frameworks.flatMap((framework) => framework.roles).map((role) => [role.id, role]))
  return after.posts.flatMap(({ role: id, unit, headcount }) => {
    const role = roles.get(id)
    return role === undefined ? [] : Array.from({ length: headcount }, () => ({ unit, role }))
  })
}

function headcountsOf(staff: readonly Member[]): Headcount[] {
  const parts = new Map<string, Headcount>()
  for (const { unit, role } of staff) {
    const part = { unit, family: role.family }
    const key = partKey(part)
    parts.set(key, { ...part, headcount: (parts.get(key)?.headcount ?? 0) + 1 })
  }
  return [...parts.values()]
}

function summaryOf(
  { unit, role }: Member,
  period: CurrentPeriod,
  catalogue: Catalogue,
  weakerIn: RegExp,
  bits: Bits,
): Summary {
  const isMine = (part: { unit: string; family: string }) => part.unit === unit && part.family === role.family
  return {
    v: 1,
    period: period.id,
    grid: period.gridHash,
    catalogue: period.catalogue,
    cell: period.grid.cells.find(({ parts }) => parts.some(isMine))!.id,
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

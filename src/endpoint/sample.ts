import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import type { Headcount } from '../contract/period'
import type { Catalogue } from '../domain/catalogue'
import { bitsFrom } from '../domain/release/bits'
import { partKey } from '../domain/release/cell'
import { seededBytes } from '../domain/release/seeded'
import { closePeriod } from './close'
import type { Deps } from './deps'
import { openPeriod } from './period'
import { pinnedCatalogue, readCatalogue } from './publish'
import { replyTo, staffOf, type Member } from './sampleStaff'
import { allPeriods } from './store/periods'

/**
 * A year apart, so that the year's budget affords each and a report has something to compare; and over a year ago, so
 * that it affords one more, which whoever looks around may open.
 */
const PERIODS = [
  { id: 'made-up-2024', opens: '2024-09-01', closes: '2024-09-29', seed: 2025, weakerIn: /security|testing/ },
  { id: 'made-up-2025', opens: '2025-09-01', closes: '2025-09-30', seed: 2026, weakerIn: /^$/ },
]

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
    { id, closes, epsilon: 1, keep: 'families', headcounts: headcountsOf(staffOf(catalogue)), recipient },
    inPast(opens),
  )
  await replyTo(period, catalogue, weakerIn, bitsFrom(seededBytes(seed + 1)), inPast(opens))
  await closePeriod(id, identity, inPast(closes))
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

import { PACK_VERSION, type Pack } from '../../contract/pack'
import type { Card } from '../../contract/card'
import { appraisalsOf, changeAppraisal, sayIn } from '../../database/appraisals'
import type { WaymarkDatabase } from '../../database/database'
import { recordFile } from '../../database/files'
import type { Season } from '../../domain/appraisal/appraisal'
import { packed } from '../../domain/appraisal/packed'
import { standingOf } from '../../domain/appraisal/standing'
import { wordingsFor } from '../../domain/appraisal/wording'
import { seenAs, type Writes } from '../../domain/appraisal/write'
import { dayOf } from '../../domain/day'
import type { Framework } from '../../domain/framework'
import { idFrom } from '../../domain/id'
import { lock, type Watching } from '../../interchange/locked/lock'
import { packText } from '../../interchange/pack'
import type { PackDraft } from './draftPack'
import { refsIn } from './refsIn'
import { wordingSource } from './wordingSource'

/** What a pack is locked with. `for`: whom it is for, where the maker says, to be noted down. */
export type PackLock = { passphrase: string; for?: string } | { card: Card }

/** A locked pack, to be saved. */
export interface PackFile {
  name: string
  bytes: Uint8Array<ArrayBuffer>
}

/**
 * Makes the file of a draft. What the person says of themselves is first said in their own appraisal; the file is
 * noted down, and what a manager hands over counted as given, once it is there, so not where it was stopped.
 * @throws LockFault, one sentence for the person; the signal's reason when they stop it.
 */
export async function makePack(
  db: WaymarkDatabase,
  inUse: readonly Framework[],
  draft: PackDraft,
  by: PackLock,
  now: Date,
  watching?: Watching,
): Promise<PackFile> {
  const at = now.toISOString()
  if (draft.sayings.length > 0) await sayIn(db, draft.of, draft.season, at, ...draft.sayings)
  const appraisals = packed(await appraisalsOf(db, draft.of), draft.season, draft.parts)
  const source = await wordingSource(db, inUse, refsIn(appraisals))
  const pack: Pack = {
    waymark: 'pack',
    v: PACK_VERSION,
    madeAt: at,
    from: draft.from,
    person: draft.person,
    parts: [...draft.parts],
    appraisals,
    wordings: wordingsFor(appraisals, source),
    ...(draft.eraseOn !== undefined && { eraseOn: draft.eraseOn }),
  }
  const locked = await lock(
    packText(pack),
    'card' in by ? { recipients: [by.card.recipient] } : { passphrase: by.passphrase },
    watching,
  )
  const file = { name: nameOf(draft, at), bytes: locked }
  await noteMade(db, draft, by, file.name, at, appraisals)
  return file
}

/** A manager's ratings as they stand: what counts as given once a copy of them was saved for the person. */
export function givenAsSeen(writes: Writes, manager: string): string[] {
  return [...standingOf(writes, 'given').values()]
    .filter(({ key }) => key.startsWith(`${manager}/`))
    .map(({ write }) => seenAs(write))
}

function nameOf({ season, person, from }: PackDraft, at: string): string {
  const whose = idFrom('appraisal', season, person.name)
  const by = from.as === 'manager' ? 'from-manager-' : ''
  return `${whose}-${by}${dayOf(at)}.age`
}

async function noteMade(
  db: WaymarkDatabase,
  draft: PackDraft,
  by: PackLock,
  name: string,
  at: string,
  appraisals: Pack['appraisals'],
): Promise<void> {
  const whom = 'card' in by ? by.card.name : draft.from.as === 'manager' ? draft.person.name : by.for
  await db.transaction('rw', db.files, db.appraisals, db.notes, async () => {
    await recordFile(db, {
      at,
      did: 'made',
      what: 'pack',
      name,
      person: draft.of,
      ...(whom !== undefined && whom !== '' && { with: whom }),
      parts: [...draft.parts],
      locked: 'card' in by ? 'card' : 'passphrase',
      ...(draft.eraseOn !== undefined && { keptUntil: draft.eraseOn }),
    })
    if (draft.from.as === 'manager')
      await countGiven(db, draft.of, draft.season, draft.from.key, writesIn(appraisals, draft.season))
  })
}

function writesIn(appraisals: Pack['appraisals'], season: Season): Writes {
  return appraisals.find((one) => one.season === season)?.writes ?? {}
}

/** What was said while the file was being locked is not in it, so it is not given. */
async function countGiven(
  db: WaymarkDatabase,
  person: string,
  season: Season,
  manager: string,
  inFile: Writes,
): Promise<void> {
  await changeAppraisal(db, person, season, (before) =>
    Promise.resolve({ ...before, handedOver: givenAsSeen(inFile, manager) }),
  )
}

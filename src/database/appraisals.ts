import { appraisalId, type Appraisal, type Season } from '../domain/appraisal/appraisal'
import { mergeWrites } from '../domain/appraisal/merge'
import { sayAll, type Saying } from '../domain/appraisal/say'
import type { Writes } from '../domain/appraisal/write'
import type { WaymarkDatabase } from './database'
import { laptopKey } from './laptopKeys'

/** A person's appraisals on this laptop, the latest season first. */
export async function appraisalsOf(db: WaymarkDatabase, person: string): Promise<Appraisal[]> {
  const all = await db.appraisals.where('person').equals(person).toArray()
  return all.sort((a, b) => (a.season < b.season ? 1 : -1))
}

export type { Saying }

/**
 * Says things in an appraisal as it is stored, so that two tabs keep what each of them said, and resolves once
 * they are durable. Begins the appraisal where there is none.
 */
export function sayIn(
  db: WaymarkDatabase,
  person: string,
  season: Season,
  at: string,
  ...sayings: Saying[]
): Promise<Appraisal> {
  return changeAppraisal(db, person, season, async (before) => {
    const writer = { laptop: await laptopKey(db), at }
    return { ...before, writes: sayAll(before.writes, writer, sayings) }
  })
}

/** Takes in what a file says of an appraisal: nothing here is lost, and the same file again changes nothing. */
export function mergeInto(
  db: WaymarkDatabase,
  person: string,
  season: Season,
  writes: Writes,
): Promise<Appraisal> {
  return changeAppraisal(db, person, season, (before) =>
    Promise.resolve({ ...before, writes: mergeWrites(before.writes, writes) }),
  )
}

/** Changes one appraisal as it is stored, an empty one where there was none. */
export function changeAppraisal(
  db: WaymarkDatabase,
  person: string,
  season: Season,
  change: (before: Appraisal) => Promise<Appraisal>,
): Promise<Appraisal> {
  return db.transaction('rw', db.appraisals, db.notes, async () => {
    const id = appraisalId(person, season)
    const before = (await db.appraisals.get(id)) ?? { id, person, season, writes: {} }
    const after = await change(before)
    await db.appraisals.put(after)
    return after
  })
}

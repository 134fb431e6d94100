import { appraisalId, type Appraisal, type Season } from '../domain/appraisal/appraisal'
import { mergeWrites } from '../domain/appraisal/merge'
import { say } from '../domain/appraisal/say'
import type { Kind, Values, Writes } from '../domain/appraisal/write'
import type { WaymarkDatabase } from './database'
import { laptopKey } from './laptopKeys'

/** A person's appraisals on this laptop, the latest season first. */
export async function appraisalsOf(db: WaymarkDatabase, person: string): Promise<Appraisal[]> {
  const all = await db.appraisals.where('person').equals(person).toArray()
  return all.sort((a, b) => (a.season < b.season ? 1 : -1))
}

/** One thing to say in an appraisal; null takes it back. */
export type Saying = { [K in Kind]: { kind: K; key: string; value: Values[K] | null } }[Kind]

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
    const writes = sayings.reduce(
      (so, { kind, key, value }) => say(so, writer, kind, key, value as Values[Kind]),
      before.writes,
    )
    return { ...before, writes }
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

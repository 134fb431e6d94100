import type { Backup } from '../contract/backup'
import { appraisalId, type Appraisal, type Member } from '../domain/appraisal/appraisal'
import type { FileRecord } from '../domain/appraisal/fileRecord'
import { mergeWrites } from '../domain/appraisal/merge'
import type { WaymarkDatabase } from './database'
import { keepWordings } from './wordings'

/** Brings in the appraisals and the team of a copy. Of one that is here too, everything said on either side is kept. */
export async function mergeTeam(db: WaymarkDatabase, backup: Backup): Promise<void> {
  const { members, appraisals, files } = await asKnownHere(db, backup)
  for (const copy of appraisals) await db.appraisals.put(together(await db.appraisals.get(copy.id), copy))
  for (const copy of members) await db.members.put(asMember(await db.members.get(copy.id), copy))
  await keepWordings(db, backup.wordings ?? [])
  await db.files.bulkPut(files)
}

/** What of a copy's team and appraisals is not here. */
export async function teamElsewhere(
  db: WaymarkDatabase,
  backup: Backup,
): Promise<{ appraisals: number; members: string[] }> {
  const { members, appraisals } = await asKnownHere(db, backup)
  const here = new Set(await db.members.toCollection().primaryKeys())
  const more = new Set<Appraisal['id']>()
  for (const { id, writes } of appraisals) {
    const kept = (await db.appraisals.get(id))?.writes ?? {}
    if (Object.entries(writes).some(([write, { rev }]) => (kept[write]?.rev ?? -1) < rev)) more.add(id)
  }
  return { appraisals: more.size, members: members.filter(({ id }) => !here.has(id)).map(({ name }) => name) }
}

/** An absence or a day to be erased that was taken back since the copy was made does not come back with it. */
function asMember(here: Member | undefined, copy: Member): Member {
  if (here === undefined) return copy
  const { away: _away, eraseOn: _day, ...more } = copy
  return { ...more, ...here }
}

/** What was handed over from either laptop was handed over. */
function together(here: Appraisal | undefined, copy: Appraisal): Appraisal {
  if (here === undefined) return copy
  const handedOver = [...new Set([...(here.handedOver ?? []), ...(copy.handedOver ?? [])])]
  return {
    ...here,
    writes: mergeWrites(here.writes, copy.writes),
    ...(handedOver.length > 0 && { handedOver }),
  }
}

/**
 * A copy's team by the ids of this laptop: who was added on each of two laptops, by a pack of theirs, has one key
 * and two ids, and is one person.
 */
async function asKnownHere(
  db: WaymarkDatabase,
  { members = [], appraisals = [], files = [] }: Backup,
): Promise<{ members: Member[]; appraisals: Appraisal[]; files: FileRecord[] }> {
  const byKey = new Map<Member['key'], Member['id']>()
  for (const { id, key } of [...(await db.members.toArray()), ...members])
    if (key !== undefined && !byKey.has(key)) byKey.set(key, id)
  const known = new Map(members.map(({ id, key }) => [id, byKey.get(key) ?? id]))
  const idHere = (person: string) => known.get(person) ?? person
  return {
    members: members.map((member) => ({ ...member, id: idHere(member.id) })),
    appraisals: appraisals.map((appraisal) => {
      const person = idHere(appraisal.person)
      return { ...appraisal, person, id: appraisalId(person, appraisal.season) }
    }),
    files: files.map((file) => (file.person === undefined ? file : { ...file, person: idHere(file.person) })),
  }
}

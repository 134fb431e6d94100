import type { Backup } from '../contract/backup'
import { mergeWrites } from '../domain/appraisal/merge'
import type { WaymarkDatabase } from './database'
import { keepWordings } from './wordings'

/** Brings in the appraisals and the team of a copy. Of one that is here too, everything said on either side is kept. */
export async function mergeTeam(db: WaymarkDatabase, backup: Backup): Promise<void> {
  for (const copy of backup.appraisals ?? []) {
    const here = await db.appraisals.get(copy.id)
    const writes = mergeWrites(here?.writes ?? {}, copy.writes)
    await db.appraisals.put({ ...copy, ...here, writes })
  }
  for (const copy of backup.members ?? [])
    await db.members.put({ ...copy, ...(await db.members.get(copy.id)) })
  await keepWordings(db, backup.wordings ?? [])
  await db.files.bulkPut(backup.files ?? [])
}

/** What of a copy's team and appraisals is not here. */
export async function teamElsewhere(
  db: WaymarkDatabase,
  { members = [], appraisals = [] }: Backup,
): Promise<{ appraisals: number; members: string[] }> {
  const here = new Set(await db.members.toCollection().primaryKeys())
  let more = 0
  for (const { id, writes } of appraisals) {
    const kept = (await db.appraisals.get(id))?.writes ?? {}
    if (Object.entries(writes).some(([write, { rev }]) => (kept[write]?.rev ?? -1) < rev)) more += 1
  }
  return { appraisals: more, members: members.filter(({ id }) => !here.has(id)).map(({ name }) => name) }
}

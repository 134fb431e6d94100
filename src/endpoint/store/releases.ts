import type { Db, ReleaseRow } from './tables'

/** Newest first. */
export async function allReleases(db: Db): Promise<ReleaseRow[]> {
  return db.selectFrom('releases').selectAll().orderBy('day', 'desc').orderBy('period', 'desc').execute()
}

export async function releaseOf(db: Db, period: string): Promise<ReleaseRow | undefined> {
  return db.selectFrom('releases').selectAll().where('period', '=', period).executeTakeFirst()
}

export async function addRelease(db: Db, release: ReleaseRow): Promise<void> {
  await db.insertInto('releases').values(release).execute()
}

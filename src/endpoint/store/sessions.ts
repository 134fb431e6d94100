import type { Db, SessionRow } from './tables'

export async function addSession(db: Db, session: SessionRow): Promise<void> {
  await db.insertInto('sessions').values(session).execute()
}

export async function sessionWith(db: Db, hash: string): Promise<SessionRow | undefined> {
  return db.selectFrom('sessions').selectAll().where('hash', '=', hash).executeTakeFirst()
}

export async function prolongSession(db: Db, hash: string, lapses: string): Promise<void> {
  await db.updateTable('sessions').set({ lapses }).where('hash', '=', hash).execute()
}

export async function deleteSession(db: Db, hash: string): Promise<void> {
  await db.deleteFrom('sessions').where('hash', '=', hash).execute()
}

/** Those that ended or lapsed by this moment. */
export async function deleteSessionsOver(db: Db, now: string): Promise<void> {
  await db
    .deleteFrom('sessions')
    .where((row) => row.or([row('ends', '<=', now), row('lapses', '<=', now)]))
    .execute()
}

export async function deleteAllSessions(db: Db): Promise<void> {
  await db.deleteFrom('sessions').execute()
}

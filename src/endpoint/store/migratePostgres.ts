import { sql } from 'kysely'
import { MIGRATIONS, refuseNewer } from './migrations'
import type { Store } from './store'
import type { Db } from './tables'

/**
 * Brings a database up to this version, each step whole or not at all. Of several processes that start together one
 * does each step and the others find it done. Throws on a database written by a later version.
 */
export async function migratePostgres({ change }: Pick<Store, 'change'>): Promise<void> {
  while (await change(step));
}

/** Does the next step; false where none is left. */
async function step(db: Db): Promise<boolean> {
  const version = await versionOf(db)
  refuseNewer(version)
  const migration = MIGRATIONS[version]
  if (migration === undefined) return false
  for (const statement of migration.postgres) await sql.raw(statement).execute(db)
  await sql`update waymark set version = ${version + 1}`.execute(db)
  return true
}

async function versionOf(db: Db): Promise<number> {
  const kept = await sql<{ name: string | null }>`select to_regclass('waymark')::text as name`.execute(db)
  if (kept.rows[0]!.name === null) {
    await sql`create table waymark (version integer not null)`.execute(db)
    await sql`insert into waymark (version) values (0)`.execute(db)
  }
  const { rows } = await sql<{ version: number }>`select version from waymark`.execute(db)
  return rows[0]!.version
}

import type Database from 'libsql'
import { MIGRATIONS, refuseNewer } from './migrations'

/** Brings a store up to this version, each step whole or not at all. Throws on a store written by a later version. */
export function migrateSqlite(database: Database.Database): void {
  const [row] = database.prepare('pragma user_version').all() as { user_version: number }[]
  const version = row?.user_version ?? 0
  refuseNewer(version)
  MIGRATIONS.slice(version).forEach(({ sqlite }, index) => {
    step(database, [...sqlite, `pragma user_version = ${version + index + 1}`])
  })
}

function step(database: Database.Database, statements: readonly string[]): void {
  try {
    for (const statement of ['begin', ...statements, 'commit']) database.exec(statement)
  } catch (error) {
    // On a full disk SQLite has done so itself, and doing it again would hide the reason.
    if (database.inTransaction) database.exec('rollback')
    throw error
  }
}

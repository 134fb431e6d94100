import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, SqliteDialect } from 'kysely'
import Database from 'libsql'
import { migrate } from './migrations'
import type { Db, Tables } from './tables'

const FILE_NAME = 'waymark.sqlite'

export interface Store {
  db: Db
  /** Empties the write-ahead log, which would otherwise keep what was deleted and in which order things came. */
  truncateLog(): void
  /** Empties the log and lets go of the file. */
  close(): Promise<void>
}

/**
 * Opens the store in a folder, made if it is not there and readable by this account only. A commit is on
 * the disk before it returns, and what is deleted is overwritten. Throws where the folder cannot be written.
 */
export function openStore(folder: string): Store {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const database = new Database(join(folder, FILE_NAME))
  for (const setting of [
    'busy_timeout = 5000',
    'journal_mode = wal',
    'synchronous = full',
    'secure_delete = on',
    'temp_store = memory',
    'foreign_keys = on',
  ]) {
    database.pragma(setting)
  }
  migrate(database)
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })
  const truncateLog = () => void database.pragma('wal_checkpoint(truncate)')
  return {
    db,
    truncateLog,
    async close() {
      truncateLog()
      await db.destroy()
      if (database.open) database.close()
    },
  }
}

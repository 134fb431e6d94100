import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, sql } from 'kysely'
import Database from 'libsql'
import { sqliteDialect } from './dialect'
import { migrateSqlite } from './migrateSqlite'
import type { Store } from './store'
import type { Db, Tables } from './tables'

const FILE_NAME = 'waymark.sqlite'

/**
 * Opens the store in a folder, made if it is not there and readable by this account only. A commit is on
 * the disk before it returns, and what is deleted is overwritten. One process at a time, with one connection, so
 * each transaction is alone. Throws where the folder cannot be written.
 */
export function openSqlite(folder: string): Store {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, FILE_NAME)
  keepToThisAccount(path)
  const database = new Database(path)
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
  migrateSqlite(database)
  const db = new Kysely<Tables>({ dialect: sqliteDialect(database) })
  const transaction: Store['change'] = (work) => db.transaction().execute(work)
  const scrub = scrubber(db)
  return {
    db,
    collect: transaction,
    change: transaction,
    async holdSummaries() {},
    async dropSummaries(inside, period) {
      await inside.deleteFrom('summaries').where('period', '=', period).execute()
    },
    scrub,
    async close() {
      try {
        await scrub()
      } finally {
        await db.destroy()
        if (database.open) database.close()
      }
    },
  }
}

/** Makes the file if it is not there. SQLite gives its write-ahead log the same permissions. */
function keepToThisAccount(path: string): void {
  closeSync(openSync(path, 'a', 0o600))
  chmodSync(path, 0o600)
}

/**
 * Deleted rows and the order of arrival stay in the write-ahead log, and a row that outgrows its page takes the next
 * free one: so the file is written anew, in the order of keys, where anything changed since the last time, and once
 * after each start.
 */
function scrubber(db: Db): Store['scrub'] {
  let scrubbedAt: number | undefined
  return () =>
    db.connection().execute(async (connection) => {
      try {
        const { rows } = await sql<{ changes: number }>`select total_changes() as changes`.execute(connection)
        if (rows[0]!.changes === scrubbedAt) return
        await sql`vacuum`.execute(connection)
        scrubbedAt = rows[0]!.changes
      } finally {
        await sql`pragma wal_checkpoint(truncate)`.execute(connection)
      }
    })
}

import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { Kysely, sql } from 'kysely'
import Database from 'libsql'
import BackgroundDatabase from 'libsql/promise'
import { sqliteDialect } from './dialect'
import { migrateSqlite } from './migrateSqlite'
import type { Store } from './store'
import type { Db, Tables } from './tables'

const FILE_NAME = 'waymark.sqlite'
/** What each connection is told: a commit is on the disk before it returns, and what is deleted is overwritten. */
const SETTINGS = [
  'busy_timeout = 5000',
  'journal_mode = wal',
  'synchronous = full',
  'secure_delete = on',
  'temp_store = memory',
  'foreign_keys = on',
]
/** A commit writes the log back into the file where it has grown to this many pages: SQLite's own default. */
const LOG_PAGES = 1000
/** Summaries deleted in one statement, for some tens of milliseconds: other requests are answered between two of them. */
const DELETED_AT_ONCE = 1000

/**
 * Opens the store in a folder, made if it is not there and readable by this account only. One process at a time, with
 * one connection that writes, so each transaction is alone, and one that reads what was last committed meanwhile.
 * Throws where the folder cannot be written.
 */
export function openSqlite(folder: string): Store {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, FILE_NAME)
  keepToThisAccount(path)
  const [reading, writing] = [connectionTo(path), connectionTo(path)]
  migrateSqlite(writing)
  const db = new Kysely<Tables>({ dialect: sqliteDialect(reading) })
  const writer = new Kysely<Tables>({ dialect: sqliteDialect(writing) })
  const transaction: Store['change'] = (work) => writer.transaction().execute(work)
  const scrub = scrubber(writer, path)
  return {
    db,
    collect: transaction,
    change: transaction,
    async holdSummaries() {},
    dropSummaries: deleteSummaries,
    scrub,
    async close() {
      try {
        await scrub()
      } finally {
        await Promise.all([db.destroy(), writer.destroy()])
        for (const database of [reading, writing]) if (database.open) database.close()
      }
    },
  }
}

/** Makes the file if it is not there. SQLite gives its write-ahead log the same permissions. */
function keepToThisAccount(path: string): void {
  closeSync(openSync(path, 'a', 0o600))
  chmodSync(path, 0o600)
}

function connectionTo(path: string): Database.Database {
  const database = new Database(path)
  for (const setting of SETTINGS) database.pragma(setting)
  return database
}

/** Inside the change that ends a period, after which the store is scrubbed: that writes the log back, not the commit. */
async function deleteSummaries(db: Db, period: string): Promise<void> {
  await sql`pragma wal_autocheckpoint = 0`.execute(db)
  for (;;) {
    const some = db.selectFrom('summaries').select('slot').where('period', '=', period).limit(DELETED_AT_ONCE)
    const summaries = db.deleteFrom('summaries').where('period', '=', period)
    const { numDeletedRows } = await summaries.where('slot', 'in', some).executeTakeFirstOrThrow()
    if (numDeletedRows < DELETED_AT_ONCE) return
    await setImmediate()
  }
}

/**
 * Deleted rows and the order of arrival stay in the write-ahead log, and a row that outgrows its page takes the next
 * free one: so the file is written anew, in the order of keys, where anything changed since the last time, and once
 * after each start. That takes seconds where there is very much: nobody writes meanwhile, but all else goes on.
 */
function scrubber(writer: Db, path: string): Store['scrub'] {
  let scrubbedAt: number | undefined
  return () =>
    writer.connection().execute(async (connection) => {
      const { rows } = await sql<{ changes: number }>`select total_changes() as changes`.execute(connection)
      const { changes } = rows[0]!
      const background = new BackgroundDatabase(path, {})
      try {
        for (const setting of SETTINGS) await background.exec(`pragma ${setting}`)
        try {
          if (changes !== scrubbedAt) await background.exec('vacuum')
          scrubbedAt = changes
        } finally {
          await background.exec('pragma wal_checkpoint(truncate)')
          await sql`pragma wal_autocheckpoint = ${sql.lit(LOG_PAGES)}`.execute(connection)
        }
      } finally {
        background.close()
      }
    })
}

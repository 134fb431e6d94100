import { Kysely, PostgresDialect, sql } from 'kysely'
import { migratePostgres } from './migratePostgres'
import { addPartition, dropPartition, rewritePartition } from './partitions'
import { poolFor } from './pool'
import { postgresSentence } from './postgresSentence'
import type { Store } from './store'
import type { Db, Tables } from './tables'

/** What all processes on one database agree on: a change holds this lock alone, those who collect share it. */
const LOCK = 1_465_014_605
/** For one statement of a change, waiting for the lock included. */
const CHANGE_WITHIN = '60s'
/** What a release of 100,000 summaries is computed in, many times over, while its transaction says nothing. */
const SILENT = '10min'
/** How long a change waits for a table that a backup reads, while summaries wait behind it. */
const TABLE_WITHIN = '5s'
/** Serialisation failure and deadlock: nothing was kept of the transaction, and it may succeed now. */
const TRIED_AGAIN: readonly unknown[] = ['40001', '40P01']
const TRIES = 3

/**
 * Opens the store in a PostgreSQL database, which several processes may share. A commit is on the server's disk
 * before it returns. Throws one sentence where the database cannot be reached or written.
 */
export async function openPostgres(url: string): Promise<Store> {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: poolFor(url) }) })
  const store: Store = {
    db,
    collect: (work) => transaction(db, shared, work),
    change: (work) => transaction(db, alone, work),
    holdSummaries: addPartition,
    dropSummaries: dropPartition,
    scrub: () => store.change(rewritePartition),
    close: () => db.destroy(),
  }
  try {
    await refuseUnfit(db)
    await migratePostgres(store)
  } catch (error) {
    await db.destroy()
    throw new Error(postgresSentence(error as Error), { cause: error })
  }
  return store
}

async function transaction<T>(
  db: Db,
  lock: (db: Db) => Promise<unknown>,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(async (inside) => {
        await lock(inside)
        return work(inside)
      })
    } catch (error) {
      const { code } = error as { code?: unknown }
      if (attempt === TRIES || !TRIED_AGAIN.includes(code)) throw error
    }
  }
}

function shared(db: Db): Promise<unknown> {
  return sql`select pg_advisory_xact_lock_shared(${LOCK})`.execute(db)
}

async function alone(db: Db): Promise<void> {
  await sql`select
    set_config('statement_timeout', ${CHANGE_WITHIN}, true),
    set_config('idle_in_transaction_session_timeout', ${SILENT}, true)`.execute(db)
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(db)
  await sql`select set_config('lock_timeout', ${TABLE_WITHIN}, true)`.execute(db)
}

async function refuseUnfit(db: Db): Promise<void> {
  const { rows } = await sql<{ encoding: string; readOnly: string }>`select
    current_setting('server_encoding') as encoding,
    current_setting('transaction_read_only') as "readOnly"`.execute(db)
  const { encoding, readOnly } = rows[0]!
  if (readOnly === 'on') {
    throw new Error(
      'The database of DATABASE_URL takes no changes: name the one that is written to, not a copy of it.',
    )
  }
  if (encoding !== 'UTF8') {
    throw new Error(
      `The database of DATABASE_URL keeps text in ${encoding}: create it with the encoding UTF8.`,
    )
  }
}

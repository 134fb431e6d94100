import { sql } from 'kysely'
import { openPeriodOf } from './periods'
import type { Db } from './tables'

/** The table that holds the summaries of a period: dropped with it, so that PostgreSQL gives its file back to the disk. */
const nameOf = (period: string) => `summaries of ${period}`

export async function addPartition(db: Db, period: string): Promise<void> {
  const table = sql.table(nameOf(period))
  await sql`create table ${table} partition of summaries for values in (${sql.lit(period)})`.execute(db)
}

export async function dropPartition(db: Db, period: string): Promise<void> {
  await sql`drop table ${sql.table(nameOf(period))}`.execute(db)
}

/**
 * Writes the open period's table anew where a summary came since the last time, inside a change. PostgreSQL keeps what
 * was replaced, puts rows one after another and notes on each the transaction that wrote it: afterwards there is no
 * old row, they lie in the order of their slots, and one transaction wrote them all.
 */
export async function rewritePartition(db: Db): Promise<void> {
  const period = await openPeriodOf(db)
  if (period === undefined || !(await isWrittenSince(db, nameOf(period.id)))) return
  const table = sql.table(nameOf(period.id))
  await sql`create temporary table waymark_kept (like ${table} including storage) on commit drop`.execute(db)
  await sql`insert into waymark_kept select * from ${table}`.execute(db)
  await sql`truncate ${table}`.execute(db)
  await sql`insert into ${table} select * from waymark_kept order by slot`.execute(db)
}

/** Whether any row is of another transaction than the table's file: the one that made it, or wrote it anew. */
async function isWrittenSince(db: Db, name: string): Promise<boolean> {
  const { rows } = await sql<{ written: boolean }>`
    select exists (
      select from ${sql.table(name)}
      where xmin <> (select xmin from pg_class where oid = ${`"${name}"`}::regclass)
    ) as written`.execute(db)
  return rows[0]!.written
}

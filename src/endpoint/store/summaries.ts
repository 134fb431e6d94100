import type { Db, SummaryRow } from './tables'

/** Keeps a summary where its slot holds none with this sequence or a higher one; otherwise changes nothing. */
export async function keepSummary(db: Db, summary: SummaryRow): Promise<void> {
  await db
    .insertInto('summaries')
    .values(summary)
    .onConflict((conflict) =>
      conflict
        .columns(['period', 'slot'])
        .doUpdateSet((row) => ({
          sequence: row.ref('excluded.sequence'),
          signature: row.ref('excluded.signature'),
          body: row.ref('excluded.body'),
        }))
        .whereRef('summaries.sequence', '<', 'excluded.sequence'),
    )
    .execute()
}

/** The summaries of a period that were not withdrawn. */
export async function summariesOf(db: Db, period: string): Promise<SummaryRow[]> {
  return db.selectFrom('summaries').selectAll().where('period', '=', period).where('body', '<>', '').execute()
}

/** How many of them there are, exactly: for rounding only. */
export async function summaryCount(db: Db, period: string): Promise<number> {
  const { count } = await db
    .selectFrom('summaries')
    .select((row) => row.fn.countAll().as('count'))
    .where('period', '=', period)
    .where('body', '<>', '')
    .executeTakeFirstOrThrow()
  return Number(count)
}

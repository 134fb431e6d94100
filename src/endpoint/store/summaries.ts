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

/** Up to `limit` of them, by slot, after that slot: a whole period may be larger than the memory. */
export async function summariesAfter(
  db: Db,
  period: string,
  slot: string,
  limit: number,
): Promise<SummaryRow[]> {
  const query = db.selectFrom('summaries').selectAll().where('period', '=', period)
  return query.where('slot', '>', slot).where('body', '<>', '').orderBy('slot').limit(limit).execute()
}

export async function summaryOf(
  db: Db,
  { period, slot }: Pick<SummaryRow, 'period' | 'slot'>,
): Promise<SummaryRow> {
  const query = db.selectFrom('summaries').selectAll().where('period', '=', period)
  return query.where('slot', '=', slot).executeTakeFirstOrThrow()
}

/** Which summaries a period holds and how new each is, without what they say. */
export async function sequencesOf(db: Db, period: string): Promise<Pick<SummaryRow, 'slot' | 'sequence'>[]> {
  const query = db.selectFrom('summaries').select(['slot', 'sequence']).where('period', '=', period)
  return query.where('body', '<>', '').execute()
}

export async function hasSlot(
  db: Db,
  { period, slot }: Pick<SummaryRow, 'period' | 'slot'>,
): Promise<boolean> {
  const query = db
    .selectFrom('summaries')
    .select('slot')
    .where('period', '=', period)
    .where('slot', '=', slot)
  return (await query.executeTakeFirst()) !== undefined
}

/** How many slots a period holds, those of withdrawn summaries too. */
export async function slotCount(db: Db, period: string): Promise<number> {
  const { count } = await db
    .selectFrom('summaries')
    .select((row) => row.fn.countAll().as('count'))
    .where('period', '=', period)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** How many summaries were not withdrawn, exactly: for rounding only. */
export async function summaryCount(db: Db, period: string): Promise<number> {
  const { count } = await db
    .selectFrom('summaries')
    .select((row) => row.fn.countAll().as('count'))
    .where('period', '=', period)
    .where('body', '<>', '')
    .executeTakeFirstOrThrow()
  return Number(count)
}

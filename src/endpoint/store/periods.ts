import type { Store } from './store'
import type { Db, PeriodRow, PeriodState } from './tables'

export async function periodOf(db: Db, id: string): Promise<PeriodRow | undefined> {
  return db.selectFrom('periods').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The one period neither released nor given up, though its closing day may have passed. */
export async function openPeriodOf(db: Db): Promise<PeriodRow | undefined> {
  return db.selectFrom('periods').selectAll().where('state', '=', 'open').executeTakeFirst()
}

/** Newest first. */
export async function allPeriods(db: Db): Promise<PeriodRow[]> {
  return db.selectFrom('periods').selectAll().orderBy('opens', 'desc').orderBy('id', 'desc').execute()
}

/** Adds a period, with room for its summaries. */
export async function addPeriod(
  db: Db,
  period: PeriodRow,
  { holdSummaries }: Pick<Store, 'holdSummaries'>,
): Promise<void> {
  await db.insertInto('periods').values(period).execute()
  await holdSummaries(db, period.id)
}

export async function setCloses(db: Db, id: string, closes: string): Promise<void> {
  await db.updateTable('periods').set({ closes }).where('id', '=', id).execute()
}

export async function setTold(db: Db, id: string, told: Pick<PeriodRow, 'told' | 'told_on'>): Promise<void> {
  await db.updateTable('periods').set(told).where('id', '=', id).execute()
}

/** Ends a period and deletes its summaries, withdrawn ones too. */
export async function endPeriod(
  db: Db,
  id: string,
  state: Exclude<PeriodState, 'open'>,
  { dropSummaries }: Pick<Store, 'dropSummaries'>,
): Promise<void> {
  await db.updateTable('periods').set({ state }).where('id', '=', id).execute()
  await dropSummaries(db, id)
}

import type { Db } from './tables'

/**
 * Where the endpoint keeps its data. Handlers read by `db`, and write by `collect` and `change`: each runs its work
 * as one transaction, all of it or none, on the disk before it returns. The work may run again from its start where
 * the database asks for that, so it does nothing but read and write there.
 */
export interface Store {
  db: Db
  /** Work that many may do side by side, as taking a summary. */
  collect<T>(work: (db: Db) => Promise<T>): Promise<T>
  /**
   * Work that is alone: while it runs no process changes or collects, so what it read is still so when it writes, and
   * of two that are asked at once the second sees what the first did.
   */
  change<T>(work: (db: Db) => Promise<T>): Promise<T>
  /** Makes room for the summaries of a period, inside the change that opens it. */
  holdSummaries(db: Db, period: string): Promise<void>
  /** Deletes the summaries of a period, withdrawn ones too, inside the change that ends it. */
  dropSummaries(db: Db, period: string): Promise<void>
  /** Takes out of the files what was replaced or deleted, and in which order summaries came. */
  scrub(): Promise<void>
  /** Lets go of the database, also where what it does before that fails. */
  close(): Promise<void>
}

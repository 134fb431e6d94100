import { SqliteDialect, SqliteDriver, type DatabaseConnection } from 'kysely'
import type Database from 'libsql'

/**
 * SQLite as Kysely speaks it, but for one thing: on a full disk SQLite ends the transaction itself, and rolling
 * it back once more would fail and hide the reason.
 */
export function sqliteDialect(database: Database.Database): SqliteDialect {
  class Driver extends SqliteDriver {
    override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
      if (database.inTransaction) await super.rollbackTransaction(connection)
    }
  }
  class Dialect extends SqliteDialect {
    override createDriver(): SqliteDriver {
      return new Driver({ database })
    }
  }
  return new Dialect({ database })
}

import { openPostgres } from './postgres'
import { openSqlite } from './sqlite'
import type { Store } from './store'

/** A folder of this machine for SQLite, or the address of a PostgreSQL database. */
export type Place = { folder: string } | { url: string }

/** Opens the store and brings it up to this version. Throws where it cannot be written, or a later version wrote it. */
export async function openStore(place: Place): Promise<Store> {
  return 'url' in place ? openPostgres(place.url) : openSqlite(place.folder)
}

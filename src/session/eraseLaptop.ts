import Dexie from 'dexie'
import type { WaymarkDatabase } from '../database/database'
import { eraseDatabase } from '../database/open'
import { databaseName } from './laptop'

const OURS = 'waymark'

/**
 * Removes everything of the person's from this browser: the database, the sample county
 * and the settings kept beside them. The app itself stays, so that it still opens offline.
 */
export async function eraseLaptop(db: WaymarkDatabase, local: Storage, session: Storage): Promise<void> {
  await eraseDatabase(db)
  await Dexie.delete(databaseName({ getItem: () => 'yes' }))
  for (const storage of [local, session]) {
    for (const key of Object.keys(storage)) if (key.startsWith(OURS)) storage.removeItem(key)
  }
}

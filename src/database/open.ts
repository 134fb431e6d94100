import Dexie from 'dexie'
import { SCHEMA_VERSION, WaymarkDatabase } from './database'

export type Opened =
  | { state: 'open'; db: WaymarkDatabase }
  /** Another tab holds an older version and has not let go. */
  | { state: 'blocked' }
  /** The data was written by a newer Waymark; this older code must not touch it. */
  | { state: 'newer' }
  | { state: 'failed'; reason: unknown }

const BLOCKED_AFTER_MS = 3000

/**
 * Opens the database, or says why it cannot be. `onSuperseded` is called when a newer
 * version in another tab needs this one to let go: the connection is closed for good
 * (Dexie would otherwise reopen the newer database with this older code).
 */
export async function openDatabase(name: string, onSuperseded: () => void): Promise<Opened> {
  if (await isNewer(name)) return { state: 'newer' }
  const db = new WaymarkDatabase(name)
  db.on('versionchange', () => {
    db.close({ disableAutoOpen: true })
    onSuperseded()
    return false
  })
  // A blocked open never settles. Another tab may still let go a moment after; a slow disk alone is not blocked.
  const blocked = new Promise<Opened>((resolve) => {
    db.on('blocked', () => {
      setTimeout(() => resolve({ state: 'blocked' }), BLOCKED_AFTER_MS)
    })
  })
  const opening = db.open().then(
    (): Opened => ({ state: 'open', db }),
    (reason: unknown): Opened => ({ state: 'failed', reason }),
  )
  return Promise.race([opening, blocked])
}

/** Dexie opens a newer database without complaint, so the version is read before it gets the chance. */
async function isNewer(name: string): Promise<boolean> {
  // Where the list is refused, opening is too, and says why.
  const databases = (await indexedDB.databases?.().catch(() => [])) ?? []
  const stored = databases.find((database) => database.name === name)?.version ?? 0
  return stored > Math.round(SCHEMA_VERSION * DEXIE_VERSION_FACTOR)
}

/** Dexie multiplies its version numbers by ten in IndexedDB. */
const DEXIE_VERSION_FACTOR = 10

/** Deletes everything this database holds. */
export async function eraseDatabase(db: WaymarkDatabase): Promise<void> {
  db.close({ disableAutoOpen: true })
  await Dexie.delete(db.name)
}

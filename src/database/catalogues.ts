import type { StoredCatalogue, WaymarkDatabase } from './database'
import { note, setNote } from './notes'

/** The catalogue received last; undefined before any has been. */
export async function latestCatalogue(db: WaymarkDatabase): Promise<StoredCatalogue | undefined> {
  const version = await note(db, 'latestCatalogue')
  return version === undefined ? undefined : db.catalogues.get(version)
}

/** Keeps a catalogue and makes it the latest. Receiving the same one again changes nothing. */
export async function keepCatalogue(db: WaymarkDatabase, catalogue: StoredCatalogue): Promise<void> {
  await db.transaction('rw', db.catalogues, db.notes, async () => {
    await db.catalogues.put(catalogue)
    await setNote(db, 'latestCatalogue', catalogue.version)
  })
}

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

/** Takes the latest catalogue into use at this moment, and writes that down where it is another one than before. */
export async function takeLatestCatalogue(
  db: WaymarkDatabase,
  at: string,
): Promise<StoredCatalogue | undefined> {
  return db.transaction('rw', db.catalogues, db.notes, async () => {
    const latest = await latestCatalogue(db)
    const uses = (await note(db, 'catalogueUses')) ?? []
    if (latest !== undefined && latest.version !== uses.at(-1)?.version) {
      await setNote(db, 'catalogueUses', [...uses, { version: latest.version, since: at }])
    }
    return latest
  })
}

/** A catalogue that is or was in use here. */
export interface UsedCatalogue extends StoredCatalogue {
  /** When it came into use, as an ISO 8601 instant; absent where that was before it was written down, or elsewhere. */
  since?: string
}

/**
 * The catalogues in the order in which they were last taken into use, the one in use last; first those of
 * which that is not known. One that was received and waits for the next start is not among them.
 */
export async function usedCatalogues(db: WaymarkDatabase): Promise<UsedCatalogue[]> {
  return db.transaction('r', db.catalogues, db.notes, async () => {
    const uses = (await note(db, 'catalogueUses')) ?? []
    const since = new Map(uses.map((use) => [use.version, use.since]))
    const order = uses.map(({ version }) => version)
    const waiting = await note(db, 'latestCatalogue')
    const all: UsedCatalogue[] = await db.catalogues.toArray()
    return all
      .filter(({ version }) => since.has(version) || version !== waiting)
      .map((one) => ({ ...one, ...(since.has(one.version) && { since: since.get(one.version) }) }))
      .sort((a, b) => order.lastIndexOf(a.version) - order.lastIndexOf(b.version))
  })
}

import { versionOf } from '../client/digest'
import type { WaymarkDatabase } from '../database/database'
import type { Catalogue } from '../domain/catalogue'

/** The one read last: immutable, and named by the hash of its bytes, so it can never be out of date. */
let lastRead: { version: string; catalogue: Catalogue } | undefined

/**
 * The catalogue a period pins, if it is on this laptop. Its bytes are held against its
 * version each time it is read from the database; throws where they do not match.
 * Its shape was checked by its schema when it was received.
 */
export async function pinnedCatalogue(db: WaymarkDatabase, version: string): Promise<Catalogue | undefined> {
  if (lastRead?.version === version) return lastRead.catalogue
  const stored = await db.catalogues.get(version)
  if (stored === undefined) return undefined
  if ((await versionOf(stored.text)) !== version) throw new Error(DAMAGED)
  const catalogue = JSON.parse(stored.text) as Catalogue
  lastRead = { version, catalogue }
  return catalogue
}

const DAMAGED = 'The catalogue of this period does not match its hash, so no summary can be made from it.'

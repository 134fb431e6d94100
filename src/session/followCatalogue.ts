import { isCatalogueNewer } from '../client/catalogueNewer'
import { keepCatalogue, latestCatalogue } from '../database/catalogues'
import type { StoredCatalogue, WaymarkDatabase } from '../database/database'
import type { Laptop } from './laptop'
import { useLibrary } from './library'

const HOUR_MS = 60 * 60 * 1000

/** Gets the catalogue onto this laptop, and keeps an eye on the endpoint's own for as long as the app is open. */
export async function followCatalogue({ db, sample }: Laptop): Promise<void> {
  const library = useLibrary()
  try {
    if ((await latestCatalogue(db)) === undefined) await keepCatalogue(db, await builtInCatalogue())
    await library.open()
  } catch {
    library.failure =
      'The catalogue of skills and roles could not be loaded. Check the network and try again.'
    return
  }
  // Before the first rating a newer catalogue is simply the catalogue; after it, it waits for the next start.
  if (sample) return
  const arrived = await fetchNewer(db)
  if (arrived && (await db.assessments.count()) === 0) await library.open()
  addEventListener('online', () => void fetchNewer(db))
  setInterval(() => void fetchNewer(db), HOUR_MS)
}

/** The catalogue that comes with the app: precached, so there is one on the first offline start too. */
async function builtInCatalogue(): Promise<StoredCatalogue> {
  const response = await fetch(new URL('catalogue.json', document.baseURI))
  if (!response.ok) throw new Error(`catalogue.json answered ${response.status}`)
  const text = await response.text()
  return { version: await versionFor(text), text }
}

/** Plain HTTP off localhost has no WebCrypto; sharing, which needs the true version, is off there too. */
async function versionFor(text: string): Promise<string> {
  if (!window.isSecureContext) return 'built-in'
  const { versionOf } = await import('../client/digest')
  return versionOf(text)
}

/**
 * Keeps the endpoint's own catalogue where it is another one, and says whether it was. It always wins, but is
 * taken into use at the next start, never under a person's hands.
 */
export async function fetchNewer(db: WaymarkDatabase): Promise<boolean> {
  const held = await latestCatalogue(db)
  try {
    if (held !== undefined && !(await isCatalogueNewer(held.version))) return false
    const { fetchCatalogue } = await import('../client/catalogue')
    const newer = await fetchCatalogue(held?.version)
    if (newer === undefined) return false
    await keepCatalogue(db, newer)
    return true
  } catch {
    return false // No network or no endpoint: the laptop works on what it has.
  }
}

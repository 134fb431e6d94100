import { fetchCatalogueVersion } from '../client/catalogue'
import { fetchCurrentPeriod } from '../client/periods'
import type { WaymarkDatabase } from '../database/database'
import { setNote } from '../database/notes'

/**
 * Asks which period is open and keeps the answer with the catalogue it pins, beside this
 * laptop's own, so that a summary can be made offline. Throws an `EndpointProblem` and
 * keeps what was known.
 */
export async function refreshOpenPeriod(
  db: WaymarkDatabase,
  endpoint = { fetchCurrentPeriod, fetchCatalogueVersion },
): Promise<void> {
  const period = await endpoint.fetchCurrentPeriod()
  if (period !== undefined && (await db.catalogues.get(period.catalogue)) === undefined) {
    await db.catalogues.put(await endpoint.fetchCatalogueVersion(period.catalogue))
  }
  await setNote(db, 'openPeriod', period)
}

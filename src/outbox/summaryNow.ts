import type { CurrentPeriod } from '../contract/period'
import type { WaymarkDatabase } from '../database/database'
import { note } from '../database/notes'
import { ME } from '../database/people'
import { currentAssessment } from '../database/ratings'
import { pinnedCatalogue } from './pinnedCatalogue'
import { makeSummary, type Made } from './summary'

/**
 * What would leave this laptop if Send were pressed now; undefined while the period's
 * catalogue is not here, or the unit and role have not been said. A live query can run it.
 */
export async function summaryNow(db: WaymarkDatabase, period: CurrentPeriod): Promise<Made | undefined> {
  const as = await note(db, 'sharingAs')
  const assessment = await currentAssessment(db, ME)
  const imported = new Set(await db.frameworks.toCollection().primaryKeys())
  // Last, because it waits for a hash: a live query notices no reads after such a wait.
  const catalogue = await pinnedCatalogue(db, period.catalogue)
  if (as === undefined || catalogue === undefined) return undefined
  return makeSummary(period, catalogue, as, assessment?.ratings ?? {}, imported)
}

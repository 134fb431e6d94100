import type { Appraisal, Season } from '../appraisal/appraisal'
import type { Day } from '../day'

/**
 * The season a manager rates somebody in today: the latest one begun this year or later, else this year's.
 * `appraisals` are one person's, the latest first.
 */
export function seasonToRateIn(appraisals: readonly Pick<Appraisal, 'season'>[], today: Day): Season {
  const year = today.slice(0, 4)
  const latest = appraisals[0]?.season
  return latest !== undefined && latest.slice(0, 4) >= year ? latest : year
}

import { daysAfter, today, type Deps } from './deps'
import { endPeriod, openPeriodOf } from './store/periods'

/** How long a period may wait for its release before its summaries are deleted unreleased. */
const UNRELEASED_DAYS = 30

/** What is done each minute: empties the log, and gives up a period that HR left unreleased. */
export async function tidy(deps: Deps): Promise<void> {
  await deps.store.db.transaction().execute(async (db) => {
    const period = await openPeriodOf(db)
    if (period === undefined || today(deps) <= daysAfter(period.closes, UNRELEASED_DAYS)) return
    await endPeriod(db, period.id, 'deleted')
    deps.log(`period ${period.id} deleted unreleased, 30 days after it closed`)
  })
  deps.store.truncateLog()
}

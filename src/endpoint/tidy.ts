import { daysAfter, today, type Deps } from './deps'
import { endPeriod, openPeriodOf } from './store/periods'
import { traceOf } from './trace'

/** How long a period may wait for its release before its summaries are deleted unreleased. */
const UNRELEASED_DAYS = 30

/** What is done each minute: gives up a period that HR left unreleased, and scrubs the store. */
export async function tidy(deps: Deps): Promise<void> {
  const deleted = await deps.store.change(async (db) => {
    const period = await openPeriodOf(db)
    if (period === undefined || today(deps) <= daysAfter(period.closes, UNRELEASED_DAYS)) return undefined
    await endPeriod(db, period.id, 'deleted', deps.store)
    return period.id
  })
  if (deleted !== undefined) deps.log({ event: 'period deleted unreleased', period: deleted })
  await scrub(deps)
}

/** Scrubs the store. A failure is only logged: what was asked is done by then, and the next minute tries again. */
export async function scrub({ store, log }: Deps): Promise<void> {
  try {
    await store.scrub()
  } catch (error) {
    log({ event: 'store not tidied', ...traceOf(error) })
  }
}

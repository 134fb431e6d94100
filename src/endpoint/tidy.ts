import { daysAfter, today, type Deps } from './deps'
import { tidySessions } from './signIn/sessions'
import { endPeriod, openPeriodOf } from './store/periods'
import { traceOf } from './trace'

/** How long a period may wait for its release before its summaries are deleted unreleased. */
const UNRELEASED_DAYS = 30

const MINUTE_MS = 60_000
/** Of the time, tidying takes one part in this many at most: a store of very many summaries is tidied less often. */
const REST = 20

/**
 * Tidies now, and each minute until the function it gives is called, which waits for one that is under way. A failure is
 * only logged: the next try is as good.
 */
export function keepTidy(deps: Deps): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let left = false
  let tidying = again()

  async function again(): Promise<void> {
    const from = performance.now()
    await tidy(deps).catch((error: unknown) => deps.log({ event: 'store not tidied', ...traceOf(error) }))
    const took = performance.now() - from
    if (!left) timer = setTimeout(() => (tidying = again()), Math.max(MINUTE_MS, REST * took))
  }

  return async () => {
    left = true
    clearTimeout(timer)
    await tidying
  }
}

/** Gives up a period that HR left unreleased, forgets who is signed in no more, and scrubs the store. */
export async function tidy(deps: Deps): Promise<void> {
  const deleted = await deps.store.change(async (db) => {
    const period = await openPeriodOf(db)
    if (period === undefined || today(deps) <= daysAfter(period.closes, UNRELEASED_DAYS)) return undefined
    await endPeriod(db, period.id, 'deleted', deps.store)
    return period.id
  })
  if (deleted !== undefined) deps.log({ event: 'period deleted unreleased', period: deleted })
  await tidySessions(deps)
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

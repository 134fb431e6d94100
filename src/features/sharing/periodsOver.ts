import type { CurrentPeriod } from '../../contract/period'
import type { SharedPeriod } from '../../database/database'
import { hasClosed } from '../../outbox/summary'

/**
 * The periods of this laptop's that it knows to have ended: one past its closing day, and
 * every other than the one now open, of which there is never more than one. Where no
 * period is known, that none is open holds only once the service has `answered`.
 */
export function periodsOver(
  history: readonly Pick<SharedPeriod, 'period'>[],
  open: Pick<CurrentPeriod, 'id' | 'closes'> | undefined,
  answered: boolean,
  now: Date,
): ReadonlySet<string> {
  const over = history.filter(({ period }) => {
    if (open === undefined) return answered
    return period !== open.id || hasClosed(open, now)
  })
  return new Set(over.map(({ period }) => period))
}

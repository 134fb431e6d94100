import type { Submission } from '../contract/summary'
import { requireJoinCode } from './access'
import { today, type Deps } from './deps'
import { Refusal } from './refusal'
import { isSigned, slotOf, type Signed } from './signature'
import { periodOf } from './store/periods'
import { keepSummary } from './store/summaries'

/**
 * Takes a summary, a newer one or a withdrawal. New, newer and stale all succeed alike. Refused:
 * `join-code`, `unknown-period`, `closed`, `signature`. The body is not read before the period closes.
 */
export async function submit(submission: Submission, deps: Deps): Promise<void> {
  await requireJoinCode(submission.joinCode, deps)
  await collect(submission, deps)
}

/** What `submit` does once the join code is known to be right. */
export async function collect(submission: Signed, deps: Deps): Promise<void> {
  await deps.store.db.transaction().execute(async (db) => {
    const period = await periodOf(db, submission.period)
    if (period === undefined) throw new Refusal('unknown-period')
    if (period.state !== 'open' || today(deps) > period.closes) throw new Refusal('closed')
    if (!isSigned(submission)) throw new Refusal('signature')
    await keepSummary(db, {
      period: submission.period,
      slot: slotOf(submission),
      sequence: submission.sequence,
      public_key: submission.publicKey,
      signature: submission.signature,
      body: submission.body,
    })
  })
}

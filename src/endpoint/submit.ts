import type { Submission } from '../contract/summary'
import { requireJoinCode } from './access'
import { today, type Deps } from './deps'
import { headcountOf } from './period'
import { Refusal } from './refusal'
import { isSigned, slotOf, type Signed } from './signature'
import { periodOf } from './store/periods'
import { keepSummary } from './store/summaries'
import type { PeriodRow } from './store/tables'

/** A second laptop, an erased one and a mistake are each a summary more: there is room for three a post. */
const SUMMARIES_PER_POST = 3
const SUMMARIES_MIN = 200

/**
 * Takes a summary, a newer one or a withdrawal. New, newer and stale all succeed alike. Refused:
 * `join-code`, `unknown-period`, `closed`, `signature`, `too-many` where the period is full. The body is not read before the period closes.
 */
export async function submit(submission: Submission, deps: Deps): Promise<void> {
  await requireJoinCode(submission.joinCode, deps)
  await collect(submission, deps)
}

/** What `submit` does once the join code is known to be right. */
export async function collect(submission: Signed, deps: Deps): Promise<void> {
  await deps.store.collect(async (db) => {
    const period = await periodOf(db, submission.period)
    if (period === undefined) throw new Refusal('unknown-period')
    if (period.state !== 'open' || today(deps) > period.closes) throw new Refusal('closed')
    if (!isSigned(submission)) throw new Refusal('signature')
    const slot = slotOf(submission)
    if (await deps.isFull(db, { period: period.id, slot }, roomIn(period), deps.now())) {
      throw new Refusal('too-many', 'The period holds more summaries than its staff could send; tell HR')
    }
    await keepSummary(db, {
      period: period.id,
      slot,
      sequence: submission.sequence,
      public_key: submission.publicKey,
      signature: submission.signature,
      body: submission.body,
    })
  })
}

function roomIn(period: PeriodRow): number {
  return Math.max(SUMMARIES_MIN, SUMMARIES_PER_POST * headcountOf(period))
}

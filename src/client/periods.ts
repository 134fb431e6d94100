import {
  CurrentPeriodSchema,
  PeriodListSchema,
  type CurrentPeriod,
  type ExtendPeriod,
  type OpenPeriod,
  type PeriodList,
} from '../contract/period'
import { versionOf } from './digest'
import { ask, json, read, type Call, type Pass } from './endpoint'
import { EndpointProblem, unexpectedAnswer } from './problem'

/** The period now open, its grid checked against its hash; undefined where none is. */
export async function fetchCurrentPeriod(call: Call = {}): Promise<CurrentPeriod | undefined> {
  const answer = await ask('periods/current', call).catch(noneOpen)
  if (answer === undefined) return undefined
  const period = read(answer, CurrentPeriodSchema)
  // Over the grid as it came: a schema may put keys in another order.
  const { grid } = json(answer) as { grid: unknown }
  if ((await versionOf(JSON.stringify(grid))) !== period.gridHash) {
    throw unexpectedAnswer(answer.status, 'the grid of this period is not the one its hash names')
  }
  return period
}

function noneOpen(problem: unknown): undefined {
  if (problem instanceof EndpointProblem && problem.kind === 'no-period') return undefined
  throw problem
}

/** Every period there was, newest first; one that is `open` past its closing day waits for its release. HR only. */
export async function fetchPeriods(pass: Pass, call: Call = {}): Promise<PeriodList['periods']> {
  return read(await ask('periods', { ...call, pass }), PeriodListSchema).periods
}

/** HR opens a period. Refused with `moved`, `too-few`, `budget`, `already-open` or `period-exists`. */
export async function openPeriod(period: OpenPeriod, pass: Pass, call: Call = {}): Promise<void> {
  await ask('periods', { ...call, method: 'POST', body: JSON.stringify(period), pass })
}

/** Longer than opening the summaries of any council takes, at some thousand a second or two. */
const CLOSING_PATIENCE = 10 * 60_000

/**
 * HR closes a period: its release is made and its summaries deleted. `identity` opens what was sealed; a period that has
 * no recipient needs none. Refused with `key-needed` or `wrong-key`, and then nothing is changed.
 */
export async function closePeriod(
  id: string,
  identity: string | undefined,
  pass: Pass,
  call: Call = {},
): Promise<void> {
  const body = identity === undefined ? undefined : JSON.stringify({ identity })
  await ask(`periods/${id}/close`, { patience: CLOSING_PATIENCE, ...call, method: 'POST', body, pass })
}

/** HR moves the closing day, only ever later. */
export async function extendPeriod(
  id: string,
  change: ExtendPeriod,
  pass: Pass,
  call: Call = {},
): Promise<void> {
  await ask(`periods/${id}/extend`, { ...call, method: 'POST', body: JSON.stringify(change), pass })
}

/** HR deletes a period's summaries; nothing is released and nothing of the budget spent. */
export async function cancelPeriod(id: string, pass: Pass, call: Call = {}): Promise<void> {
  await ask(`periods/${id}/cancel`, { ...call, method: 'POST', pass })
}

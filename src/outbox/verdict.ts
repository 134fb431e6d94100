import { PROBLEMS, type ProblemKind } from '../contract/problem'
import type { EndpointProblem } from '../client/problem'

/** What to do with an item that was not taken. */
export type Verdict = 'retry' | 'ask' | 'refused'

/**
 * By status, never by message. What did not come from the endpoint itself (no answer,
 * a proxy, a captive portal) says nothing about the item, so it is tried again.
 */
export function verdictOn({ kind, status }: EndpointProblem): Verdict {
  if (kind === 'network' || kind === 'unexpected') return 'retry'
  if (status === 408 || status === 429 || status >= 500) return 'retry'
  // A signature that does not hold will not hold next time either; a join code can be corrected.
  if (status === 401 && kind !== 'signature') return 'ask'
  return 'refused'
}

const FIRST_WAIT = 60_000
/** The longest an item waits for its next attempt, in milliseconds: six hours. */
export const LONGEST_WAIT = 6 * 60 * 60 * 1000

/**
 * Milliseconds until the next attempt: exponential with full jitter (`chance` in [0, 1)),
 * and no sooner than the endpoint asked, up to six hours.
 * Source: M. Brooker, "Exponential backoff and jitter", AWS Architecture Blog, 2015.
 */
export function waitFor(attempts: number, retryAfter: number | undefined, chance: number): number {
  const ceiling = Math.min(FIRST_WAIT * 2 ** Math.max(0, attempts - 1), LONGEST_WAIT)
  return Math.min(Math.max(chance * ceiling, retryAfter ?? 0), LONGEST_WAIT)
}

/** What to tell the person about the problem an item last met. */
export function troubleSentence(problem: string, withdrawing: boolean): string {
  if (problem === 'network') return 'The service could not be reached.'
  if (problem === 'unexpected')
    return 'Something other than the service answered, such as a network’s sign-in page.'
  if (problem === 'busy') return 'The service was reached, but could not take it just then.'
  if (problem === 'closed' || problem === 'unknown-period') {
    return withdrawing
      ? 'The period closed before the withdrawal arrived; what was sent before it was counted.'
      : 'The period closed before this arrived; it was not counted.'
  }
  return `${PROBLEMS[problem as ProblemKind] ?? 'The service refused it'}.`
}

import type { Submission } from '../contract/summary'
import { ask, type Call } from './endpoint'
import { unexpectedAnswer } from './problem'

/**
 * Sends one submission. Only 204 is success: a captive portal answers 200 with a page
 * of its own. Sending the same bytes again is harmless.
 */
export async function sendSummary(submission: Submission, call: Call = {}): Promise<void> {
  const answer = await ask('summaries', { ...call, method: 'POST', body: JSON.stringify(submission) })
  if (answer.status !== 204) throw unexpectedAnswer(answer.status, `status ${answer.status}`)
}

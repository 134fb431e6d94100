import type { Evidence } from '../assessment'
import type { RoleCase } from '../roleCase'
import type { Action } from './action'

/**
 * Two copies of one action. The one changed last holds; what is done stays done, at the earlier moment, and
 * evidence of both is kept. The same whichever is merged into which.
 */
export function mergeAction(a: Action, b: Action): Action {
  const latest = changedAt(a) === changedAt(b) ? pick(a, b) : changedAt(a) > changedAt(b) ? a : b
  const doneAt = [a.doneAt, b.doneAt].filter((at) => at !== undefined).sort()[0]
  const evidence = together(a.evidence ?? [], b.evidence ?? [])
  return { ...latest, ...(doneAt && { doneAt }), ...(evidence.length > 0 && { evidence }) }
}

/** Two copies of one case. The one changed last holds, and what only the other has words for is kept. */
export function mergeCase(a: RoleCase, b: RoleCase): RoleCase {
  const later = a.changedAt === b.changedAt ? pick(a, b) : a.changedAt > b.changedAt ? a : b
  const earlier = later === a ? b : a
  return {
    ...later,
    opening: later.opening || earlier.opening,
    words: { ...earlier.words, ...later.words },
  }
}

function changedAt(action: Action): string {
  return action.changedAt ?? action.createdAt
}

/** Either, by an order that both sides agree on. */
function pick<T>(a: T, b: T): T {
  return JSON.stringify(a) > JSON.stringify(b) ? a : b
}

function together(a: readonly Evidence[], b: readonly Evidence[]): Evidence[] {
  const different = new Map([...a, ...b].map((one) => [`${one.addedAt} ${one.text} ${one.url ?? ''}`, one]))
  return [...different].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, evidence]) => evidence)
}

import type { Rating } from './assessment'
import type { Id } from './id'

/** The answers of one assessment: those that hold, and those that gave way to a later one. */
export interface Answered {
  ratings: Record<Id, Rating>
  earlier?: Record<Id, Rating[]>
}

/**
 * Two copies of the same assessment as one. Of each skill the latest answer holds and every
 * other one is kept beside it, so nothing either side had is lost; a skill made not rated
 * on one side is rated again where the other still has an answer. Commutative, associative
 * and idempotent: copies may be merged in any order, any number of times.
 */
export function mergeRatings(a: Answered, b: Answered): Answered {
  const ratings: Record<Id, Rating> = {}
  const earlier: Record<Id, Rating[]> = {}
  for (const skill of skillsOf(a, b)) {
    const [latest, ...others] = latestFirst([...answersTo(a, skill), ...answersTo(b, skill)])
    if (latest !== undefined) ratings[skill] = latest
    if (others.length > 0) earlier[skill] = others
  }
  return Object.keys(earlier).length === 0 ? { ratings } : { ratings, earlier }
}

function skillsOf(...sides: Answered[]): Set<Id> {
  return new Set(
    sides.flatMap(({ ratings, earlier = {} }) => [...Object.keys(ratings), ...Object.keys(earlier)]),
  )
}

function answersTo({ ratings, earlier = {} }: Answered, skill: Id): Rating[] {
  const current = ratings[skill]
  return [...(current === undefined ? [] : [current]), ...(earlier[skill] ?? [])]
}

/** Each different answer once. Two given at the same instant are put in an order that both sides agree on. */
function latestFirst(answers: Rating[]): Rating[] {
  const different = new Map(answers.map((answer) => [canonical(answer), answer]))
  return [...different]
    .sort(([textA, a], [textB, b]) => Date.parse(b.at) - Date.parse(a.at) || (textA < textB ? 1 : -1))
    .map(([, answer]) => answer)
}

/** Equal for equal values, whatever order their keys were written in. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

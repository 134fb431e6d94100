import type { Answers, Rating } from '../assessment'
import { readiness, type Ratings, type Readiness } from '../gap'
import { raise } from '../raise'
import type { RoleProfile } from '../role'
import type { Action } from './action'

type Effect = Pick<Action, 'skill' | 'to' | 'doneAt'>

/**
 * The answers once these actions are done: each skill at the highest level an action brings, or as it
 * is. An action done before its skill was last rated changes nothing: the rating already says what came of it.
 * The order of the actions does not matter, an action counted twice counts once, and no level falls.
 */
export function answersWhenDone(ratings: Ratings, actions: readonly Effect[]): Answers {
  return actions
    .filter((action) => !isRatedSince(action, ratings[action.skill]))
    .reduce<Answers>((answers, { skill, to }) => raise(answers, skill, to), ratings)
}

function isRatedSince({ doneAt }: Effect, rating: Rating | undefined): boolean {
  return doneAt !== undefined && rating !== undefined && Date.parse(rating.at) > Date.parse(doneAt)
}

/** Readiness for a role once these actions are done: never less than it is now. */
export function readinessWhenDone(
  role: RoleProfile,
  ratings: Ratings,
  actions: readonly Effect[],
): Readiness {
  return readiness(role, answersWhenDone(ratings, actions))
}

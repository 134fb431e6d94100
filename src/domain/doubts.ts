import { levelOf, type Rating } from './assessment'
import { monthOf, monthsBetween, type Day } from './day'
import type { Ratings } from './gap'
import type { RoleProfile } from './role'

/** What may make a figure of readiness say too much: of the levels it counts, how many stand on less firm ground. */
export interface Doubts {
  /** Skills of the role with a level that counts towards it. */
  counted: number
  /** Of those, how many the person said they are unsure of. */
  unsure: number
  /** Of those, how many were last used more than two years ago, as the person said. */
  unused: number
}

/** From the third year on a skill counts as not used for two years, as `lastUsedWords` has it. */
const MONTHS_UNUSED = 24

/** The doubts in a readiness for this role, as seen from today. What was never said is no doubt. */
export function doubtsIn(role: RoleProfile, ratings: Ratings, today: Day): Doubts {
  const counted = role.requirements.flatMap(({ skill }) => {
    const rating = ratings[skill]
    return rating !== undefined && (levelOf(rating) ?? 0) > 0 ? [rating] : []
  })
  return {
    counted: counted.length,
    unsure: counted.filter(({ sure }) => sure === 'unsure').length,
    unused: counted.filter((rating) => isUnused(rating, today)).length,
  }
}

/** Whether a skill was last used more than two years ago, as the person said. */
export function isUnused({ lastUsed }: Pick<Rating, 'lastUsed'>, today: Day): boolean {
  return lastUsed !== undefined && monthsBetween(lastUsed, monthOf(today)) > MONTHS_UNUSED
}

/** "2 of these unsure, 1 not used for two years"; undefined where there is no doubt to tell of. */
export function doubtWords({ unsure, unused }: Doubts): string | undefined {
  if (unsure === 0) return unused === 0 ? undefined : `${unused} of these not used for two years`
  return `${unsure} of these unsure${unused === 0 ? '' : `, ${unused} not used for two years`}`
}

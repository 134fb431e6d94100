import type { Answers } from './assessment'
import { levelOf } from './assessment'
import type { Id } from './id'
import { levelAsked } from './gap'
import type { RoleProfile } from './role'

/** The answers with one skill at `level` or as high as it already was: nothing learned lowers a level. */
export function raise(answers: Answers, skill: Id, level: number): Answers {
  const has = levelOf(answers[skill])
  return has !== undefined && has >= level ? answers : { ...answers, [skill]: { level } }
}

/** The answers of somebody who has grown into a role: every skill it asks at the level asked or above. */
export function raiseToRole(answers: Answers, role: RoleProfile): Answers {
  return role.requirements.reduce(
    (raised, requirement) => raise(raised, requirement.skill, levelAsked(requirement)),
    answers,
  )
}

import { levelOf, type Answers } from './assessment'
import type { Id } from './id'

/** The answers with one skill at `level` or as high as it already was: nothing learned lowers a level. */
export function raise(answers: Answers, skill: Id, level: number): Answers {
  const has = levelOf(answers[skill])
  return has !== undefined && has >= level ? answers : { ...answers, [skill]: { level } }
}

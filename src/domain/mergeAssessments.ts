import type { Assessment } from './assessment'
import { mergeRatings } from './mergeRatings'

/** One period of one person has one assessment, even where two laptops each started it under an id of their own. */
export function isSameAssessment(a: Assessment, b: Assessment): boolean {
  return a.id === b.id || (a.person === b.person && a.title === b.title)
}

/**
 * The assessments of two copies as one list, oldest first: those only one side has, and one
 * in place of each that both have. Obeys the laws of `mergeRatings` as long as no copy has
 * given an assessment another title.
 */
export function mergeAssessments(a: readonly Assessment[], b: readonly Assessment[]): Assessment[] {
  const merged: Assessment[] = []
  for (const assessment of [...a, ...b]) {
    const same = merged.filter((other) => isSameAssessment(other, assessment))
    for (const other of same) merged.splice(merged.indexOf(other), 1)
    merged.push(same.reduce(mergeTwo, mergeTwo(assessment, assessment)))
  }
  return merged.sort(startedFirst)
}

/** Known by the name it was first given. */
function mergeTwo(a: Assessment, b: Assessment): Assessment {
  const { id, person, title, startedAt } = startedFirst(a, b) <= 0 ? a : b
  return { id, person, title, startedAt, ...mergeRatings(a, b) }
}

function startedFirst(a: Assessment, b: Assessment): number {
  const [first, second] = [a, b].map(({ startedAt, id }) => `${new Date(startedAt).toISOString()} ${id}`)
  return first! < second! ? -1 : Number(first !== second)
}

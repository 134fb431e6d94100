import type { Assessment } from './assessment'
import { mergeRatings } from './mergeRatings'

/** The same assessment on two sides, or one that only one side has. */
export type Pair = { here: Assessment; copy?: Assessment } | { here?: undefined; copy: Assessment }

/**
 * Finds what is the same on two sides: by id, or else as the one assessment each side has
 * of a person under a title, which is a period that two laptops began under ids of their own.
 */
export function pairAssessments(here: readonly Assessment[], copy: readonly Assessment[]): Pair[] {
  const [left, right] = [onceEach(here), onceEach(copy)]
  const leftIds = new Set(left.map(({ id }) => id))
  const rightById = new Map(right.map((assessment) => [assessment.id, assessment]))
  const onlyLeft = left.filter(({ id }) => !rightById.has(id))
  const onlyRight = right.filter(({ id }) => !leftIds.has(id))
  const twin = (one: Assessment) =>
    onlyOne(onlyLeft, one) === undefined ? undefined : onlyOne(onlyRight, one)
  const pairs = left.map((one) => ({ here: one, copy: rightById.get(one.id) ?? twin(one) }))
  const paired = new Set(pairs.map((pair) => pair.copy))
  return [...pairs, ...right.filter((one) => !paired.has(one)).map((one) => ({ copy: one }))]
}

/**
 * The assessments of two sides as one list, oldest first, with one in place of each that
 * both have. Obeys the laws of `mergeRatings` while each side has a title once.
 */
export function mergeAssessments(a: readonly Assessment[], b: readonly Assessment[]): Assessment[] {
  return pairAssessments(a, b).map(mergePair).sort(startedFirst)
}

export function mergePair({ here, copy }: Pair): Assessment {
  return here === undefined ? copy : mergeTwo(here, copy ?? here)
}

/** Known by the name it was first given. */
function mergeTwo(a: Assessment, b: Assessment): Assessment {
  const [first, second] = startedFirst(a, b) <= 0 ? [a, b] : [b, a]
  return { ...second, ...first, ...mergeRatings(a, b) }
}

/** The one assessment in a list of the same person under the same title; undefined where there are more. */
function onlyOne(list: readonly Assessment[], { person, title }: Assessment): Assessment | undefined {
  const same = list.filter((other) => other.person === person && other.title === title)
  return same.length === 1 ? same[0] : undefined
}

/** A file may name an id twice, so that one would take the place of the other. */
function onceEach(list: readonly Assessment[]): Assessment[] {
  const byId = new Map<Assessment['id'], Assessment>()
  for (const assessment of list) {
    const before = byId.get(assessment.id)
    byId.set(assessment.id, before === undefined ? assessment : mergeTwo(before, assessment))
  }
  return [...byId.values()]
}

function startedFirst(a: Assessment, b: Assessment): number {
  const [first, second] = [a, b].map(({ startedAt, id }) => `${new Date(startedAt).toISOString()} ${id}`)
  return first! < second! ? -1 : Number(first !== second)
}

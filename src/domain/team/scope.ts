import type { TeamPerson } from './person'

/** Whether anything at all is known of anybody. */
export function anythingKnown(people: readonly TeamPerson[]): boolean {
  return people.some(({ cells }) => cells.size > 0)
}

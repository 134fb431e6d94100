import type { Gap } from './gap'
import type { Id } from './id'

/** What a person says for themselves for a role, in their own order and words. */
export interface RoleCase {
  role: Id
  opening: string
  /** Skills in the order they are to be told. A skill left out comes after, in the gap's own order. */
  order: Id[]
  /** By skill. */
  words: Record<Id, string>
  /** An ISO 8601 instant. */
  changedAt: string
}

/** The gaps in the person's own order. What the case names and the role no longer asks is left out. */
export function inOwnOrder(gaps: readonly Gap[], order: readonly Id[]): Gap[] {
  const place = new Map(order.map((skill, index) => [skill, index]))
  const placeOf = ({ skill }: Gap) => place.get(skill) ?? order.length
  return [...gaps].sort((a, b) => placeOf(a) - placeOf(b))
}

/** The order with one skill moved up (-1) or down (1); unchanged at the ends. */
export function movedBy(order: readonly Id[], skill: Id, by: -1 | 1): Id[] {
  const at = order.indexOf(skill)
  const other = order[at + by]
  if (at < 0 || other === undefined) return [...order]
  return order.map((each) => (each === skill ? other : each === other ? skill : each))
}

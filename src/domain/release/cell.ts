import type { Id } from '../id'

/** The smallest piece of the organisation a person can say they are in. */
export interface Part {
  unit: Id
  family: Id
}

/** How many posts a part holds. */
export interface Headcount extends Part {
  headcount: number
}

/** One part of the grid, or several taken together. */
export interface Cell {
  id: Id
  label: string
  parts: Part[]
  headcount: number
}

/** What a grid tries to keep apart when small cells have to be taken together. */
export type Keep = 'organisation' | 'families' | 'units'

/** Names one part. Ids hold no space, so no two parts share a key, and keys sort by what is kept. */
export function partKey(part: Part, keep: Keep = 'units'): string {
  return keep === 'families' ? `${part.family} ${part.unit}` : `${part.unit} ${part.family}`
}

/** Order by code unit, the same on every machine. */
export function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function cellId(index: number): Id {
  return `c${String(index + 1).padStart(2, '0')}`
}

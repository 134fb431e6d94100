import type { Id } from '../id'
import type { Part } from './cell'

/** One family or unit, and which cells of a release speak of it. */
export interface Within {
  id: Id
  /** The places of the cells that hold parts of it and of nothing else. Empty where there are none. */
  own: number[]
  /** The places of the cells in which some of it is taken together with others: nothing is told of it there. */
  merged: number[]
}

/**
 * Every family, or every unit, of a release, in the order of its cells. What is in `own` alone is the whole of it only
 * where `merged` is empty.
 */
export function withinCells(cells: readonly { parts: readonly Part[] }[], of: 'family' | 'unit'): Within[] {
  const found = new Map<Id, Within>()
  cells.forEach(({ parts }, place) => {
    const ids = [...new Set(parts.map((part) => part[of]))]
    for (const id of ids) {
      const one = found.get(id) ?? { id, own: [], merged: [] }
      found.set(id, one)
      one[ids.length === 1 ? 'own' : 'merged'].push(place)
    }
  })
  return [...found.values()]
}

import type { ListShape } from './shape'

export type Fields = Readonly<Record<string, unknown>>

/** One thing of a list, by what tells it apart. */
export type Keyed = Map<string, Fields>

/**
 * The things of a list by their key. A key that stands twice (a fault, but a draft may have it)
 * is told apart by its count, so that nothing is lost.
 */
export function keyed(list: unknown, { by }: ListShape): Keyed {
  const found: Keyed = new Map()
  for (const item of (list ?? []) as Fields[]) {
    const key = by.map((field) => String(item[field])).join(' ')
    let free = key
    for (let count = 2; found.has(free); count += 1) free = `${key} (${count})`
    found.set(free, item)
  }
  return found
}

/**
 * Items that share a key, directly or through others, taken together. Every item comes out exactly
 * once; items and sets keep the order in which they first came.
 */
export function connected<Item>(items: readonly Item[], keysOf: (item: Item) => readonly string[]): Item[][] {
  const parent = items.map((_, index) => index)
  const firstWith = new Map<string, number>()

  function root(index: number): number {
    let at = index
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!
      at = parent[at]!
    }
    return at
  }

  items.forEach((item, index) => {
    for (const key of keysOf(item)) {
      const first = firstWith.get(key)
      if (first === undefined) firstWith.set(key, index)
      else {
        const [a, b] = [root(first), root(index)]
        parent[Math.max(a, b)] = Math.min(a, b)
      }
    }
  })

  const sets = new Map<number, Item[]>()
  items.forEach((item, index) => {
    const at = root(index)
    const set = sets.get(at)
    if (set === undefined) sets.set(at, [item])
    else set.push(item)
  })
  return [...sets.values()]
}

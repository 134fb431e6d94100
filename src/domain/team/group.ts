/** Some of the people or the skills under one name; an empty name where they stand under none. */
export interface Grouped<Item> {
  id: string
  name: string
  items: Item[]
}

/** Items by what they belong to, each group where its first item stood. Nothing is lost and nothing doubled. */
export function groupBy<Item>(
  items: readonly Item[],
  belongsTo: (item: Item) => { id: string; name: string },
): Grouped<Item>[] {
  const groups = new Map<string, Grouped<Item>>()
  for (const item of items) {
    const { id, name } = belongsTo(item)
    const group = groups.get(id) ?? { id, name, items: [] }
    group.items.push(item)
    groups.set(id, group)
  }
  return [...groups.values()]
}

/** Groups by name, those that belong nowhere (an empty id) last. */
export function sortGroups<Item>(groups: readonly Grouped<Item>[]): Grouped<Item>[] {
  return [...groups].sort(
    (a, b) => Number(a.id === '') - Number(b.id === '') || a.name.localeCompare(b.name, 'en-GB'),
  )
}

import { inOrder, partKey, type Keep, type Part } from './cell'
import { connected } from './connected'

/** Parts that are counted together, and how many people that is: posts when a period opens, replies when it closes. */
export interface Group {
  parts: Part[]
  size: number
}

/** A group and its place in the order: the first of its parts. */
interface Placed extends Group {
  key: string
}

/**
 * Takes groups together until each holds at least `least`, or one is left. With `families`, groups
 * inside one family first, smallest first, ties by id; a family still too small then joins the
 * smallest other family, whole. With `units` the other way round; with `organisation` all at once.
 * The same groups in any order give the same answer, and no group is ever divided.
 */
export function mergeGroups(groups: readonly Group[], least: number, keep: Keep): Group[] {
  const placed = groups.map((group) => place(group, keep)).sort(smallestFirst)
  if (placed.length === 0) return []
  if (keep === 'organisation') return [tidy(together(placed), keep)]
  const kept = keep === 'families' ? 'family' : 'unit'
  const blocks = connected(placed, (group) => group.parts.map((part) => part[kept]))
  const inside = blocks.map((block) => mergeSmallest(block, least))
  return mergeBlocks(inside, least)
    .flat()
    .sort((a, b) => inOrder(a.key, b.key))
    .map((group) => tidy(group, keep))
}

function mergeSmallest(block: readonly Placed[], least: number): Placed[] {
  const left = [...block].sort(smallestFirst)
  for (;;) {
    const [smallest, next] = left
    if (smallest === undefined || next === undefined || smallest.size >= least) return left
    left.splice(0, 2)
    insert(left, together([smallest, next]))
  }
}

/** A block that is too small is one group by now; it joins the smallest other block, whole. */
function mergeBlocks(blocks: readonly Placed[][], least: number): Placed[][] {
  const inside = new Map(blocks.map((block) => [together(block), block]))
  return mergeSmallest([...inside.keys()], least).map((whole) => inside.get(whole) ?? [whole])
}

function place(group: Group, keep: Keep): Placed {
  const keys = group.parts.map((part) => partKey(part, keep)).sort(inOrder)
  return { ...group, key: keys[0] ?? '' }
}

function together(groups: readonly Placed[]): Placed {
  return {
    parts: groups.flatMap((group) => group.parts),
    size: groups.reduce((sum, group) => sum + group.size, 0),
    key: groups.map((group) => group.key).sort(inOrder)[0] ?? '',
  }
}

function tidy({ parts, size }: Placed, keep: Keep): Group {
  return { size, parts: [...parts].sort((a, b) => inOrder(partKey(a, keep), partKey(b, keep))) }
}

function smallestFirst(a: Placed, b: Placed): number {
  return a.size - b.size || inOrder(a.key, b.key)
}

function insert(sorted: Placed[], group: Placed): void {
  const at = sorted.findIndex((other) => smallestFirst(group, other) < 0)
  sorted.splice(at === -1 ? sorted.length : at, 0, group)
}

import type { Edit, ItemEdit, OrderEdit } from './edit'
import { keyed, type Fields } from './keyed'
import type { ListShape, Shape } from './shape'

/**
 * Carries edits out. What they do not touch stays the same object. An edit inside a thing that is no
 * longer there does nothing; a thing added after one that is not there goes to the end of its list.
 */
export function applyEdits<T extends object>(value: T, edits: readonly Edit[], shape: Shape): T {
  return edits.length === 0 ? value : (applyToFields(value as Fields, edits, shape, 0) as T)
}

function applyToFields(value: Fields, edits: readonly Edit[], shape: Shape, depth: number): Fields {
  const result: Record<string, unknown> = { ...value }
  for (const [field, own] of byStep(edits, depth)) {
    const list = shape.lists?.[field]
    const part = shape.parts?.[field]
    if (list !== undefined) result[field] = applyToList(result[field], own, list, depth + 1)
    else if (part !== undefined) {
      result[field] = applyToFields((result[field] ?? {}) as Fields, own, part, depth + 1)
    } else {
      const after = own.at(-1)?.after
      if (after === undefined) delete result[field]
      else result[field] = after
    }
  }
  return result
}

function byStep(edits: readonly Edit[], depth: number): Map<string, Edit[]> {
  const steps = new Map<string, Edit[]>()
  for (const edit of edits) {
    const step = edit.path[depth] ?? ''
    const own = steps.get(step)
    if (own === undefined) steps.set(step, [edit])
    else own.push(edit)
  }
  return steps
}

function applyToList(list: unknown, edits: readonly Edit[], shape: ListShape, depth: number): Fields[] {
  const items = keyed(list, shape)
  const isOrder = (edit: Edit): edit is OrderEdit => edit.kind === 'order' && edit.path.length === depth
  const isOwn = (edit: Edit): edit is ItemEdit => edit.kind === 'item' && edit.path.length === depth + 1
  const inside = edits.filter((edit) => !isOrder(edit) && !isOwn(edit))
  for (const [key, own] of byStep(inside, depth)) {
    const item = items.get(key)
    if (item !== undefined) items.set(key, applyToFields(item, own, shape.item, depth + 1))
  }
  const keys = applyMembership([...items.keys()], edits.filter(isOwn), (key, item) => items.set(key, item))
  const order = edits.filter(isOrder).at(-1)
  const arranged = order === undefined ? keys : arrange(keys, order.after)
  return arranged.map((key) => items.get(key)).filter((item) => item !== undefined)
}

function applyMembership(
  keys: string[],
  edits: readonly ItemEdit[],
  keep: (key: string, item: Fields) => void,
): string[] {
  const removed = new Set(edits.filter(({ after }) => after === undefined).map(keyOf))
  const result = keys.filter((key) => !removed.has(key))
  for (const edit of edits) {
    if (edit.after === undefined) continue
    const key = keyOf(edit)
    keep(key, edit.after as Fields)
    if (!result.includes(key)) insertAfter(result, key, edit.place)
  }
  return result
}

function keyOf({ path }: ItemEdit): string {
  return path.at(-1) ?? ''
}

function insertAfter(keys: string[], key: string, place: string | undefined): void {
  const at = place === undefined ? 0 : keys.indexOf(place) + 1
  keys.splice(place !== undefined && at === 0 ? keys.length : at, 0, key)
}

/** The keys that `order` knows in its order; each other stays after the one it stood after. */
function arrange(keys: readonly string[], order: readonly string[]): string[] {
  const known = new Set(order)
  const present = new Set(keys)
  const result = order.filter((key) => present.has(key))
  keys.forEach((key, i) => {
    if (!known.has(key)) insertAfter(result, key, keys[i - 1])
  })
  return result
}

import { equal } from './equal'
import { keyed, type Fields, type Keyed } from './keyed'
import type { ListShape, Shape } from './shape'

/** One value that differs. `path` leads to it by field names and, inside lists, by keys. */
export interface FieldEdit {
  kind: 'field'
  path: string[]
  before?: unknown
  after?: unknown
}

/** One thing that only one side has: added where `before` is absent, removed where `after` is. */
export interface ItemEdit {
  kind: 'item'
  path: string[]
  before?: unknown
  after?: unknown
  /** The key of the thing it stands after in its list; absent for the first. */
  place?: string
}

/** A list whose common things stand in another order. `path` leads to the list; the values are all its keys. */
export interface OrderEdit {
  kind: 'order'
  path: string[]
  before: string[]
  after: string[]
}

export type Edit = FieldEdit | ItemEdit | OrderEdit

/**
 * Everything by which `after` differs from `before`, in the order of the document. Parts that the two
 * share (the same object) are not looked into. `applyEdits(before, editsBetween(before, after))` is `after`.
 */
export function editsBetween(before: object, after: object, shape: Shape, path: string[] = []): Edit[] {
  if (before === after) return []
  const [left, right] = [before as Fields, after as Fields]
  return fieldsOf(left, right).flatMap((field): Edit[] => {
    const [a, b] = [left[field], right[field]]
    if (a === b) return []
    const at = [...path, field]
    const list = shape.lists?.[field]
    if (list !== undefined) return listEdits(keyed(a, list), keyed(b, list), list, at)
    const part = shape.parts?.[field]
    if (part !== undefined) return editsBetween((a ?? {}) as Fields, (b ?? {}) as Fields, part, at)
    return equal(a, b) ? [] : [{ kind: 'field', path: at, before: a, after: b }]
  })
}

function fieldsOf(left: Fields, right: Fields): string[] {
  return [...new Set([...Object.keys(left), ...Object.keys(right)])]
}

function listEdits(before: Keyed, after: Keyed, shape: ListShape, path: string[]): Edit[] {
  const edits: Edit[] = []
  let place: string | undefined
  for (const [key, item] of before) {
    const now = after.get(key)
    if (now === undefined) edits.push({ kind: 'item', path: [...path, key], before: item, place })
    else edits.push(...editsBetween(item, now, shape.item, [...path, key]))
    place = key
  }
  place = undefined
  for (const [key, item] of after) {
    if (!before.has(key)) edits.push({ kind: 'item', path: [...path, key], after: item, place })
    place = key
  }
  const [was, is] = [[...before.keys()], [...after.keys()]]
  const [wasCommon, isCommon] = [was.filter((key) => after.has(key)), is.filter((key) => before.has(key))]
  if (!equal(wasCommon, isCommon)) edits.push({ kind: 'order', path, before: was, after: is })
  return edits
}

/** The edits that take back what these did. */
export function inverse(edits: readonly Edit[]): Edit[] {
  return edits.map((edit): Edit => {
    if (edit.kind === 'order') return { ...edit, before: edit.after, after: edit.before }
    return { ...edit, before: edit.after, after: edit.before }
  })
}

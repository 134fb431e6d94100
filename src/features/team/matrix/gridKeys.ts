import type { Place } from './useGridFocus'

/** Where a key leads from a place; undefined where it leads nowhere. `page` is how many rows fit the window. */
export function placeAfter(
  { key, ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  { at, column }: Place,
  { rows, columns }: { rows: number; columns: number },
  page: number,
): Place | undefined {
  if (altKey || metaKey) return undefined
  switch (key) {
    case 'ArrowUp':
      return { at: at - 1, column }
    case 'ArrowDown':
      return { at: at + 1, column }
    case 'ArrowLeft':
      return { at, column: column - 1 }
    case 'ArrowRight':
      return { at, column: column + 1 }
    case 'PageUp':
      return { at: Math.max(0, at - page), column }
    case 'PageDown':
      return { at: at + page, column }
    case 'Home':
      return ctrlKey ? { at: 0, column: 0 } : { at, column: 0 }
    case 'End':
      return ctrlKey ? { at: rows - 1, column: columns - 1 } : { at, column: columns - 1 }
    default:
      return undefined
  }
}

/** The keys of the table, as the help lists them. */
export const GRID_KEYS: { keys: string[]; does: string }[] = [
  { keys: ['↑', '↓', '←', '→'], does: 'the next cell, or the names at the edge' },
  { keys: ['Home', 'End'], does: 'the first or last of the row; with Ctrl, of the table' },
  { keys: ['Page Up', 'Page Down'], does: 'a window up or down' },
  { keys: ['1', '2', '3…'], does: 'your rating of this person in this skill' },
  { keys: ['0'], does: 'none yet: a rating, no level so far' },
  { keys: ['n'], does: 'not relevant to them' },
  { keys: ['Backspace'], does: 'take your rating of this season back' },
  { keys: ['z'], does: 'undo the last change' },
  { keys: ['Enter'], does: 'on a skill: sort by it; on a person: more; on a cell: the wording' },
  { keys: ['/'], does: 'search skills' },
  { keys: ['?'], does: 'show these keys' },
]

/**
 * What a key does inside the rating matrix. Left, right and space are the native
 * radio group's own and are not listed. Single keys act only with the focus in the
 * matrix (WCAG 2.1.4 Character Key Shortcuts).
 */
export type MatrixAction =
  | { do: 'move'; by: 1 | -1 }
  | { do: 'jump'; to: 'first' | 'last' }
  | { do: 'rate'; level: number }
  | { do: 'clear' }
  | { do: 'not-relevant' }
  | { do: 'confirm' }
  | { do: 'beside' }
  | { do: 'undo' }
  | { do: 'search' }
  | { do: 'keys' }

export interface Key {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}

export function matrixAction({ key, ctrlKey, metaKey, altKey }: Key): MatrixAction | undefined {
  if (key.toLowerCase() === 'z' && !altKey) return { do: 'undo' }
  if (ctrlKey || metaKey || altKey) return undefined
  if (/^[0-9]$/.test(key)) return { do: 'rate', level: Number(key) }
  switch (key) {
    case 'ArrowDown':
      return { do: 'move', by: 1 }
    case 'ArrowUp':
      return { do: 'move', by: -1 }
    case 'Home':
      return { do: 'jump', to: 'first' }
    case 'End':
      return { do: 'jump', to: 'last' }
    case 'Backspace':
    case 'Delete':
      return { do: 'clear' }
    case 'n':
    case 'N':
      return { do: 'not-relevant' }
    case 'y':
    case 'Y':
      return { do: 'confirm' }
    case 'e':
    case 'E':
      return { do: 'beside' }
    case '/':
      return { do: 'search' }
    case '?':
      return { do: 'keys' }
    default:
      return undefined
  }
}

/** What a list of skills does at each key; false leaves the key to the browser, as does an action left out. */
export type MatrixKeys = { [A in MatrixAction as A['do']]?: (action: A) => boolean | void }

/** Does what a list does at this key, and says whether it did anything. */
export function takeKey(event: KeyboardEvent, keys: MatrixKeys): boolean {
  const action = matrixAction(event)
  if (action === undefined) return false
  const take = keys[action.do] as ((action: MatrixAction) => boolean | void) | undefined
  if (take === undefined || take(action) === false) return false
  event.preventDefault()
  return true
}

/** What a key does, as the help lists it. */
export interface KeyHelp {
  keys: string[]
  does: string
}

export const MATRIX_KEYS: KeyHelp[] = [
  { keys: ['↑', '↓'], does: 'the skill above or below' },
  { keys: ['←', '→'], does: 'a level lower or higher' },
  { keys: ['1', '2', '3…'], does: 'rate at that level' },
  { keys: ['0'], does: 'none yet: an answer, no level so far' },
  { keys: ['Backspace'], does: 'not rated: take the answer away' },
  { keys: ['n'], does: 'not relevant to me: an answer of its own' },
  { keys: ['y'], does: 'yes, still right: the answer stays, as of today' },
  { keys: ['e'], does: 'evidence, how sure, last used; Escape comes back' },
  { keys: ['z'], does: 'undo the last change' },
  { keys: ['Home', 'End'], does: 'the first or last skill' },
  { keys: ['/'], does: 'search skills' },
  { keys: ['?'], does: 'show these keys' },
]

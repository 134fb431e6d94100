interface Key {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

/** Fields that take typing have an undo of their own, which these keys belong to there. */
const TEXT = 'input:not([type=checkbox], [type=radio], [type=button]), textarea, [contenteditable]'

/** What a key does to the draft: Ctrl+Z, and Ctrl+Y or Ctrl+Shift+Z; the command key on a Mac. */
export function draftKey(
  { key, ctrlKey, metaKey, altKey, shiftKey }: Key,
  target: Pick<Element, 'matches'>,
): 'undo' | 'redo' | undefined {
  if ((!ctrlKey && !metaKey) || altKey || target.matches(TEXT)) return undefined
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo'
  return key.toLowerCase() === 'y' && !shiftKey ? 'redo' : undefined
}

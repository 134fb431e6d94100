/** What may be changed in a text on its way in, as said in the report. */
export const TEXT_CHANGES = {
  'line-separator': 'Line separators (U+2028, U+2029) became line breaks',
  'no-break-space': 'No-break spaces became plain spaces',
  'hidden-character': 'Hidden characters (zero-width space, soft hyphen) were removed',
  normalised: 'Accents written as two characters became one (Unicode NFC)',
} as const

export type TextChange = keyof typeof TEXT_CHANGES

export interface CleanText {
  text: string
  /** How many characters each kind of change touched; for `normalised`, 1. Kinds that did not occur are left out. */
  changes: Partial<Record<TextChange, number>>
  /** True where white space stood before or after. */
  trimmed: boolean
}

/** Most cells hold nothing of what is cleaned, and are done after this one look. */
const SUSPECT = /[\u00A0\u00AD\u200B\u2028\u2029\uFEFF\r]|^\s|\s$/

/**
 * Cleans one cell: characters that cannot be seen but break searching and equality go,
 * the rest stays as the publisher wrote it. Line ends become `\n`, which is not counted:
 * it says how the file was saved, not what is in it.
 */
export function cleanText(raw: string): CleanText {
  if (!SUSPECT.test(raw) && raw.normalize('NFC') === raw) return { text: raw, changes: {}, trimmed: false }
  const changes: CleanText['changes'] = {}
  const replace = (text: string, pattern: RegExp, by: string, change: TextChange) => {
    const found = text.match(pattern)?.length ?? 0
    if (found > 0) changes[change] = found
    return text.replace(pattern, by)
  }
  let text = raw.replace(/\r\n?/g, '\n')
  text = replace(text, /[\u2028\u2029]/g, '\n', 'line-separator')
  text = replace(text, /\u00A0/g, ' ', 'no-break-space')
  text = replace(text, /[\u200B\u00AD\uFEFF]/g, '', 'hidden-character')
  const composed = text.normalize('NFC')
  if (composed !== text) changes.normalised = 1
  const trimmed = composed.trim()
  return { text: trimmed, changes, trimmed: trimmed !== composed }
}

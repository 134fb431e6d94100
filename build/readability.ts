/**
 * The Automated Readability Index of a text: the US school grade whose pupils follow it, so that
 * grade + 5 is about the reader's age.
 *
 * ARI = 4.71 × (letters and digits ÷ words) + 0.5 × (words ÷ sentences) − 21.43
 *
 * Source: E. A. Smith and R. J. Senter, "Automated Readability Index", AMRL-TR-66-220, Wright-Patterson
 * Air Force Base, 1967. It counts characters, not syllables, so it needs no guess at how a word is said.
 * `sentences` holds one sentence or statement each; those without a word are left out.
 * Throws a RangeError when no word is left, for which no grade exists.
 */
export function readabilityGrade(sentences: readonly string[]): number {
  const spoken = sentences.map(wordsOf).filter((words) => words.length > 0)
  const words = spoken.flat()
  if (words.length === 0) throw new RangeError('no words to measure')
  const characters = words.join('').replace(/[^\p{L}\p{N}]/gu, '').length
  return (4.71 * characters) / words.length + (0.5 * words.length) / spoken.length - 21.43
}

/** The sentences of running text: a full stop, question or or exclamation mark ends one where a space follows. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.?!])\s+/)
}

/** Words as a reader counts them: `county's` and `service-level` are one each. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? []
}

/** The words of a text and how often each stands, whatever their case, accents and punctuation. */
export type WordBag = ReadonlyMap<string, number>

export function wordBag(text: string): WordBag {
  const bag = new Map<string, number>()
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  for (const word of plain.match(/[\p{L}\p{N}]+/gu) ?? []) bag.set(word, (bag.get(word) ?? 0) + 1)
  return bag
}

/**
 * The Sørensen–Dice coefficient of two bags of words, 0 to 1: twice the words in common over all words
 * (Dice, "Measures of the amount of ecologic association between species", Ecology 26, 1945).
 * Two empty bags say nothing about each other: 0.
 */
export function diceOf(a: WordBag, b: WordBag): number {
  const all = sizeOf(a) + sizeOf(b)
  if (all === 0) return 0
  let common = 0
  for (const [word, count] of a) common += Math.min(count, b.get(word) ?? 0)
  return (2 * common) / all
}

function sizeOf(bag: WordBag): number {
  let size = 0
  for (const count of bag.values()) size += count
  return size
}

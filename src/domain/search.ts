/** What can be looked up by words: a skill by its name and summary, a role by its name and purpose. */
export type Findable = { name: string } & ({ summary: string } | { purpose: string })

const IN_NAME = 1
const FIRST_IN_NAME = 2
/** A place where a word stands: the thing's position in its list, times four, plus the two flags above. */
const FLAGS = 4

/** Which things of one list hold which word. */
interface WordIndex {
  /** How many things of the list have been read. */
  read: number
  places: Map<string, number[]>
  /** Every word read, sorted, so that those with one beginning stand together; made when first needed. */
  words?: string[]
}

/** One for each list, kept as long as the list: lists of a framework never change. */
const indexes = new WeakMap<readonly Findable[], WordIndex>()

/** The words of a text as they are compared: lower case, no accents or apostrophes; `C++` and `C#` stay whole. */
export function wordsOf(text: string): string[] {
  const plain = /[^ -~]/.test(text) ? text.normalize('NFKD').replace(/[\p{M}’]+/gu, '') : text
  return (
    plain
      .replaceAll("'", '')
      .toLowerCase()
      .match(/[\p{L}\p{N}+#]+/gu) ?? []
  )
}

/**
 * Reads the words of the next `count` things of a list beforehand, so that the first search of it need not.
 * Returns true once every thing has been read.
 */
export function prepareSearch(things: readonly Findable[], count = things.length): boolean {
  const index: WordIndex = indexes.get(things) ?? { read: 0, places: new Map() }
  indexes.set(things, index)
  const end = Math.min(things.length, index.read + count)
  for (let at = index.read; at < end; at += 1) readThing(index, things[at] as Findable, at)
  if (end > index.read) delete index.words
  index.read = end
  if (end < things.length) return false
  index.words ??= [...index.places.keys()].sort()
  return true
}

/**
 * The things of these lists that have, for every word typed, a word that begins with it; all of them where no word
 * is typed. First those with every word in the name and the first word first, then the others with every word in
 * the name, then the rest; equals keep the order of their lists.
 */
export function search<T extends Findable>(lists: readonly (readonly T[])[], typed: string): T[] {
  const words = wordsOf(typed)
  if (words.length === 0) return lists.flat()
  const ranks: [T[], T[], T[]] = [[], [], []]
  for (const list of lists) rankInto(ranks, list, words)
  return ranks.flat()
}

function rankInto<T extends Findable>(ranks: [T[], T[], T[]], things: readonly T[], words: string[]): void {
  prepareSearch(things)
  const index = indexes.get(things) as WordIndex
  // How many of the words typed, in turn, each thing has; and has in its name.
  const has = new Uint8Array(things.length)
  const named = new Uint8Array(things.length)
  const begins = new Uint8Array(things.length)
  words.forEach((word, before) => {
    for (const place of placesOf(index, word)) {
      const at = Math.floor(place / FLAGS)
      if (has[at] === before) has[at] = before + 1
      if (place & IN_NAME && named[at] === before) named[at] = before + 1
      if (place & FIRST_IN_NAME && before === 0) begins[at] = 1
    }
  })
  things.forEach((thing, at) => {
    if (has[at] !== words.length) return
    ranks[named[at] !== words.length ? 2 : begins[at] === 1 ? 0 : 1].push(thing)
  })
}

/** Where words that begin with this one stand. */
function* placesOf({ words = [], places }: WordIndex, beginning: string): Iterable<number> {
  for (let at = firstFrom(words, beginning); words[at]?.startsWith(beginning); at += 1) {
    yield* places.get(words[at] as string) ?? []
  }
}

/** The position of the first word that is not before this one in the sorted list. */
function firstFrom(sorted: readonly string[], word: string): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as string) < word) low = middle + 1
    else high = middle
  }
  return low
}

function readThing(index: WordIndex, thing: Findable, at: number): void {
  const flags = new Map<string, number>()
  wordsOf(thing.name).forEach((word, n) => {
    flags.set(word, (flags.get(word) ?? 0) | IN_NAME | (n === 0 ? FIRST_IN_NAME : 0))
  })
  for (const word of wordsOf('summary' in thing ? thing.summary : thing.purpose)) {
    if (!flags.has(word)) flags.set(word, 0)
  }
  for (const [word, flag] of flags) {
    const places = index.places.get(word)
    if (places === undefined) index.places.set(word, [at * FLAGS + flag])
    else places.push(at * FLAGS + flag)
  }
}

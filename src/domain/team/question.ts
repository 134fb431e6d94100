import { wordsOf } from '../search'
import type { Scale } from '../scale'

/** What a question asks in plain words, as far as it can be read. */
export interface Question {
  /** The words that are left to look skills up by. */
  words: string
  /** The level a word of it names, such as "lead" on a scale with "Leads". */
  level?: number
  usedWithin?: number
}

/** Words that ask, and name no skill. */
const ASKING = new Set(
  'a an and anybody anyone at can could do does for has have in is it knows know of on or our out show somebody someone that the their them to us we who with'.split(
    ' ',
  ),
)

const USED: readonly [pattern: RegExp, months: number][] = [
  [/\b(?:used )?(?:this|in the last|within a|in a|last) (?:year|12 months|twelve months)\b/, 12],
  [/\b(?:used )?(?:in the last|within) (?:two|2) years\b/, 24],
  [/\b(?:used )?(?:this|in the last) month\b/, 1],
]

/**
 * Reads "can lead a restore, used this year": a level of the scale that one of its words begins, how recently used,
 * and the words to look up skills by. What cannot be read is left among the words.
 */
export function readQuestion(typed: string, scale: Scale | undefined): Question {
  let rest = typed.toLowerCase()
  let usedWithin: number | undefined
  for (const [pattern, months] of USED) {
    if (!pattern.test(rest)) continue
    rest = rest.replace(pattern, ' ')
    usedWithin ??= months
  }
  const words = wordsOf(rest).filter((word) => !ASKING.has(word) && word !== 'used')
  const named = words.map((word) => levelNamed(word, scale))
  const level = named.find((each) => each !== undefined)
  const kept = words.filter((_, at) => named[at] === undefined)
  return {
    // A question of nothing but a level's word looks that word up: it may be a skill's name too.
    words: (kept.length > 0 ? kept : words).join(' '),
    ...(level !== undefined && { level }),
    ...(usedWithin !== undefined && { usedWithin }),
  }
}

/** The level whose label begins with this word, as "lead" or "leads" for "Leads". */
function levelNamed(word: string, scale: Scale | undefined): number | undefined {
  return scale?.levels.find(({ label }) => {
    const [first = ''] = wordsOf(label)
    return first === word || first === `${word}s`
  })?.ordinal
}

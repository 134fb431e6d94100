/** Words in -ize and -yze that British English writes so too. */
const BRITISH_TOO = /^(?:(?:over|under|re|right|down|cap)?siz|priz|seiz)(?:e[drs]?|ing)$/

const AMERICAN: readonly RegExp[] = [
  /^\w+(?:iz|yz)(?:e[drs]?|ing|ations?)$/,
  /^(?:col|behavi|endeav|fav|harb|hon|hum|lab|neighb)or/,
  /^(?:centi|kilo|milli)?meters?$/,
  /^(?:center|theater|catalog|dialog|gray)(?:ed|s)?$/,
  /^(?:defense|offense|pretense|skillful|fulfill|enroll|enrollment|aging|judgment)s?$/,
  /^(?:cancel|channel|label|level|model|signal|total|travel)(?:ed|ing|er|ers)$/,
]

/** `license` is the verb and `licence` the noun; `practice` the noun and `practise` the verb. */
const MISTAKEN_NOUN_OR_VERB =
  /\b(?:(?:an?|the|each|every|per|of|software|unused|spare) licenses?|to practice)\b/g

/** A computer runs a program; anything else that is planned and carried out is a programme. */
const PLAN_AS_PROGRAM = /\b(?:change|work|training|project|capital|improvement) programs?\b|\bprograms? of\b/g

/**
 * The words of a text that a British reader takes for American, for a text to be checked by;
 * it knows the usual cases, and is no dictionary.
 */
export function americanSpellings(text: string): string[] {
  const lower = text.toLowerCase()
  const words = lower.match(/[a-z]+/g) ?? []
  const found = words.filter(
    (word) => !BRITISH_TOO.test(word) && AMERICAN.some((pattern) => pattern.test(word)),
  )
  const senses = [MISTAKEN_NOUN_OR_VERB, PLAN_AS_PROGRAM].flatMap((pattern) => lower.match(pattern) ?? [])
  return [...found, ...senses]
}

import type { Catalogue } from '../catalogue'
import { catalogueProblems } from '../catalogueProblems'
import type { Thing } from '../difference/change'
import { MOVE_KINDS, MOVE_LABELS } from '../move'
import { namesIn, THING_KINDS, type Names, type ThingKind } from '../names'

/** One thing by which a draft may not be published yet. */
export interface Problem {
  /** A whole sentence that calls things by their names. */
  sentence: string
  /** The thing to mend, where the problem is of one. */
  thing?: Thing
}

/**
 * Everything by which a draft is not valid yet; an empty list may be published. Names of what the draft
 * no longer has are taken from the published version it came from.
 */
export function draftProblems(draft: Catalogue, published?: Catalogue): Problem[] {
  const names = published === undefined ? namesIn(draft) : namesIn(draft, published)
  const faults = catalogueProblems(draft).map(({ where, what }) => {
    const thing = thingIn(where, draft)
    return { sentence: sentenceOf(`${where} ${what}`, names), ...(thing && { thing }) }
  })
  return [...nameless(draft), ...faults]
}

/** An id as it stands in a fault, with the word before it, which may say its kind. */
const ID_IN_TEXT = /(\p{L}+ )?([a-z0-9]+(?:-[a-z0-9]+)+)/gu

/** The key of a framework is one word, so only the words before it tell it from any other. */
const KEY_IN_TEXT = /(framework|scale of) ([a-z0-9-]+)/g

function sentenceOf(fault: string, names: Names): string {
  const named = fault
    .replace(/^move \(([a-z-]+)\)/, (whole, kind) => {
      const known = MOVE_KINDS.find((each) => each === kind)
      return known === undefined ? whole : `move (${MOVE_LABELS[known]})`
    })
    .replace(KEY_IN_TEXT, (_, words: string, key: string) => `${words} “${names.of('framework', key)}”`)
    .replace(ID_IN_TEXT, (whole, word: string | undefined, id: string) => {
      const name = nameOf(id, word?.trim(), names)
      return name === undefined ? whole : `${word ?? ''}“${name}”`
    })
  return `${named.charAt(0).toUpperCase()}${named.slice(1)}.`
}

/** Ids may be the same across kinds, so the kind that is said goes first. */
function nameOf(id: string, word: string | undefined, names: Names): string | undefined {
  const said = THING_KINDS.filter((kind) => kind === word)
  return [...said, ...THING_KINDS].map((kind) => names.of(kind, id)).find((name) => name !== id)
}

function thingIn(where: string, draft: Catalogue): Thing | undefined {
  const [word = '', id] = where.split(' ')
  const of = THING_KINDS.find((kind) => kind === word)
  if (of === undefined || id === undefined) return undefined
  if (of !== 'unit' && of !== 'post') return { of, id }
  const inAfter = draft.after[of === 'unit' ? 'units' : 'posts'].some((thing) => thing.id === id)
  return { of, id, when: inAfter ? 'after' : 'before' }
}

/** What the contract refuses as "a name is missing", said before anything is sent. */
function nameless(draft: Catalogue): Problem[] {
  const found: Problem[] = []
  const look = (of: ThingKind, things: readonly { id: string; name: string }[], when?: Thing['when']) => {
    for (const { id, name } of things) {
      if (name.trim() === '')
        found.push({ sentence: `A ${of} has no name.`, thing: { of, id, ...(when && { when }) } })
    }
  }
  for (const { groups, skills, families, ladders, roles } of draft.frameworks) {
    look('group', groups)
    look('skill', skills)
    look('family', families)
    look('ladder', ladders)
    look('role', roles)
  }
  for (const when of ['before', 'after'] as const) {
    look('unit', draft[when].units, when)
    look('post', draft[when].posts, when)
  }
  look('strand', draft.strands)
  return found
}

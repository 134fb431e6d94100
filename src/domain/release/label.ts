import type { Id } from '../id'
import { partKey, type Keep, type Part } from './cell'

/** What units and families are called. An id that is not here stands for itself. */
export interface Names {
  units: ReadonlyMap<Id, string>
  families: ReadonlyMap<Id, string>
}

export const WHOLE_ORGANISATION = 'Whole organisation'
const NAMED = 3

/**
 * A cell in words. With `families`: "Data", or "Data in Highways and Libraries" where it holds only
 * some of the family. With `units` the unit comes first: "Highways: Data and Networks".
 * Of a long list the first three are named; the parts say the rest.
 */
export function cellLabel(parts: readonly Part[], all: readonly Part[], keep: Keep, names: Names): string {
  if (keep === 'organisation' || parts.length === all.length) return WHOLE_ORGANISATION
  const [major, minor] = keep === 'families' ? (['family', 'unit'] as const) : (['unit', 'family'] as const)
  const nameOf = (what: 'family' | 'unit', id: Id) =>
    (what === 'family' ? names.families : names.units).get(id) ?? id
  const here = new Set(parts.map((part) => partKey(part)))
  const phrases = [...new Set(parts.map((part) => part[major]))].map((id) => {
    const mine = all.filter((part) => part[major] === id)
    const held = mine.filter((part) => here.has(partKey(part)))
    if (held.length === mine.length) return nameOf(major, id)
    const list = inWords(held.map((part) => nameOf(minor, part[minor])))
    return keep === 'families' ? `${nameOf(major, id)} in ${list}` : `${nameOf(major, id)}: ${list}`
  })
  return shortened(phrases).join('; ')
}

function inWords(words: readonly string[]): string {
  const list = shortened(words)
  return list.length === 1 ? list[0]! : `${list.slice(0, -1).join(', ')} and ${list.at(-1)}`
}

function shortened(words: readonly string[]): string[] {
  const more = words.length - NAMED
  return more > 1 ? [...words.slice(0, NAMED), `${more} more`] : [...words]
}

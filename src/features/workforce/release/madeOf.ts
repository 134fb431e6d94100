import type { Part } from '../../../contract/period'
import type { ReleaseNames } from './named'

/**
 * What a group of staff is made of, a phrase for each unit: `Data and Networks in Highways`.
 * A unit and a family of the same name are said once; a group whose label says it all already is `as named`.
 */
export function madeOf(label: string, parts: readonly Part[], names: ReleaseNames): string {
  const units = [...new Set(parts.map(({ unit }) => unit))]
  const phrases = units.map((unit) => {
    const team = names.units.get(unit) ?? unit
    const families = parts.filter((part) => part.unit === unit).map(({ family }) => family)
    const work = families.map((family) => names.families.get(family) ?? family)
    return work.every((each) => same(each, team)) ? team : `${listed(work)} in ${team}`
  })
  const all = phrases.join('; ')
  return same(all, label) ? 'as named' : all
}

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()
const listed = (names: string[]) => new Intl.ListFormat('en-GB').format(names)

import type { Cell, CurrentPeriod } from '../contract/period'
import type { Catalogue } from '../domain/catalogue'
import type { Id } from '../domain/id'

type Period = Pick<CurrentPeriod, 'grid'>

/** The part of the grid that a unit and a family of roles are counted in. */
export function cellOf({ grid }: Period, unit: Id, family: Id): Cell | undefined {
  return grid.cells.find(({ parts }) => parts.some((part) => part.unit === unit && part.family === family))
}

/** Every unit that a period counts by, in the order of its grid. */
export function unitsCounted(period: Period): Id[] {
  return [...new Set(partsOf(period).map(({ unit }) => unit))]
}

/** The families of roles that a period counts in a unit; without a unit, those it counts anywhere. */
export function familiesCounted(period: Period, unit?: Id): Id[] {
  const parts = partsOf(period).filter((part) => unit === undefined || part.unit === unit)
  return [...new Set(parts.map(({ family }) => family))]
}

/** What a unit is called: in the structure as it will be, as it was, or by HR, whose name is its id. */
export function unitName({ before, after }: Catalogue, id: Id): string {
  return [...after.units, ...before.units].find((unit) => unit.id === id)?.name ?? id
}

/** Why a unit and a family are not counted together, and what would be instead. */
export function notCounted(period: Period, catalogue: Catalogue, unit: Id, family: Id): string {
  const families = catalogue.frameworks.flatMap((framework) => framework.families)
  const familyName = (id: Id) => families.find((one) => one.id === id)?.name ?? id
  const here = familiesCounted(period, unit).map(familyName)
  const units = unitsCounted(period).filter((one) => cellOf(period, one, family) !== undefined)
  const there = units.map((one) => unitName(catalogue, one))
  return [
    'This period does not count your kind of role in your unit, so nothing is sent.',
    here.length > 0
      ? `In ${unitName(catalogue, unit)} it counts roles in ${listed(here)}.`
      : `It counts nobody in ${unitName(catalogue, unit)}.`,
    there.length > 0
      ? `It counts roles in ${familyName(family)} in ${listed(there)}.`
      : `It counts roles in ${familyName(family)} in no unit.`,
  ].join(' ')
}

const partsOf = ({ grid }: Period) => grid.cells.flatMap(({ parts }) => parts)
const listed = (names: string[]) => new Intl.ListFormat('en-GB').format(names)

import type { Headcount } from '../../../contract/period'
import type { Catalogue } from '../../../domain/catalogue'
import type { Id } from '../../../domain/id'
import { partKey } from '../../../domain/release/cell'
import type { Names } from '../../../domain/release/label'

/**
 * What units and families of the published catalogue are called: the only ones staff can say they are in. The
 * new structure's units come first, and its names win.
 */
export function namesOf({ frameworks, before, after }: Catalogue): Names {
  const families = frameworks.flatMap((framework) => framework.families)
  const units = [...after.units, ...before.units, ...after.units]
  return {
    units: new Map(units.map(({ id, name }) => [id, name])),
    families: new Map(families.map(({ id, name }) => [id, name])),
  }
}

/** The posts of the new structure, by unit and by the family of their role. */
export function headcountsFrom(catalogue: Catalogue): Headcount[] {
  const roles = catalogue.frameworks.flatMap((framework) => framework.roles)
  const familyOf = new Map(roles.map(({ id, family }) => [id, family]))
  return added(
    catalogue.after.posts.flatMap(({ unit, role, headcount }) => {
      const family = familyOf.get(role)
      return family === undefined ? [] : [{ unit, family, headcount }]
    }),
  )
}

/** One row for each unit and family, in the order they first came; rows of the same two are added up. */
export function added(rows: readonly Headcount[]): Headcount[] {
  const sums = new Map<string, Headcount>()
  for (const row of rows) {
    const sum = sums.get(partKey(row))
    if (sum === undefined) sums.set(partKey(row), { ...row })
    else sum.headcount += row.headcount
  }
  return [...sums.values()]
}

export function totalOf(rows: readonly Headcount[]): number {
  return rows.reduce((sum, { headcount }) => sum + headcount, 0)
}

/** What a table says of an id that the catalogue may not name. */
export function nameOf(names: ReadonlyMap<Id, string>, id: Id): string {
  return names.get(id) ?? id
}

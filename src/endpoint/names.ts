import type { Catalogue } from '../domain/catalogue'
import type { Names } from '../domain/release/label'

/** What the catalogue calls units and families; the new structure's name wins over the old one's. */
export function namesOf({ frameworks, before, after }: Catalogue): Names {
  return {
    units: new Map([...before.units, ...after.units].map(({ id, name }) => [id, name])),
    families: new Map(frameworks.flatMap(({ families }) => families).map(({ id, name }) => [id, name])),
  }
}

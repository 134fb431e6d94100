import type { CurrentPeriod } from '../../contract/period'
import type { Catalogue } from '../../domain/catalogue'
import type { Id } from '../../domain/id'

export interface Choice {
  id: Id
  name: string
}

export interface ChoiceGroup {
  name: string
  choices: Choice[]
}

/**
 * The units to choose from: the new structure's, then whatever else the period counts
 * by, from the structure as it was or, where HR counts by a name of its own, that name.
 */
export function unitChoices({ before, after }: Catalogue, period: CurrentPeriod): Choice[] {
  const listed = new Set(after.units.map(({ id }) => id))
  const counted = period.grid.cells.flatMap(({ parts }) => parts.map(({ unit }) => unit))
  const others = [...new Set(counted)].filter((id) => !listed.has(id))
  const nameOf = (id: Id) => before.units.find((unit) => unit.id === id)?.name ?? id
  return [
    ...after.units.map(({ id, name }) => ({ id, name })),
    ...others.map((id) => ({ id, name: nameOf(id) })),
  ]
}

/**
 * The roles to choose from, likely ones first: those an old post leads to, those of the
 * chosen unit, then all by family. While the structure is in consultation nobody is
 * placed in it, so only the last are given.
 */
export function roleChoices(catalogue: Catalogue, unit: Id | undefined, held: Id | undefined): ChoiceGroup[] {
  const roles = new Map(
    catalogue.frameworks.flatMap((framework) => framework.roles.map((role) => [role.id, role] as const)),
  )
  const named = (ids: Id[]) => [...new Set(ids)].flatMap((id) => roles.get(id) ?? [])
  const open = catalogue.after.inConsultation !== true
  const likely: ChoiceGroup[] = open
    ? [
        { name: 'Where your post leads', choices: named(rolesAfter(catalogue, held)) },
        {
          name: 'In this unit',
          choices: named(catalogue.after.posts.filter((post) => post.unit === unit).map((post) => post.role)),
        },
      ]
    : []
  const families = catalogue.frameworks.flatMap((framework) =>
    framework.families.map((family) => ({
      name: family.name,
      choices: framework.roles.filter((role) => role.family === family.id),
    })),
  )
  return [...likely, ...families].filter(({ choices }) => choices.length > 0)
}

/** The roles of the new structure that posts with this old role lead to. */
export function rolesAfter({ before, after, successions }: Catalogue, held: Id | undefined): Id[] {
  const old = new Set(before.posts.filter((post) => post.role === held).map((post) => post.id))
  const next = new Set(successions.filter(({ from }) => old.has(from)).flatMap(({ to }) => to))
  return [...new Set(after.posts.filter((post) => next.has(post.id)).map((post) => post.role))]
}

import type { CurrentPeriod } from '../../contract/period'
import type { Catalogue } from '../../domain/catalogue'
import type { Id } from '../../domain/id'
import { familiesCounted, unitName, unitsCounted } from '../../outbox/counted'

export interface Choice {
  id: Id
  name: string
}

export interface ChoiceGroup {
  name: string
  choices: Choice[]
}

/**
 * The units to choose from: those that the period counts by. The new structure's come
 * first; whatever else HR counts by, a unit as it was or a name of its own, follows.
 */
export function unitChoices(catalogue: Catalogue, period: CurrentPeriod): Choice[] {
  const counted = unitsCounted(period)
  const units = catalogue.after.units.map(({ id }) => id).filter((id) => counted.includes(id))
  return [...new Set([...units, ...counted])].map((id) => ({ id, name: unitName(catalogue, id) }))
}

/**
 * The roles to choose from, likely ones first: those an old post leads to, those of the
 * chosen unit, then all by family. Only roles that the period counts in the chosen unit;
 * before a unit is chosen, in any. While the structure is in consultation nobody is
 * placed in it, so only the last are given.
 */
export function roleChoices(
  catalogue: Catalogue,
  period: CurrentPeriod,
  unit: Id | undefined,
  held: Id | undefined,
): ChoiceGroup[] {
  const counted = new Set(familiesCounted(period, unit))
  const roles = catalogue.frameworks
    .flatMap((framework) => framework.roles)
    .filter(({ family }) => counted.has(family))
  const byId = new Map(roles.map((role) => [role.id, role]))
  const named = (ids: Id[]) => [...new Set(ids)].flatMap((id) => byId.get(id) ?? [])
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
  const families = catalogue.frameworks
    .flatMap((framework) => framework.families)
    .map(({ id, name }) => ({ name, choices: roles.filter((role) => role.family === id) }))
  return [...likely, ...families].filter(({ choices }) => choices.length > 0)
}

/** A role chosen before that is not counted in the unit now chosen: still shown, so that nothing is changed unseen. */
export function chosenBesides(catalogue: Catalogue, groups: ChoiceGroup[], role: Id): Choice | undefined {
  if (groups.some(({ choices }) => choices.some(({ id }) => id === role))) return undefined
  return catalogue.frameworks.flatMap((framework) => framework.roles).find(({ id }) => id === role)
}

/** The roles of the new structure that posts with this old role lead to. */
export function rolesAfter({ before, after, successions }: Catalogue, held: Id | undefined): Id[] {
  const old = new Set(before.posts.filter((post) => post.role === held).map((post) => post.id))
  const next = new Set(successions.filter(({ from }) => old.has(from)).flatMap(({ to }) => to))
  return [...new Set(after.posts.filter((post) => next.has(post.id)).map((post) => post.role))]
}

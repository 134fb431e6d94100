import type { Catalogue } from '../catalogue'
import type { Id } from '../id'
import type { Structure } from '../structure'
import { cycles, idsOf, repeatedIds, unknownIds, type Fault } from './fault'

/** Faults of the organisation before and after, and of what leads from one to the other. */
export function structureFaults(catalogue: Catalogue, roles: ReadonlySet<Id>): Fault[] {
  const { before, after, successions } = catalogue
  return [
    ...unitFaults(before),
    ...unitFaults(after),
    ...postFaults(before, roles),
    ...postFaults(after, roles),
    ...successionFaults(successions, idsOf(before.posts), idsOf(after.posts)),
  ]
}

function unitFaults({ title, units }: Structure): Fault[] {
  const known = idsOf(units)
  const parents = new Map(units.map((unit) => [unit.id, unit.parent === undefined ? [] : [unit.parent]]))
  const loops = cycles(known, (id) => parents.get(id) ?? [])
  return [
    ...repeatedIds(`in ${title}, unit`, units),
    ...units.flatMap((unit) => unknownIds(`unit ${unit.id}`, 'unit', parents.get(unit.id) ?? [], known)),
    ...loops.map((loop) => ({ where: title, what: `has units inside themselves: ${loop.join(' in ')}` })),
  ]
}

function postFaults({ title, units, posts }: Structure, roles: ReadonlySet<Id>): Fault[] {
  const known = idsOf(units)
  return [
    ...repeatedIds(`in ${title}, post`, posts),
    ...posts.flatMap((post) => [
      ...unknownIds(`post ${post.id}`, 'role', [post.role], roles),
      ...unknownIds(`post ${post.id}`, 'unit', [post.unit], known),
    ]),
  ]
}

function successionFaults(
  successions: Catalogue['successions'],
  before: ReadonlySet<Id>,
  after: ReadonlySet<Id>,
): Fault[] {
  const starts = successions.map((succession) => ({ id: succession.from }))
  return [
    ...repeatedIds('succession of', starts),
    ...successions.flatMap(({ from, to }) => [
      ...unknownIds(`succession of ${from}`, 'post before the change', [from], before),
      ...unknownIds(`succession of ${from}`, 'post after the change', to, after),
      ...repeatedIds(
        `succession of ${from} to`,
        to.map((id) => ({ id })),
      ),
    ]),
  ]
}

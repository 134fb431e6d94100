import type { Catalogue } from '../catalogue'
import type { Id } from '../id'
import { referencesTo, type Reference } from './references'
import { mapChanged } from './lists'
import { dropThing, withFields, type Editable } from './things'

export type Removal =
  | { removed: true; catalogue: Catalogue }
  /** Nothing was changed: these would have led nowhere. */
  | { removed: false; references: Reference[] }

/** Removes a thing, unless something refers to it: then it says what. */
export function removeThing(catalogue: Catalogue, thing: Editable): Removal {
  const references = referencesTo(catalogue, thing)
  if (references.length > 0) return { removed: false, references }
  return { removed: true, catalogue: dropThing(catalogue, thing) }
}

/**
 * Takes away what refers to a thing and can go without taking more with it: requirements, related skills,
 * needs of strands, moves, successions, whom the notice is for. A post keeps its role and unit, a
 * role its family and ladder, a skill its groups: those a person changes first, and `removeThing` says so.
 */
export function withoutReferences(catalogue: Catalogue, { of, id, when = 'after' }: Editable): Catalogue {
  if (of === 'skill') return withoutSkill(catalogue, id)
  if (of === 'role') {
    const moves = catalogue.moves.filter(({ from, to }) => from !== id && to !== id)
    return withoutNotice({ ...catalogue, moves }, 'roles', id)
  }
  if (of === 'family') return withoutNotice(catalogue, 'families', id)
  if (of !== 'post') return catalogue
  const successions =
    when === 'before'
      ? catalogue.successions.filter(({ from }) => from !== id)
      : catalogue.successions
          .map((one) => (one.to.includes(id) ? { ...one, to: one.to.filter((post) => post !== id) } : one))
          .filter(({ to }) => to.length > 0)
  return { ...catalogue, successions }
}

function withoutSkill(catalogue: Catalogue, id: Id): Catalogue {
  const apart = <T extends { skill: Id }>(list: T[]): T[] =>
    list.some(({ skill }) => skill === id) ? list.filter(({ skill }) => skill !== id) : list
  const frameworks = mapChanged(catalogue.frameworks, (framework) => {
    const roles = mapChanged(framework.roles, (role) => {
      const requirements = apart(role.requirements)
      return requirements === role.requirements ? role : { ...role, requirements }
    })
    const skills = mapChanged(framework.skills, (skill) =>
      skill.related?.includes(id)
        ? { ...skill, related: skill.related.filter((other) => other !== id) }
        : skill,
    )
    return roles === framework.roles && skills === framework.skills
      ? framework
      : { ...framework, roles, skills }
  })
  const strands = mapChanged(catalogue.strands, (strand) => {
    const needs = apart(strand.needs)
    return needs === strand.needs ? strand : { ...strand, needs }
  })
  return { ...catalogue, frameworks, strands }
}

/** A notice that was for one role or family only stays, for everyone: better told to too many than to nobody. */
function withoutNotice(catalogue: Catalogue, field: 'roles' | 'families', id: Id): Catalogue {
  const ids = catalogue.notice?.[field]
  if (catalogue.notice === undefined || !ids?.includes(id)) return catalogue
  const left = ids.filter((other) => other !== id)
  return {
    ...catalogue,
    notice: withFields(catalogue.notice, { [field]: left.length > 0 ? left : undefined }),
  }
}

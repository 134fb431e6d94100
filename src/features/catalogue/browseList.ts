import type { Framework } from '../../domain/framework'
import type { Id } from '../../domain/id'
import type { RoleProfile } from '../../domain/role'
import type { Skill } from '../../domain/skill'

/** One heading of the list, with its entries in one or more runs. */
export interface BrowseSection {
  id: Id
  name: string
  runs: { id: Id; name?: string; entries: { id: Id; name: string }[] }[]
}

/** Skills under every group they are in, in the framework's order; those in no group at the end. */
export function skillSections({ groups, skills }: Pick<Framework, 'groups' | 'skills'>): BrowseSection[] {
  const byGroup = new Map<Id, Skill[]>(groups.map(({ id }) => [id, []]))
  for (const skill of skills) for (const group of skill.groups) byGroup.get(group)?.push(skill)
  const loose = skills.filter((skill) => skill.groups.length === 0)
  return [
    ...groups.map(({ id, name }) => ({ id, name, entries: byGroup.get(id) ?? [] })),
    { ...NO_GROUP, entries: loose },
  ]
    .filter(({ entries }) => entries.length > 0)
    .map(({ id, name, entries }) => ({ id, name, runs: [{ id, entries }] }))
}

const NO_GROUP = { id: 'no-group', name: 'In no group' }

/** Roles under their family; those of one ladder together, the most junior first. */
export function roleSections(framework: Framework): BrowseSection[] {
  return framework.families.flatMap(({ id, name }) => {
    const ofFamily = framework.roles.filter(({ family }) => family === id)
    if (ofFamily.length === 0) return []
    const ladders = framework.ladders.filter(({ family }) => family === id)
    const loose = ofFamily.filter(({ ladder }) => !ladders.some((each) => each.id === ladder))
    const runs = ladders.map((ladder) => ({
      id: ladder.id,
      name: ladder.name,
      entries: rising(ofFamily.filter((role) => role.ladder === ladder.id)),
    }))
    return [
      {
        id,
        name,
        runs: [{ id, entries: rising(loose) }, ...runs].filter(({ entries }) => entries.length > 0),
      },
    ]
  })
}

function rising(roles: RoleProfile[]): RoleProfile[] {
  return roles.toSorted((a, b) => a.seniority - b.seniority)
}

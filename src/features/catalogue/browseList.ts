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

/** Things whose name or text holds every word typed. */
export function found<T>(things: readonly T[], typed: string, textOf: (thing: T) => string): T[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return things.filter((thing) => {
    const text = textOf(thing).toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** Skills under every group they are in, in the framework's order. */
export function skillSections(framework: Framework, skills: readonly Skill[]): BrowseSection[] {
  return framework.groups.flatMap(({ id, name }) => {
    const entries = skills.filter(({ groups }) => groups.includes(id))
    return entries.length === 0 ? [] : [{ id, name, runs: [{ id, entries }] }]
  })
}

/** Roles under their family; those of one ladder together, the most junior first. */
export function roleSections(framework: Framework, roles: readonly RoleProfile[]): BrowseSection[] {
  return framework.families.flatMap(({ id, name }) => {
    const ofFamily = roles.filter(({ family }) => family === id)
    if (ofFamily.length === 0) return []
    const ladders = framework.ladders.filter(({ family }) => family === id)
    const loose = ofFamily.filter(({ ladder }) => !ladders.some((each) => each.id === ladder))
    const runs = ladders.map((ladder) => ({
      id: ladder.id,
      name: ladder.name,
      entries: rising(ofFamily.filter((role) => role.ladder === ladder.id)),
    }))
    return [{ id, name, runs: [{ id, entries: rising(loose) }, ...runs].filter(({ entries }) => entries.length > 0) }]
  })
}

function rising(roles: RoleProfile[]): RoleProfile[] {
  return roles.toSorted((a, b) => a.seniority - b.seniority)
}

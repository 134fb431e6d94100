import type { PublishedRelease } from '../../../contract/release'
import type { Catalogue } from '../../../domain/catalogue'
import type { Id } from '../../../domain/id'

/** A group of skills, as the places of its skills in the release. */
export interface ReleasedGroup {
  id: Id
  name: string
  skills: number[]
}

/** What the ids of a release are called. */
export interface ReleaseNames {
  skills: ReadonlyMap<Id, string>
  units: ReadonlyMap<Id, string>
  families: ReadonlyMap<Id, string>
  groups: ReleasedGroup[]
}

/** Names from the catalogue that the release pins. Without it ids stand for themselves, and skills in no group. */
export function namesFor(release: PublishedRelease, catalogue: Catalogue | undefined): ReleaseNames {
  const frameworks = catalogue?.frameworks ?? []
  const skills = frameworks.flatMap((framework) => framework.skills)
  const groupOf = new Map(skills.map((skill) => [skill.id, skill.groups[0]]))
  const named = (things: readonly { id: Id; name: string }[]) =>
    new Map(things.map(({ id, name }) => [id, name]))
  return {
    skills: named(skills),
    units: named(catalogue?.after.units ?? []),
    families: named(frameworks.flatMap((framework) => framework.families)),
    groups: frameworks
      .flatMap((framework) => framework.groups)
      .map(({ id, name }) => ({
        id,
        name,
        skills: release.skills.flatMap((skill, place) => (groupOf.get(skill) === id ? [place] : [])),
      }))
      .filter((group) => group.skills.length > 0),
  }
}

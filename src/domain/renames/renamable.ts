import type { Framework } from '../framework'
import type { Id } from '../id'
import { wordBag, type WordBag } from './similarity'

/** The kinds whose ids come from names where a publisher gives no codes. */
export const RENAMABLE = ['group', 'family', 'ladder', 'skill', 'role'] as const
export type Renamable = (typeof RENAMABLE)[number]

/** One thing of a framework, as far as it can be recognised under another name. */
export interface Candidate {
  id: Id
  name: string
  /** Names of the groups it is in, or of its family and ladder: where it stands. */
  places: ReadonlySet<string>
  nameWords: WordBag
  textWords: WordBag
}

export function candidates(framework: Framework, kind: Renamable): Candidate[] {
  const { groups, families, ladders } = framework
  const nameOf = new Map([...groups, ...families, ...ladders].map(({ id, name }) => [id, name]))
  const placesOf = (ids: readonly (Id | undefined)[]) =>
    ids.flatMap((id) => (id === undefined ? [] : [id, nameOf.get(id) ?? id]))
  const made = (
    thing: { id: Id; name: string },
    text: string,
    places: readonly string[] = [],
  ): Candidate => ({
    id: thing.id,
    name: thing.name,
    places: new Set(places),
    nameWords: wordBag(thing.name),
    textWords: wordBag(text),
  })
  switch (kind) {
    case 'group':
      return groups.map((group) => {
        const members = framework.skills.filter((skill) => skill.groups.includes(group.id))
        return made(group, saidOf(members.map(({ name, summary }) => ({ name, text: summary }))))
      })
    case 'family':
      return families.map((family) => {
        const members = framework.roles.filter((role) => role.family === family.id)
        return made(family, saidOf(members.map(({ name, purpose }) => ({ name, text: purpose }))))
      })
    case 'ladder':
      return ladders.map((ladder) => made(ladder, ladder.summary ?? '', placesOf([ladder.family])))
    case 'skill':
      return framework.skills.map((skill) => {
        const statements = skill.descriptors.flatMap((descriptor) => descriptor.statements)
        return made(skill, [skill.summary, ...statements].join(' '), placesOf(skill.groups))
      })
    case 'role':
      return framework.roles.map((role) => made(role, role.purpose, placesOf([role.family, role.ladder])))
  }
}

/** A group or family is known by what is said of everything in it. */
function saidOf(things: readonly { name: string; text: string }[]): string {
  return things.map(({ name, text }) => `${name} ${text}`).join(' ')
}

import type { Catalogue } from '../catalogue'
import type { Thing } from '../difference/change'
import type { Id } from '../id'
import { namesIn, type Names } from '../names'
import type { Structure } from '../structure'
import type { Editable } from './things'

/** Something that would lead nowhere if a thing were removed. */
export interface Reference {
  /** What refers to it, where that is a thing with a page of its own. */
  by?: Thing
  /** As a person would say it: `Role Gardener asks it`. */
  words: string
}

/** Everything in the catalogue that refers to one thing. */
export function referencesTo(catalogue: Catalogue, thing: Editable): Reference[] {
  const names = namesIn(catalogue)
  switch (thing.of) {
    case 'skill':
      return toSkill(catalogue, thing.id)
    case 'role':
      return toRole(catalogue, thing.id, names)
    case 'group':
      return inFrameworks(catalogue, ({ skills }) =>
        skills
          .filter((skill) => skill.groups.includes(thing.id))
          .map((skill) => by('skill', skill, 'stands in it')),
      )
    case 'family':
      return [
        ...inFrameworks(catalogue, ({ roles, ladders }) => [
          ...ladders.filter(({ family }) => family === thing.id).map((one) => by('ladder', one, 'is of it')),
          ...roles.filter(({ family }) => family === thing.id).map((one) => by('role', one, 'is of it')),
        ]),
        ...(catalogue.notice?.families?.includes(thing.id) ? [{ words: 'The notice is for it' }] : []),
      ]
    case 'ladder':
      return inFrameworks(catalogue, ({ roles }) =>
        roles.filter(({ ladder }) => ladder === thing.id).map((role) => by('role', role, 'stands on it')),
      )
    case 'unit':
      return toUnit(catalogue[thing.when ?? 'after'], thing)
    case 'post':
      return toPost(catalogue, thing, names)
    case 'strand':
      return []
  }
}

const KIND_WORD = {
  skill: 'Skill',
  role: 'Role',
  ladder: 'Ladder',
  unit: 'Unit',
  post: 'Post',
  strand: 'Strand',
}

function by(
  of: keyof typeof KIND_WORD,
  { id, name }: { id: Id; name: string },
  does: string,
  when?: Thing['when'],
): Reference {
  return { by: { of, id, ...(when && { when }) }, words: `${KIND_WORD[of]} ${name} ${does}` }
}

function inFrameworks(
  { frameworks }: Catalogue,
  find: (framework: Catalogue['frameworks'][number]) => Reference[],
): Reference[] {
  return frameworks.flatMap(find)
}

function toSkill(catalogue: Catalogue, id: Id): Reference[] {
  const fromFrameworks = inFrameworks(catalogue, ({ roles, skills }) => [
    ...roles
      .filter(({ requirements }) => requirements.some(({ skill }) => skill === id))
      .map((role) => by('role', role, 'asks it')),
    ...skills
      .filter(({ related }) => related?.includes(id))
      .map((skill) => by('skill', skill, 'is related to it')),
  ])
  const strands = catalogue.strands.filter(({ needs }) => needs.some(({ skill }) => skill === id))
  return [...fromFrameworks, ...strands.map((strand) => by('strand', strand, 'needs it'))]
}

function toRole(catalogue: Catalogue, id: Id, names: Names): Reference[] {
  const posts = (['before', 'after'] as const).flatMap((when) =>
    catalogue[when].posts.filter(({ role }) => role === id).map((post) => by('post', post, 'has it', when)),
  )
  const moves = catalogue.moves
    .filter(({ from, to }) => from === id || to === id)
    .map(({ from, to }) => ({
      words: `A move leads from ${names.of('role', from)} to ${names.of('role', to)}`,
    }))
  const told = catalogue.notice?.roles?.includes(id) ? [{ words: 'The notice is for it' }] : []
  return [...posts, ...moves, ...told]
}

function toUnit({ units, posts }: Structure, { id, when = 'after' }: Editable): Reference[] {
  return [
    ...units.filter(({ parent }) => parent === id).map((unit) => by('unit', unit, 'is inside it', when)),
    ...posts.filter(({ unit }) => unit === id).map((post) => by('post', post, 'is in it', when)),
  ]
}

function toPost({ successions }: Catalogue, { id, when = 'after' }: Editable, names: Names): Reference[] {
  if (when === 'before') {
    return successions.some(({ from }) => from === id)
      ? [{ words: 'It is said which new posts it leads to' }]
      : []
  }
  return successions
    .filter(({ to }) => to.includes(id))
    .map(({ from }) => ({ words: `The old post ${names.of('post', from)} leads to it` }))
}

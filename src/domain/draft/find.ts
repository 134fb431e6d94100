import type { Framework } from '../framework'
import type { Id } from '../id'
import type { NameSource } from '../names'
import type { Scale } from '../scale'
import type { Editable, EditableKind, ThingOf } from './things'

type Where = 'before' | 'after'

const inEach =
  <T>(listOf: (framework: Framework) => T[]) =>
  ({ frameworks }: NameSource): T[] =>
    frameworks.flatMap(listOf)

const LISTS: { [K in EditableKind]: (source: NameSource, when: Where) => ThingOf[K][] } = {
  group: inEach(({ groups }) => groups),
  skill: inEach(({ skills }) => skills),
  family: inEach(({ families }) => families),
  ladder: inEach(({ ladders }) => ladders),
  role: inEach(({ roles }) => roles),
  unit: (source, when) => source[when]?.units ?? [],
  post: (source, when) => source[when]?.posts ?? [],
  strand: ({ strands }) => strands ?? [],
}

/** All things of one kind; units and posts of one structure, the new one unless told. */
export function thingsOf<K extends EditableKind>(
  source: NameSource,
  of: K,
  when: Where = 'after',
): ThingOf[K][] {
  return LISTS[of](source, when)
}

/** One thing as it stands; undefined where there is none. */
export function findThing<K extends EditableKind>(
  source: NameSource,
  { of, id, when }: Editable<K>,
): ThingOf[K] | undefined {
  return thingsOf(source, of, when).find((thing) => thing.id === id)
}

/** The framework that a skill, role, group, family or ladder stands in. */
export function frameworkWith(source: NameSource, id: Id): Framework | undefined {
  return source.frameworks.find(({ groups, skills, families, ladders, roles }) =>
    [groups, skills, families, ladders, roles].some((list) => list.some((thing) => thing.id === id)),
  )
}

/** The scale on which a skill is rated. */
export function scaleOf(source: NameSource, skill: Id): Scale | undefined {
  return source.frameworks.find(({ skills }) => skills.some(({ id }) => id === skill))?.scale
}

import type { Catalogue } from '../catalogue'
import type { Thing } from '../difference/change'
import { idFrom, type Id } from '../id'
import type { ThingKind } from '../names'
import type { Family, Ladder, RoleProfile } from '../role'
import type { Skill, SkillGroup } from '../skill'
import type { Strand } from '../strand'
import type { Post, Unit } from '../structure'
import { mapChanged } from './lists'

/** What a person edits by name in a draft, by kind. */
export interface ThingOf {
  group: SkillGroup
  skill: Skill
  family: Family
  ladder: Ladder
  role: RoleProfile
  unit: Unit
  post: Post
  strand: Strand
}

export type EditableKind = keyof ThingOf

/** An editable thing; a unit or post says of which structure, the new one unless told. */
export interface Editable<K extends EditableKind = EditableKind> extends Thing {
  of: K
}

interface Named {
  id: Id
  name: string
}

const IN_FRAMEWORK: Partial<Record<ThingKind, 'groups' | 'skills' | 'families' | 'ladders' | 'roles'>> = {
  group: 'groups',
  skill: 'skills',
  family: 'families',
  ladder: 'ladders',
  role: 'roles',
}

/**
 * The catalogue with every list of one kind passed through `change`; lists it gives back as they are,
 * and all that holds only such lists, stay the same objects.
 */
function withLists(
  catalogue: Catalogue,
  { of, when = 'after' }: Pick<Thing, 'of' | 'when'>,
  change: (things: Named[], framework?: Id) => Named[],
): Catalogue {
  const field = IN_FRAMEWORK[of]
  if (field !== undefined) {
    const frameworks = mapChanged(catalogue.frameworks, (framework) =>
      withField(framework, field, change(framework[field], framework.key)),
    )
    return withField(catalogue, 'frameworks', frameworks)
  }
  if (of === 'strand') return withField(catalogue, 'strands', change(catalogue.strands))
  const list = of === 'unit' ? 'units' : 'posts'
  const structure = catalogue[when]
  return withField(catalogue, when, withField(structure, list, change(structure[list])))
}

/** The object with one field set; the same object when that is its value already. */
export function withField<T extends object>(object: T, field: keyof T, value: unknown): T {
  return object[field] === value ? object : { ...object, [field]: value }
}

/** The object with these fields; a field set to undefined is left out. */
export function withFields<T extends object>(object: T, fields: Partial<NoInfer<T>>): T {
  const kept = Object.entries({ ...object, ...fields }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(kept) as T
}

/** Changes some fields of one thing. Its id stays; a field set to undefined is taken away. */
export function editThing<K extends EditableKind>(
  catalogue: Catalogue,
  thing: Editable<K>,
  fields: Partial<Omit<ThingOf[K], 'id'>>,
): Catalogue {
  return reviseThing(catalogue, thing, (one) => withFields(one, fields as Partial<ThingOf[K]>))
}

/** Changes one thing by what it is now. */
export function reviseThing<K extends EditableKind>(
  catalogue: Catalogue,
  thing: Editable<K>,
  revise: (one: ThingOf[K]) => ThingOf[K],
): Catalogue {
  return withLists(catalogue, thing, (things) =>
    mapChanged(things, (one) => (one.id === thing.id ? revise(one as ThingOf[K]) : one)),
  )
}

/** Puts a new thing at the end of its list: of its framework, its structure, or the catalogue. */
export function addThing<K extends EditableKind>(
  catalogue: Catalogue,
  where: { of: K; framework?: Id; when?: Thing['when'] },
  thing: ThingOf[K],
): Catalogue {
  return withLists(catalogue, where, (things, framework) =>
    framework === where.framework || framework === undefined ? [...things, thing] : things,
  )
}

/** Takes a thing out, and nothing else; `removeThing` looks first at what refers to it. */
export function dropThing(catalogue: Catalogue, thing: Editable): Catalogue {
  return withLists(catalogue, thing, (things) => {
    const left = things.filter(({ id }) => id !== thing.id)
    return left.length === things.length ? things : left
  })
}

/**
 * An id for a new thing of one kind, made of the framework's key and the name; with a number where
 * another thing of that kind has it.
 * @throws RangeError when the name holds no letter or digit to make an id from.
 */
export function newId(catalogue: Catalogue, of: EditableKind, framework: Id, name: string): Id {
  const apart = of === 'unit' || of === 'post' || of === 'strand' ? [of] : []
  const plain = idFrom(framework, ...apart, name)
  if (plain === idFrom(framework, ...apart))
    throw new RangeError(`“${name}” has no letter or digit to make an id from.`)
  const taken = new Set<Id>()
  for (const when of ['before', 'after'] as const) {
    withLists(catalogue, { of, when }, (things) => {
      for (const { id } of things) taken.add(id)
      return things
    })
  }
  let id = plain
  for (let count = 2; taken.has(id); count += 1) id = idFrom(plain.slice(0, 90), String(count))
  return id
}

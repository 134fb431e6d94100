import type { Catalogue } from '../../domain/catalogue'
import { frameworkWith, scaleOf, thingsOf } from '../../domain/draft/find'
import type { Framework } from '../../domain/framework'
import type { Id } from '../../domain/id'
import type { Choice } from './fields/ChoiceField.vue'

/** Every skill under its group, for a native list; those in `except` are left out. */
export function skillChoices({ frameworks }: Catalogue, except: readonly Id[] = []): Choice[] {
  return frameworks.flatMap(({ groups, skills }) =>
    grouped(groups, skills, ({ groups: [first] }) => first).filter(({ value }) => !except.includes(value)),
  )
}

/** Every role under its family. */
export function roleChoices({ frameworks }: Catalogue, except: readonly Id[] = []): Choice[] {
  return frameworks.flatMap(({ families, roles }) =>
    grouped(families, roles, ({ family }) => family).filter(({ value }) => !except.includes(value)),
  )
}

/** The units or posts of one structure. */
export function structureChoices(
  catalogue: Catalogue,
  of: 'unit' | 'post',
  when: 'before' | 'after',
  except: readonly Id[] = [],
): Choice[] {
  return choicesOf(thingsOf(catalogue, of, when).filter(({ id }) => !except.includes(id)))
}

/** The groups, families or ladders of the framework that a thing stands in. */
export function siblingsOf(catalogue: Catalogue, id: Id, list: 'groups' | 'families' | 'ladders'): Choice[] {
  return choicesOf((frameworkWith(catalogue, id) as Framework | undefined)?.[list] ?? [])
}

/** The levels on which a skill is rated. */
export function levelChoices(catalogue: Catalogue, skill: Id): Choice[] {
  const levels = scaleOf(catalogue, skill)?.levels ?? []
  return levels.map(({ ordinal, label }) => ({ value: String(ordinal), label: `${ordinal} ${label}` }))
}

export function choicesOf(things: readonly { id: Id; name: string }[]): Choice[] {
  return things.map(({ id, name }) => ({ value: id, label: name }))
}

function grouped<T extends { id: Id; name: string }>(
  groups: readonly { id: Id; name: string }[],
  things: readonly T[],
  groupOf: (thing: T) => Id | undefined,
): Choice[] {
  const names = new Map(groups.map(({ id, name }) => [id, name]))
  const order = [...groups.map(({ id }) => id as Id | undefined), undefined]
  const at = (thing: T) => order.indexOf(names.has(groupOf(thing) ?? '') ? groupOf(thing) : undefined)
  return things
    .toSorted((a, b) => at(a) - at(b))
    .map((thing) => {
      const group = names.get(groupOf(thing) ?? '')
      return { value: thing.id, label: thing.name, ...(group !== undefined && { group }) }
    })
}

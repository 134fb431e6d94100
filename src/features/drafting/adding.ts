import type { Catalogue } from '../../domain/catalogue'
import { addThing, newId, type Editable, type EditableKind, type ThingOf } from '../../domain/draft/things'
import type { Id } from '../../domain/id'

/** What a new thing is called and where it goes. */
export interface NewThing {
  of: EditableKind
  name: string
  /** The group, family or unit it stands in, where its kind stands in one. */
  inside?: Id
  when?: 'before' | 'after'
}

/**
 * The catalogue with a new thing that has a name, a place and nothing else yet, and what it is.
 * @throws RangeError, a sentence for the person, where the name gives no id or the place is not there.
 */
export function withNew(
  catalogue: Catalogue,
  { of, name, inside, when }: NewThing,
): { catalogue: Catalogue; thing: Editable } {
  const framework =
    catalogue.frameworks.find(({ groups, families }) =>
      [...groups, ...families].some(({ id }) => id === inside),
    ) ?? catalogue.frameworks[0]
  if (framework === undefined) throw new RangeError('There is no framework to add it to.')
  const { key } = framework
  const id = newId(catalogue, of, key, name)
  const made = { id, name: name.trim() }
  const put = <K extends EditableKind>(kind: K, thing: ThingOf[K]) =>
    addThing(catalogue, { of: kind, framework: key, ...(when && { when }) }, thing)
  const thing: Editable = { of, id, ...(when && { when }) }
  const place = () => {
    if (inside === undefined) throw new RangeError(`Say where the ${of} belongs.`)
    return inside
  }
  switch (of) {
    case 'skill':
      return { thing, catalogue: put('skill', { ...made, summary: '', groups: [place()], descriptors: [] }) }
    case 'role':
      return {
        thing,
        catalogue: put('role', { ...made, family: place(), seniority: 1, purpose: '', requirements: [] }),
      }
    case 'ladder':
      return { thing, catalogue: put('ladder', { ...made, family: place() }) }
    case 'post': {
      const role = framework.roles[0]
      if (role === undefined) throw new RangeError('A post has a role, and there is none yet.')
      return { thing, catalogue: put('post', { ...made, role: role.id, unit: place(), headcount: 1 }) }
    }
    case 'unit':
      return { thing, catalogue: put('unit', { ...made, ...(inside && { parent: inside }) }) }
    case 'strand':
      return { thing, catalogue: put('strand', { ...made, purpose: '', needs: [] }) }
    case 'group':
    case 'family':
      return { thing, catalogue: put(of, made) }
  }
}

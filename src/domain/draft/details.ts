import type { Catalogue } from '../catalogue'
import { editsBetween } from '../difference/edit'
import { FRAMEWORK_SHAPE } from '../difference/shape'
import type { Framework } from '../framework'
import type { Id } from '../id'
import type { Structure } from '../structure'
import { mapChanged } from './lists'
import { withFields } from './things'

/** Changes what is said once of the catalogue; a notice set to undefined is taken away. */
export function editCatalogue(
  catalogue: Catalogue,
  fields: Partial<Pick<Catalogue, 'title' | 'edition' | 'notice'>>,
): Catalogue {
  return withFields(catalogue, fields)
}

export function editStructure(
  catalogue: Catalogue,
  when: 'before' | 'after',
  fields: Partial<Pick<Structure, 'title' | 'inConsultation'>>,
): Catalogue {
  return { ...catalogue, [when]: withFields(catalogue[when], fields) }
}

export function editFramework(
  catalogue: Catalogue,
  key: Id,
  fields: Partial<Pick<Framework, 'title' | 'publisher' | 'licence' | 'scale'>>,
): Catalogue {
  return withFrameworks(catalogue, (one) => (one.key === key ? withFields(one, fields) : one))
}

/** Puts a framework in place of the one with its key, or adds it: how a publisher's next edition comes in. */
export function putFramework(catalogue: Catalogue, framework: Framework): Catalogue {
  if (!catalogue.frameworks.some(({ key }) => key === framework.key)) {
    return { ...catalogue, frameworks: [...catalogue.frameworks, framework] }
  }
  return withFrameworks(catalogue, (one) => (one.key === framework.key ? framework : one))
}

/**
 * The draft as a new edition: each framework that differs from the published one and still has its
 * version gets the edition's name as its version. Ratings say on which version they were made, so a framework
 * may not change under one version.
 */
export function asEdition(draft: Catalogue, published: Catalogue, edition: string): Catalogue {
  const old = new Map(published.frameworks.map((framework) => [framework.key, framework]))
  const named = withFrameworks(draft, (one) => {
    const was = old.get(one.key)
    if (was === undefined || was.version !== one.version) return one
    return editsBetween(was, one, FRAMEWORK_SHAPE).length === 0 ? one : { ...one, version: edition }
  })
  return { ...named, edition }
}

function withFrameworks(catalogue: Catalogue, change: (framework: Framework) => Framework): Catalogue {
  return { ...catalogue, frameworks: mapChanged(catalogue.frameworks, change) }
}

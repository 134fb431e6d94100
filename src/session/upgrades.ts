import type { Catalogue } from '../domain/catalogue'
import { frameworkRef, type Framework } from '../domain/framework'
import type { Id } from '../domain/id'

/** Frameworks as they are now, and as they were on this laptop before. */
export interface Upgrade {
  /** Earlier versions, in the order in which they were in use. */
  before: Framework[]
  after: Framework[]
  /** When those of now came into use, as an ISO 8601 instant; absent where nobody wrote it down. */
  since?: string
}

interface Used {
  catalogue: Catalogue
  since?: string
}

interface Imported {
  framework: Framework
  importedAt: string
}

/**
 * What came after what on one laptop. `used` are the catalogues in the order of their use, the one in use
 * last; `imported` every edition imported, in any order. The published catalogue is one upgrade, because its
 * roles may ask for skills of all its frameworks; each imported framework that it does not hold is another.
 */
export function upgradesOn(used: readonly Used[], imported: readonly Imported[]): Upgrade[] {
  const current = used.at(-1)
  const published = current?.catalogue.frameworks ?? []
  const keys = new Set(published.map(({ key }) => key))
  const earlier = used.slice(0, -1).flatMap(({ catalogue }) => catalogue.frameworks)
  const inOrder = [...imported].sort((a, b) => a.importedAt.localeCompare(b.importedAt))
  const own = inOrder.filter(({ framework }) => keys.has(framework.key)).map(({ framework }) => framework)
  const others = [...new Set(inOrder.map(({ framework }) => framework.key))].filter((key) => !keys.has(key))
  return [
    { before: different([...own, ...earlier]), after: published, since: current?.since },
    ...others.map((key) => ofImported(key, inOrder, earlier)),
  ].filter(({ before }) => before.length > 0)
}

function ofImported(key: Id, imported: readonly Imported[], earlier: readonly Framework[]): Upgrade {
  const editions = imported.filter(({ framework }) => framework.key === key)
  const published = earlier.filter((framework) => framework.key === key)
  const before = [...published, ...editions.slice(0, -1).map(({ framework }) => framework)]
  const latest = editions.slice(-1)
  return {
    before: different(before),
    after: latest.map(({ framework }) => framework),
    since: latest[0]?.importedAt,
  }
}

/** Each version once, where it stood last. */
function different(frameworks: readonly Framework[]): Framework[] {
  const byRef = new Map<string, Framework>()
  for (const framework of frameworks) {
    const ref = frameworkRef(framework)
    byRef.delete(ref)
    byRef.set(ref, framework)
  }
  return [...byRef.values()]
}

import { search } from '../domain/search'
import type { Framework } from '../domain/framework'

/** Something that can be gone to by name. */
export interface Destination {
  kind: 'page' | 'role' | 'skill'
  name: string
  to: string
}

const OF_A_KIND = 8

/**
 * Pages, roles and skills whose words begin with those typed, pages first and at most eight of a kind; the pages alone
 * while nothing is typed.
 */
export function destinations(
  pages: readonly Destination[],
  frameworks: readonly Framework[],
  typed: string,
): Destination[] {
  if (typed.trim() === '') return [...pages]
  const findable = pages.map((page) => ({ ...page, purpose: '' }))
  const roles = search(
    frameworks.map(({ roles }) => roles),
    typed,
  ).slice(0, OF_A_KIND)
  const skills = search(
    frameworks.map(({ skills }) => skills),
    typed,
  ).slice(0, OF_A_KIND)
  return [
    ...search([findable], typed).map(({ kind, name, to }) => ({ kind, name, to })),
    ...roles.map(({ id, name }) => ({ kind: 'role' as const, name, to: `/catalogue/roles/${id}` })),
    ...skills.map(({ id, name }) => ({ kind: 'skill' as const, name, to: `/catalogue/skills/${id}` })),
  ]
}

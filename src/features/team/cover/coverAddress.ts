import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import type { Id } from '../../../domain/id'
import type { SkillScope } from '../../../domain/team/view'

export const VIEWS = ['skills', 'resting', 'wishes', 'mentors', 'certificates'] as const
export type CoverView = (typeof VIEWS)[number]

export const SHOWN = ['all', 'nobody', 'one', 'two', 'doubtful'] as const
/** Which skills are shown by the state of their cover; `doubtful`: resting on what is old or unsure. */
export type Shown = (typeof SHOWN)[number]

export const ORDERS = ['fewest', 'group', 'name'] as const
export type CoverOrder = (typeof ORDERS)[number]

/** Which skills a page of the team's sums is about. */
export interface SkillFilter {
  scope: SkillScope
  group?: Id
}

/** What the address of the Cover page says, so that a view can be kept, sent and gone back to. */
export interface CoverAddress extends SkillFilter {
  view: CoverView
  shown: Shown
  order: CoverOrder
}

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** Reads the address; what is no such thing counts as not said. */
export function readAddress(query: LocationQuery): CoverAddress {
  const { view, show, order } = query
  return {
    ...readFilter(query),
    view: oneOf(VIEWS, view) ?? 'skills',
    shown: oneOf(SHOWN, show) ?? 'all',
    order: oneOf(ORDERS, order) ?? 'fewest',
  }
}

/** The address of a view; what is usual is left out of it. */
export function writeAddress({ view, scope, group, shown, order }: CoverAddress): LocationQueryRaw {
  return {
    ...writeFilter({ scope, group }),
    ...(view !== 'skills' && { view }),
    ...(shown !== 'all' && { show: shown }),
    ...(order !== 'fewest' && { order }),
  }
}

export function readFilter({ of, group }: LocationQuery): SkillFilter {
  return { scope: readScope(of), ...(isId(group) && { group }) }
}

export function writeFilter({ scope, group }: SkillFilter): LocationQueryRaw {
  return { ...(scope.of !== 'team' && { of: writeScope(scope) }), ...(group && { group }) }
}

/** `team`, `all`, `strand:county-resilience`. */
export function writeScope(scope: SkillScope): string {
  return 'id' in scope ? `${scope.of}:${scope.id}` : scope.of
}

export function readScope(written: unknown): SkillScope {
  if (written === 'all') return { of: 'all' }
  const id = typeof written === 'string' && written.startsWith('strand:') ? written.slice(7) : undefined
  return isId(id) ? { of: 'strand', id } : { of: 'team' }
}

function oneOf<T extends string>(allowed: readonly T[], value: unknown): T | undefined {
  return allowed.find((each) => each === value)
}

function isId(value: unknown): value is Id {
  return typeof value === 'string' && ID.test(value)
}

import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import { isId, type Id } from '../../../domain/id'
import {
  PEOPLE_GROUPINGS,
  USUAL_VIEW,
  type PeopleOrder,
  type SkillOrder,
  type SkillScope,
  type TeamView,
} from '../../../domain/team/view'

/** Reads the view that an address holds; what is no such thing counts as not said. */
export function readView(query: LocationQuery): TeamView {
  const { skills, words, role, unit, least, people, group, order, groups, turned, compact } = query
  const atLeast = typeof least === 'string' && /^\d{1,2}$/.test(least) ? Number(least) : undefined
  return {
    scope: readScope(skills),
    text: typeof words === 'string' ? words.slice(0, 100) : '',
    ...idAs('role', role),
    ...idAs('unit', unit),
    ...(atLeast !== undefined && { atLeast }),
    people: readPeople(people),
    grouping: PEOPLE_GROUPINGS.find((one) => one === group) ?? 'none',
    skills: ORDERS.find((one) => one === order) ?? USUAL_VIEW.skills,
    skillGroups: groups !== 'no',
    turned: turned === 'yes',
    compact: compact === 'yes',
  }
}

const ORDERS: readonly SkillOrder[] = ['framework', 'name', 'able']

/** The address of a view; what is usual is left out of it. */
export function writeView(view: TeamView): LocationQueryRaw {
  return {
    ...(view.scope.of !== 'team' && { skills: writeScope(view.scope) }),
    ...(view.text !== '' && { words: view.text }),
    ...(view.role !== undefined && { role: view.role }),
    ...(view.unit !== undefined && { unit: view.unit }),
    ...(view.atLeast !== undefined && { least: String(view.atLeast) }),
    ...(view.people !== 'name' && { people: writePeople(view.people) }),
    ...(view.grouping !== 'none' && { group: view.grouping }),
    ...(view.skills !== 'framework' && { order: view.skills }),
    ...(!view.skillGroups && { groups: 'no' }),
    ...(view.turned && { turned: 'yes' }),
    ...(view.compact && { compact: 'yes' }),
  }
}

/** `all`, or `role.county-architect`: no id holds a dot. */
export function writeScope(scope: SkillScope): string {
  return 'id' in scope ? `${scope.of}.${scope.id}` : scope.of
}

export function readScope(value: unknown): SkillScope {
  if (typeof value !== 'string') return USUAL_VIEW.scope
  if (value === 'all') return { of: 'all' }
  const [of, id = ''] = value.split('.')
  return (of === 'role' || of === 'strand' || of === 'group') && isId(id) ? { of, id } : USUAL_VIEW.scope
}

/** `role`, or `highest.county-design`. */
function writePeople(order: PeopleOrder): string {
  return typeof order === 'string' ? order : `${order.first}.${order.skill}`
}

function readPeople(value: unknown): PeopleOrder {
  if (typeof value !== 'string') return 'name'
  if (value === 'role' || value === 'unit') return value
  const [first, skill = ''] = value.split('.')
  return (first === 'highest' || first === 'lowest') && isId(skill) ? { skill, first } : 'name'
}

function idAs<Key extends 'role' | 'unit'>(key: Key, value: unknown): { [K in Key]?: Id } {
  return (typeof value === 'string' && isId(value) ? { [key]: value } : {}) as { [K in Key]?: Id }
}

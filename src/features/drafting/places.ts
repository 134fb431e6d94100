import type { LocationQuery, RouteLocationRaw } from 'vue-router'
import type { Thing } from '../../domain/difference/change'
import type { Editable, EditableKind } from '../../domain/draft/things'
import type { Id } from '../../domain/id'

/** What a draft is edited in, part by part, in this order. */
export const DRAFT_PARTS = {
  skills: { label: 'Skills', kinds: ['skill', 'group'] },
  roles: { label: 'Roles', kinds: ['role', 'family', 'ladder'] },
  after: { label: 'New structure', kinds: ['post', 'unit'] },
  before: { label: 'Old structure', kinds: ['post', 'unit'] },
  moves: { label: 'Moves', kinds: [] },
  strands: { label: 'Strategy', kinds: ['strand'] },
  about: { label: 'Title and notice', kinds: [] },
} as const satisfies Record<string, { label: string; kinds: readonly EditableKind[] }>
export type DraftPart = keyof typeof DRAFT_PARTS

/** A place in the draft: a part of it, and the thing or the move that is being edited there. */
export interface Place {
  part: DraftPart
  thing?: Editable
  move?: { from: Id; to: Id }
}

const KIND_WORDS: Record<EditableKind, string> = {
  skill: 'skill',
  group: 'group of skills',
  role: 'role',
  family: 'role family',
  ladder: 'ladder of roles',
  post: 'post',
  unit: 'unit',
  strand: 'strand',
}

export function kindWord(of: EditableKind): string {
  return KIND_WORDS[of]
}

/** Reads `?part=roles&role=county-developer`; whatever cannot be read is the first part. */
export function placeIn(query: LocationQuery): Place {
  const part = one(query.part) ?? ''
  if (!isPart(part)) return { part: 'skills' }
  const [from, to] = [one(query.from), one(query.to)]
  if (part === 'moves') return from && to ? { part, move: { from, to } } : { part }
  for (const of of DRAFT_PARTS[part].kinds) {
    const id = one(query[of])
    if (id !== undefined) return { part, thing: { of, id, ...whenOf(part) } }
  }
  return { part }
}

/** The address of a place in the draft. */
export function addressOf({ part, thing, move }: Place): RouteLocationRaw {
  const query = { part, ...(thing && { [thing.of]: thing.id }), ...move }
  return { path: '/catalogue/draft', query }
}

/** Where a thing is edited; undefined for a framework, which has no form of its own. */
export function placeOfThing({ of, id, when = 'after' }: Thing): Place | undefined {
  if (of === 'framework') return undefined
  if (of === 'unit' || of === 'post') return { part: when, thing: { of, id, when } }
  if (of === 'strand') return { part: 'strands', thing: { of, id } }
  const part = of === 'skill' || of === 'group' ? 'skills' : 'roles'
  return { part, thing: { of, id } }
}

function isPart(text: string): text is DraftPart {
  return Object.hasOwn(DRAFT_PARTS, text)
}

function whenOf(part: DraftPart): Pick<Thing, 'when'> {
  return part === 'before' || part === 'after' ? { when: part } : {}
}

function one(value: LocationQuery[string] | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

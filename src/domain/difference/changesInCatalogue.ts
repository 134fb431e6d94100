import type { Notice } from '../catalogue'
import type { Id } from '../id'
import type { Move, MoveKind } from '../move'
import type { StrandNeed } from '../strand'
import type { Succession } from '../structure'
import type { Change } from './change'
import { changeInFramework, changeOfThing, membership } from './changesInFramework'
import type { Edit } from './edit'

/**
 * What one edit of a catalogue means; undefined for what means nothing to a reader, such as the
 * order in which the moves are stored.
 */
export function changeInCatalogue(edit: Edit): Change | undefined {
  const [part = '', id = '', ...inside] = edit.path
  switch (part) {
    case 'frameworks':
      return ofFrameworks(edit, id, inside)
    case 'before':
    case 'after':
      return ofStructure(edit, part, id, inside)
    case 'successions':
      return ofSuccession(edit, id, inside[0])
    case 'moves':
      return ofMove(edit, inside[0])
    case 'strands':
      return ofStrand(edit, id, inside)
    case 'notice':
      return { kind: 'notice', from: textOf(edit.before), to: textOf(edit.after) }
    default:
      return ofCatalogue(edit, part)
  }
}

function ofFrameworks(edit: Edit, key: Id, inside: readonly string[]): Change | undefined {
  if (key === '') return { kind: 'reordered', of: 'framework', in: 'catalogue' }
  if (inside.length === 0) return membership(edit, { of: 'framework', id: key })
  return changeInFramework(edit, key, inside)
}

function ofCatalogue(edit: Edit, what: string): Change | undefined {
  if (what !== 'title' && what !== 'edition' && what !== 'language') return undefined
  return { kind: 'catalogue-detail', what, from: String(edit.before), to: String(edit.after) }
}

function textOf(notice: unknown): string | undefined {
  return (notice as Notice | undefined)?.text
}

function ofStructure(edit: Edit, when: 'before' | 'after', list: string, inside: readonly string[]): Change {
  const [id, field] = inside
  if (list === 'title') {
    return { kind: 'structure-title', when, from: String(edit.before), to: String(edit.after) }
  }
  if (list === 'inConsultation') return { kind: 'consultation', when, open: edit.after === true }
  const of = list === 'units' ? 'unit' : 'post'
  if (id === undefined) return { kind: 'reordered', of, in: when }
  if (field === undefined) return membership(edit, { of, id, when })
  return of === 'unit' ? ofUnit(edit, id, when, field) : ofPost(edit, id, when, field)
}

function ofUnit(edit: Edit, unit: Id, when: 'before' | 'after', field: string): Change {
  if (field !== 'parent') return changeOfThing(edit, { of: 'unit', id: unit, when }, field)
  const [from, to] = [edit.before as Id | undefined, edit.after as Id | undefined]
  return { kind: 'unit-moved', unit, when, from, to }
}

function ofPost(edit: Edit, post: Id, when: 'before' | 'after', field: string): Change {
  const [from, to] = [edit.before, edit.after]
  if (field === 'headcount') return { kind: 'headcount', post, when, from: Number(from), to: Number(to) }
  if (field === 'role') return { kind: 'post-role', post, when, from: String(from), to: String(to) }
  if (field === 'unit') return { kind: 'post-unit', post, when, from: String(from), to: String(to) }
  if (field === 'grade') {
    return { kind: 'post-grade', post, when, from: from as string | undefined, to: to as string | undefined }
  }
  return changeOfThing(edit, { of: 'post', id: post, when }, field)
}

function ofSuccession(edit: Edit, post: Id, field?: string): Change | undefined {
  if (edit.kind === 'order') return undefined
  if (field === 'why') return { kind: 'succession-reason', post }
  const ends = (side: unknown): Id[] =>
    (field === 'to' ? (side as Id[] | undefined) : (side as Succession | undefined)?.to) ?? []
  return { kind: 'succession', post, from: ends(edit.before), to: ends(edit.after) }
}

function ofMove(edit: Edit, field?: string): Change | undefined {
  if (edit.kind === 'order') return undefined
  const [from = '', to = ''] = (edit.path[1] ?? '').split(' ')
  if (field === 'why') return { kind: 'move-reason', from, to }
  if (field === 'kind') {
    return { kind: 'move-kind', from, to, was: edit.before as MoveKind, is: edit.after as MoveKind }
  }
  const move = (edit.after ?? edit.before) as Move
  return { kind: edit.after === undefined ? 'move-removed' : 'move-added', from, to, as: move.kind }
}

function ofStrand(edit: Edit, strand: Id, inside: readonly string[]): Change | undefined {
  const [field, skill, need] = inside
  if (strand === '') return { kind: 'reordered', of: 'strand', in: 'catalogue' }
  if (field === undefined) return membership(edit, { of: 'strand', id: strand })
  if (field !== 'needs') return changeOfThing(edit, { of: 'strand', id: strand }, field)
  if (skill === undefined) return undefined
  const people = (side: unknown): number | undefined =>
    need === undefined ? (side as StrandNeed | undefined)?.headcount : (side as number)
  return { kind: 'strand-need', strand, skill, from: people(edit.before), to: people(edit.after) }
}

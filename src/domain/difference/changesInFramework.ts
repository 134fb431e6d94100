import type { Framework } from '../framework'
import type { Id } from '../id'
import type { ThingKind } from '../names'
import type { Requirement } from '../role'
import type { Change, Thing } from './change'
import type { Edit } from './edit'

const KIND_IN: Record<string, ThingKind> = {
  groups: 'group',
  skills: 'skill',
  families: 'family',
  ladders: 'ladder',
  roles: 'role',
}

/**
 * What one edit inside a framework means; undefined for the order of levels and requirements, which
 * means nothing. `path` is the rest of the edit's path, inside the framework.
 */
export function changeInFramework(edit: Edit, framework: Id, path: readonly string[]): Change | undefined {
  const [field = '', id = '', inside, key = '', last] = path
  const of = KIND_IN[field]
  if (of === undefined) return frameworkDetail(edit, framework, field)
  if (edit.kind === 'order')
    return inside === undefined ? { kind: 'reordered', of, in: framework } : undefined
  if (inside === undefined) return membership(edit, { of, id })
  if (of === 'skill') return changeOfSkill(edit, id, inside, Number(key), last)
  if (inside === 'requirements') return changeOfRequirement(edit, id, key, last)
  return changeOfThing(edit, { of, id }, inside)
}

/** A thing with a name that was added or removed. */
export function membership(edit: Edit, thing: Thing): Change {
  const named = (edit.after ?? edit.before) as { name?: string; title?: string }
  const name = named.name ?? named.title ?? ''
  return { kind: edit.after === undefined ? 'removed' : 'added', thing, name }
}

/** One field of a thing: its name, what family it is of, or else words about it. */
export function changeOfThing(edit: Edit, thing: Thing, field: string): Change {
  const { id } = thing
  const [from, to] = [edit.before, edit.after]
  if (field === 'name') return { kind: 'renamed', thing, from: String(from), to: String(to) }
  if (field === 'family') return { kind: 'refamilied', thing, from: String(from), to: String(to) }
  if (field === 'ladder') {
    return { kind: 'role-ladder', role: id, from: from as Id | undefined, to: to as Id | undefined }
  }
  if (field === 'seniority') return { kind: 'seniority', role: id, from: Number(from), to: Number(to) }
  return { kind: 'reworded', thing }
}

function changeOfSkill(edit: Edit, skill: Id, field: string, level: number, inside?: string): Change {
  const [from, to] = [edit.before, edit.after]
  if (field === 'name') return changeOfThing(edit, { of: 'skill', id: skill }, field)
  if (field === 'groups') return { kind: 'skill-regrouped', skill, from: from as Id[], to: to as Id[] }
  if (field === 'needed') {
    return { kind: 'needed-level', skill, from: from as number | undefined, to: to as number | undefined }
  }
  if (field === 'learning') return { kind: 'skill-advice', skill, about: 'ways to learn it' }
  if (field === 'related') return { kind: 'skill-advice', skill, about: 'related skills' }
  if (inside === 'evidence') return { kind: 'skill-advice', skill, about: 'examples of evidence' }
  if (field === 'summary') return { kind: 'skill-reworded', skill, summary: true, levels: [] }
  return { kind: 'skill-reworded', skill, summary: false, levels: [level] }
}

function changeOfRequirement(edit: Edit, role: Id, skill: Id, field?: string): Change {
  if (field === 'essential') {
    return { kind: 'required-weight', role, skill, essential: edit.after === true }
  }
  const [from, to] = [edit.before, edit.after]
  if (field === 'level') {
    return {
      kind: 'required-level',
      role,
      skill,
      from: from as number | undefined,
      to: to as number | undefined,
    }
  }
  const { level, essential } = (to ?? from) as Requirement
  const kind = to === undefined ? 'requirement-removed' : 'requirement-added'
  return { kind, role, skill, level, essential }
}

function frameworkDetail(edit: Edit, framework: Id, field: string): Change {
  const [from, to] = [edit.before, edit.after]
  if (field === 'scale') return { kind: 'scale', framework }
  if (field === 'licence') {
    return { kind: 'licence', framework, from: from as Framework['licence'], to: to as Framework['licence'] }
  }
  if (field === 'title') {
    return { kind: 'renamed', thing: { of: 'framework', id: framework }, from: String(from), to: String(to) }
  }
  const what = field === 'publisher' || field === 'language' ? field : 'version'
  return {
    kind: 'framework-detail',
    framework,
    what,
    from: from as string | undefined,
    to: to as string | undefined,
  }
}

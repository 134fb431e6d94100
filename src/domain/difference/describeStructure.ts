import type { Id } from '../id'
import type { Names } from '../names'
import type { StructureChange } from './change'
import { inList } from './inList'

/** How the two structures of a catalogue are told apart in a sentence. */
export function whichStructure(when: 'before' | 'after'): string {
  return when === 'before' ? 'of the structure as it was' : 'of the new structure'
}

export function describeStructure(change: StructureChange, names: Names): string {
  switch (change.kind) {
    case 'structure-title':
      return `Structure renamed: ${change.from} is now ${change.to}`
    case 'consultation':
      return `Consultation ${change.open ? 'opened' : 'closed'} on the posts ${whichStructure(change.when)}`
    case 'unit-moved':
      return `Unit moved: ${names.of('unit', change.unit)} is now ${inUnit(change.to, names)} (was ${inUnit(change.from, names)})`
    case 'headcount': {
      const direction = change.to > change.from ? 'raised' : 'lowered'
      return `Headcount ${direction}: ${names.of('post', change.post)} now has ${change.to} (was ${change.from}), ${whichStructure(change.when)}`
    }
    case 'post-role':
      return `Post changed: ${names.of('post', change.post)} now has the role ${names.of('role', change.to)} (was ${names.of('role', change.from)})`
    case 'post-unit':
      return `Post moved: ${names.of('post', change.post)} is now in ${names.of('unit', change.to)} (was in ${names.of('unit', change.from)})`
    case 'post-grade':
      return `Grade changed: ${names.of('post', change.post)} is now ${change.to ?? 'not graded'} (was ${change.from ?? 'not graded'})`
    case 'succession':
      return `Succession changed: ${names.of('post', change.post)} now leads to ${posts(change.to, names)} (was ${posts(change.from, names)})`
    case 'succession-reason':
      return `Succession reworded: the reason where ${names.of('post', change.post)} leads`
  }
}

function inUnit(unit: Id | undefined, names: Names): string {
  return unit === undefined ? 'in no other unit' : `in ${names.of('unit', unit)}`
}

function posts(ids: readonly Id[], names: Names): string {
  return ids.length === 0 ? 'no post' : inList(ids.map((id) => names.of('post', id)))
}

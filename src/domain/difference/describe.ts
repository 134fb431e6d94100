import type { Id } from '../id'
import { MOVE_LABELS } from '../move'
import type { Names, ThingKind } from '../names'
import type { Change, Thing } from './change'
import { describeSkillOrRole } from './describeSkillOrRole'
import { describeStructure, whichStructure } from './describeStructure'

/**
 * One change as one line of plain English, without a full stop. `names` should know both versions,
 * the later one first.
 */
export function describeChange(change: Change, names: Names): string {
  switch (change.kind) {
    case 'added':
      return `${thingWord(change.thing)} added: ${change.name}`
    case 'removed':
      return `${thingWord(change.thing)} removed: ${change.name}`
    case 'renamed':
      return `${thingWord(change.thing)} renamed: ${change.from} is now ${change.to}`
    case 'reworded':
      return `${thingWord(change.thing)} reworded: ${names.of(change.thing.of, change.thing.id)}`
    case 'reordered':
      return `Order changed: the ${PLURAL[change.of]}${placeOf(change.in, names)}`
    case 'move-added':
      return `Move added: ${way(change, names)} (${MOVE_LABELS[change.as]})`
    case 'move-removed':
      return `Move removed: ${way(change, names)} (${MOVE_LABELS[change.as]})`
    case 'move-kind':
      return `Move changed: ${way(change, names)} is now ${MOVE_LABELS[change.is]} (was ${MOVE_LABELS[change.was]})`
    case 'move-reason':
      return `Move reworded: the reason for ${way(change, names)}`
    case 'strand-need':
      return describeNeed(change, names)
    case 'notice':
      return describeNotice(change)
    case 'catalogue-detail':
      return `Catalogue ${change.what} changed: now ${change.to} (was ${change.from})`
    case 'scale':
      return `Scale changed: the levels of ${names.of('framework', change.framework)}`
    case 'licence':
      return `Licence changed: ${names.of('framework', change.framework)} is now under ${change.to.title}${
        change.from.title === change.to.title ? ', on other terms' : ` (was ${change.from.title})`
      }`
    case 'framework-detail':
      return `Framework ${change.what} changed: ${names.of('framework', change.framework)} now has ${
        change.to ?? 'none'
      } (was ${change.from ?? 'none'})`
    case 'structure-title':
    case 'consultation':
    case 'unit-moved':
    case 'headcount':
    case 'post-role':
    case 'post-unit':
    case 'post-grade':
    case 'succession':
    case 'succession-reason':
      return describeStructure(change, names)
    default:
      return describeSkillOrRole(change, names)
  }
}

const WORD: Record<ThingKind, string> = {
  framework: 'Framework',
  group: 'Group',
  skill: 'Skill',
  family: 'Role family',
  ladder: 'Ladder of roles',
  role: 'Role',
  unit: 'Unit',
  post: 'Post',
  strand: 'Strand',
}

const PLURAL: Record<ThingKind, string> = {
  framework: 'frameworks',
  group: 'groups',
  skill: 'skills',
  family: 'role families',
  ladder: 'ladders of roles',
  role: 'roles',
  unit: 'units',
  post: 'posts',
  strand: 'strands',
}

function thingWord({ of, when }: Thing): string {
  return when === undefined ? WORD[of] : `${WORD[of]} ${whichStructure(when)}`
}

function placeOf(place: Id | 'before' | 'after' | 'catalogue', names: Names): string {
  if (place === 'catalogue') return ''
  if (place === 'before' || place === 'after') return ` ${whichStructure(place)}`
  return ` of ${names.of('framework', place)}`
}

function way({ from, to }: { from: Id; to: Id }, names: Names): string {
  return `${names.of('role', from)} to ${names.of('role', to)}`
}

function describeNeed(change: Extract<Change, { kind: 'strand-need' }>, names: Names): string {
  const [strand, skill] = [names.of('strand', change.strand), names.of('skill', change.skill)]
  if (change.to === undefined) return `Strand no longer needs: ${strand} needs nobody in ${skill}`
  if (change.from === undefined) return `Strand needs more: ${strand} now needs ${change.to} in ${skill}`
  const direction = change.to > change.from ? 'more' : 'fewer'
  return `Strand needs ${direction}: ${strand} now needs ${change.to} in ${skill} (was ${change.from})`
}

function describeNotice({ from, to }: Extract<Change, { kind: 'notice' }>): string {
  if (to === undefined) return 'Notice removed'
  if (from === undefined) return 'Notice added'
  return from === to ? 'Notice changed: whom it is for' : 'Notice reworded'
}

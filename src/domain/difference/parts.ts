import type { ThingKind } from '../names'
import type { Change } from './change'

/** The parts of a catalogue in which a reader looks for what changed, in their order. */
export const PARTS = ['skills', 'roles', 'structure', 'moves', 'strands', 'catalogue'] as const
export type Part = (typeof PARTS)[number]

const OF_THING: Record<ThingKind, Part> = {
  framework: 'catalogue',
  group: 'skills',
  skill: 'skills',
  family: 'roles',
  ladder: 'roles',
  role: 'roles',
  unit: 'structure',
  post: 'structure',
  strand: 'strands',
}

/** Changes by part, in the order given; parts without any are left out. */
export function byPart(changes: readonly Change[]): { part: Part; changes: Change[] }[] {
  return PARTS.map((part) => ({ part, changes: changes.filter((change) => partOf(change) === part) })).filter(
    (each) => each.changes.length > 0,
  )
}

function partOf(change: Change): Part {
  switch (change.kind) {
    case 'added':
    case 'removed':
    case 'renamed':
    case 'reworded':
    case 'refamilied':
      return OF_THING[change.thing.of]
    case 'reordered':
      return OF_THING[change.of]
    case 'skill-reworded':
    case 'skill-regrouped':
    case 'needed-level':
    case 'skill-advice':
      return 'skills'
    case 'requirement-added':
    case 'requirement-removed':
    case 'required-level':
    case 'required-weight':
    case 'role-ladder':
    case 'seniority':
      return 'roles'
    case 'move-added':
    case 'move-removed':
    case 'move-kind':
    case 'move-reason':
      return 'moves'
    case 'strand-need':
      return 'strands'
    case 'scale':
    case 'licence':
    case 'framework-detail':
    case 'notice':
    case 'catalogue-detail':
      return 'catalogue'
    default:
      return 'structure'
  }
}

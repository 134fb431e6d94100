import type { Id } from '../id'
import type { Names } from '../names'
import type { RoleChange, SkillChange } from './change'
import { inList } from './inList'

export function describeSkillOrRole(change: SkillChange | RoleChange, names: Names): string {
  switch (change.kind) {
    case 'skill-reworded':
      return `Skill reworded: ${names.of('skill', change.skill)}, ${inList(reworded(change, names))}`
    case 'skill-regrouped':
      return `Skill moved: ${names.of('skill', change.skill)} is now in ${groups(change.to, names)} (was in ${groups(change.from, names)})`
    case 'needed-level':
      return `Needed level ${change.from === undefined || change.to === undefined ? 'changed' : direction(change)}: ${names.of('skill', change.skill)} is now needed at ${needed(change.skill, change.to, names)} (was ${needed(change.skill, change.from, names)})`
    case 'skill-advice':
      return `Advice changed: the ${change.about} of ${names.of('skill', change.skill)}`
    case 'requirement-added':
      return `Requirement added: ${asking(change, names)} at ${names.level(change.skill, change.level)}, ${weight(change.essential)}`
    case 'requirement-removed':
      return `Requirement removed: ${names.of('role', change.role)} no longer asks ${names.of('skill', change.skill)}`
    case 'required-level':
      return `Level ${direction(change)}: ${asking(change, names)} at ${names.level(change.skill, change.to)} (was ${change.from ?? 'any level'})`
    case 'required-weight':
      return `Now ${weight(change.essential)}: ${names.of('skill', change.skill)} for ${names.of('role', change.role)} (was ${weight(!change.essential)})`
    case 'refamilied':
      return `Moved to another family: ${names.of(change.thing.of, change.thing.id)} is now in ${names.of('family', change.to)} (was in ${names.of('family', change.from)})`
    case 'role-ladder':
      return `Ladder changed: ${names.of('role', change.role)} is now ${onLadder(change.to, names)} (was ${onLadder(change.from, names)})`
    case 'seniority':
      return `Seniority ${direction(change)}: ${names.of('role', change.role)} now stands at ${change.to} (was ${change.from})`
  }
}

type Reworded = Extract<SkillChange, { kind: 'skill-reworded' }>

function reworded({ skill, summary, levels }: Reworded, names: Names): string[] {
  return [...(summary ? ['what it is'] : []), ...levels.map((level) => `at ${names.level(skill, level)}`)]
}

/** A level that is not stated asks less than any that is. */
function direction({ from, to }: { from?: number; to?: number }): string {
  return (to ?? 0) > (from ?? 0) ? 'raised' : 'lowered'
}

function asking({ role, skill }: { role: Id; skill: Id }, names: Names): string {
  return `${names.of('role', role)} now asks ${names.of('skill', skill)}`
}

function weight(essential: boolean): string {
  return essential ? 'essential' : 'desirable'
}

/** Without a needed level of its own, a skill has its scale's working level, which may be above or below. */
function needed(skill: Id, level: number | undefined, names: Names): string {
  return level === undefined ? 'the working level of its scale' : names.level(skill, level)
}

function groups(ids: readonly Id[], names: Names): string {
  return ids.length === 0 ? 'no group' : inList(ids.map((id) => names.of('group', id)))
}

function onLadder(ladder: Id | undefined, names: Names): string {
  return ladder === undefined ? 'on no ladder' : `on ${names.of('ladder', ladder)}`
}

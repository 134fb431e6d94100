import type { Id } from '../domain/id'
import type { Requirement } from '../domain/role'
import { type PlacedRow, profileKey } from './gddPlaced'
import type { RoleRow } from './gddRows'
import { levelOf } from './gddSkills'
import type { Place, ReportBook } from './report'

/** By role profile (`profileKey`), in the file's order. Each row of the file is one requirement read. */
export function gddRequirements(
  rows: RoleRow[],
  placed: PlacedRow[],
  skills: Map<string, Id>,
  book: ReportBook,
): Map<string, Requirement[]> {
  const requirements = new Map<string, Requirement[]>()
  let mapped = 0
  let merged = 0
  for (const row of placed) {
    const skill = skillAsked(row.from, skills, book)
    if (skill === undefined) continue
    const level = levelAsked(row.from, book)
    const ofRole = requirements.get(profileKey(row)) ?? []
    requirements.set(profileKey(row), ofRole)
    const known = ofRole.find((requirement) => requirement.skill === skill)
    const place = row.from.at('Skill Name', `${row.level || row.role}: ${row.from.cells['Skill Name']}`)
    if (known === undefined) {
      ofRole.push({ skill, ...(level !== undefined && { level }), essential: true })
      mapped += 1
      if (level === undefined) noteUnstated(place, book)
    } else if (known.level === level) {
      merged += 1
      noteRepeated(place, book)
    } else {
      noteTwoLevels(place, book)
    }
  }
  book.tally('Requirements', { read: rows.length, mapped, merged, dropped: rows.length - mapped - merged })
  return requirements
}

function skillAsked(row: RoleRow, skills: Map<string, Id>, book: ReportBook): Id | undefined {
  const skill = skills.get(row.cells['Skill Name'] ?? '')
  if (skill === undefined) {
    const message = 'A row of the roles file names no skill'
    book.note({ code: 'no-skill', severity: 'warning', action: 'dropped', message }, row.at('Skill Name'))
  }
  return skill
}

function levelAsked(row: RoleRow, book: ReportBook): number | undefined {
  const label = row.cells['Skill Level']
  if (label === undefined) return undefined
  const level = levelOf(label)
  if (level === undefined) {
    const message = 'A role asks for a level that is not one of the four; the level was left unstated'
    book.note(
      { code: 'unknown-level', severity: 'warning', action: 'changed', message },
      row.at('Skill Level', label),
    )
  }
  return level
}

function noteUnstated(place: Place, book: ReportBook): void {
  const message = 'A role asks for a skill without saying at what level; any level meets it'
  book.note({ code: 'level-unstated', severity: 'info', action: 'kept', message }, place)
}

function noteRepeated(place: Place, book: ReportBook): void {
  const message = 'A role asks for the same skill at the same level more than once; it was counted once'
  book.note({ code: 'repeated-requirement', severity: 'info', action: 'merged', message }, place)
}

function noteTwoLevels(place: Place, book: ReportBook): void {
  const message = 'A role asks for one skill at two levels; the first was kept'
  book.note({ code: 'two-levels', severity: 'warning', action: 'dropped', message }, place)
}

import type { Id } from '../domain/id'
import type { Descriptor, Skill, SkillGroup } from '../domain/skill'
import { AgreedText } from './agreedText'
import { inferGroups } from './gddGroups'
import type { RoleRow, SkillRow } from './gddRows'
import { IdRegister } from './idRegister'
import type { Place, ReportBook } from './report'
import { statementsIn } from './statements'

/** The framework's four levels, in rising order; the place in the list, from 1, is the ordinal. */
export const LEVELS = ['Awareness', 'Working', 'Practitioner', 'Expert'] as const

/** What the publisher writes where a level has no wording yet. */
const NO_WORDING = /^this skill level is currently not defined\.?$/i

/** 1 to 4, or undefined for a name that is none of the four. */
export function levelOf(label: string): number | undefined {
  const at = LEVELS.findIndex((level) => level.toLowerCase() === label.toLowerCase())
  return at < 0 ? undefined : at + 1
}

export interface GddSkills {
  skills: Skill[]
  groups: SkillGroup[]
  /** By name, as cleaned. */
  ids: Map<string, Id>
}

/** Skills with their descriptors, from both files: either may hold a text the other lacks. */
export function gddSkills(skillRows: SkillRow[], roleRows: RoleRow[], book: ReportBook): GddSkills {
  const named = namedSkills(skillRows, roleRows, book)
  const summaryOf = gatherSummaries(named, skillRows, roleRows, book)
  const descriptorsOf = gatherDescriptors(skillRows, roleRows, book)
  const { groups, groupOf } = inferGroups(named.keys(), roleRows, book)
  const skills = [...named].map(([name, { id, place }]): Skill => {
    const descriptors = descriptorsOf(name)
    noteUnworded(descriptors, place, book)
    return { id, name, summary: summaryOf(name), groups: [groupOf(name)], descriptors }
  })
  return { skills, groups, ids: new Map([...named].map(([name, { id }]) => [name, id])) }
}

type Named = Map<string, { id: Id; place: Place }>

function namedSkills(skillRows: SkillRow[], roleRows: RoleRow[], book: ReportBook): Named {
  const register = new IdRegister('gdd', 'skills')
  const named: Named = new Map()
  let nameless = 0
  for (const row of skillRows) {
    const name = row.cells['Skill Name']
    if (name === undefined) {
      nameless += 1
      const message = 'A row of the skills file names no skill'
      book.note({ code: 'nameless', severity: 'warning', action: 'dropped', message }, row.at('Skill Name'))
    } else if (!named.has(name))
      named.set(name, { id: register.claim(name), place: row.at('Skill Name', name) })
  }
  const listed = named.size
  for (const row of roleRows) {
    const name = row.cells['Skill Name']
    if (name === undefined || named.has(name)) continue
    const place = row.at('Skill Name', name)
    named.set(name, { id: register.claim(name), place })
    const message =
      'A role asks for a skill that is not in the skills file: are both whole, and of one edition?'
    book.note({ code: 'skill-not-listed', severity: 'warning', action: 'kept', message }, place)
  }
  const read = skillRows.length + named.size - listed
  book.tally('Skills', {
    read,
    mapped: named.size,
    merged: skillRows.length - nameless - listed,
    dropped: nameless,
  })
  return named
}

function gatherSummaries(named: Named, skillRows: SkillRow[], roleRows: RoleRow[], book: ReportBook) {
  const summaries = new AgreedText(book, 'skill description')
  const gather = (rows: (SkillRow | RoleRow)[]) => {
    for (const { cells, at } of rows) {
      summaries.offer(cells['Skill Name'] ?? '', cells['Skill Description'] ?? '', at('Skill Description'))
    }
  }
  gather(skillRows)
  const without = [...named].filter(([name]) => summaries.text(name) === '')
  gather(roleRows)
  for (const [name, { place }] of without) noteEmptySummary(summaries.text(name) !== '', place, book)
  return (name: string) => summaries.text(name)
}

function noteEmptySummary(filled: boolean, place: Place, book: ReportBook): void {
  if (filled) {
    const message = 'A description is empty in the skills file and was taken from the roles file'
    book.note({ code: 'description-filled', severity: 'info', action: 'merged', message }, place)
  } else {
    const message = 'A skill has no description in either file'
    book.note({ code: 'no-description', severity: 'warning', action: 'kept', message }, place)
  }
}

function gatherDescriptors(skillRows: SkillRow[], roleRows: RoleRow[], book: ReportBook) {
  const wordings = new AgreedText(book, 'descriptor')
  const offer = (name: string, level: number, text: string, place: Place) => {
    if (statementsIn(text).length > 0) wordings.offer(`${level} ${name}`, text, place)
  }
  for (const { cells, at } of skillRows) {
    const name = cells['Skill Name']
    if (name === undefined) continue
    LEVELS.forEach((label, index) => offer(name, index + 1, cells[label] ?? '', at(label)))
  }
  for (const { cells, at } of roleRows) {
    const name = cells['Skill Name']
    const level = levelOf(cells['Skill Level'] ?? '')
    if (name === undefined || level === undefined) continue
    offer(name, level, cells['Skill Level Description'] ?? '', at('Skill Level Description'))
  }
  const { size, dropped } = wordings
  book.tally('Descriptors', { read: size + dropped, mapped: size, merged: 0, dropped })
  return (name: string): Descriptor[] =>
    LEVELS.map((_, index) => index + 1)
      .map((level) => ({ level, statements: statementsIn(wordings.text(`${level} ${name}`)) }))
      .filter(({ statements }) => statements.length > 0)
}

/** Says which skills and levels the publisher has not put into words. */
function noteUnworded(descriptors: Descriptor[], place: Place, book: ReportBook): void {
  if (descriptors.length === 0) {
    const message = 'A skill has no wording for any level'
    book.note({ code: 'no-descriptors', severity: 'warning', action: 'kept', message }, place)
  }
  for (const { level, statements } of descriptors) {
    if (statements.length !== 1 || !NO_WORDING.test(statements[0] ?? '')) continue
    const message = 'The publisher says that a level of a skill is not defined yet'
    const column = LEVELS[level - 1]
    book.note(
      { code: 'level-not-worded', severity: 'info', action: 'kept', message },
      { ...place, ...(column && { column }) },
    )
  }
}

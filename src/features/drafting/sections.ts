import type { Catalogue } from '../../domain/catalogue'
import type { Framework } from '../../domain/framework'
import type { Id } from '../../domain/id'
import { MOVE_LABELS } from '../../domain/move'
import { namesIn } from '../../domain/names'
import type { Unit } from '../../domain/structure'
import { type DraftPart, type Place } from './places'

/** A line of the list: something to edit, and a word beside its name. */
export interface Line {
  label: string
  note?: string
  place: Place
}

export interface Section {
  title: string
  /** Where the heading itself is a thing to edit: a group, a family, a unit. */
  place?: Place
  lines: Line[]
}

const NAMELESS = '(no name yet)'

/** What a part of the draft holds, under the headings that people know it by. Nothing is left out. */
export function sectionsOf(catalogue: Catalogue, part: DraftPart): Section[] {
  switch (part) {
    case 'skills':
      return catalogue.frameworks.flatMap((framework) => skillSections(framework, many(catalogue)))
    case 'roles':
      return catalogue.frameworks.flatMap((framework) => roleSections(framework, many(catalogue)))
    case 'before':
    case 'after':
      return structureSections(catalogue, part)
    case 'moves':
      return moveSections(catalogue)
    case 'strands':
      return [{ title: 'Strands', lines: catalogue.strands.map((strand) => line('strand', part, strand)) }]
    case 'about':
      return []
  }
}

const many = ({ frameworks }: Catalogue) => frameworks.length > 1
const named = (name: string) => (name.trim() === '' ? NAMELESS : name)

function line<K extends 'skill' | 'role' | 'ladder' | 'strand'>(
  of: K,
  part: DraftPart,
  { id, name }: { id: Id; name: string },
): Line {
  return { label: named(name), place: { part, thing: { of, id } } }
}

function skillSections({ title, groups, skills }: Framework, several: boolean): Section[] {
  const known = new Set(groups.map(({ id }) => id))
  const loose = skills.filter((skill) => !known.has(skill.groups[0] ?? ''))
  const sections = groups.map(({ id, name }) => ({
    title: several ? `${named(name)} (${title})` : named(name),
    place: { part: 'skills', thing: { of: 'group', id } } as const,
    lines: skills.filter((skill) => skill.groups[0] === id).map((skill) => line('skill', 'skills', skill)),
  }))
  const rest = { title: 'In no group', lines: loose.map((skill) => line('skill', 'skills', skill)) }
  return loose.length === 0 ? sections : [...sections, rest]
}

function roleSections({ title, families, ladders, roles }: Framework, several: boolean): Section[] {
  const known = new Set(families.map(({ id }) => id))
  const inOrder = roles.toSorted((a, b) => a.seniority - b.seniority || a.name.localeCompare(b.name, 'en-GB'))
  const linesOf = (list: typeof roles) => list.map((role) => line('role', 'roles', role))
  const rest = [
    { title: 'In no family', lines: linesOf(inOrder.filter(({ family }) => !known.has(family))) },
    { title: 'Ladders of roles', lines: ladders.map((ladder) => line('ladder', 'roles', ladder)) },
  ].filter(({ lines }) => lines.length > 0)
  return [
    ...families.map(({ id, name }) => ({
      title: several ? `${named(name)} (${title})` : named(name),
      place: { part: 'roles', thing: { of: 'family', id } } as const,
      lines: linesOf(inOrder.filter(({ family }) => family === id)),
    })),
    ...rest,
  ]
}

function structureSections(catalogue: Catalogue, when: 'before' | 'after'): Section[] {
  const { units, posts } = catalogue[when]
  const known = new Set(units.map(({ id }) => id))
  const linesOf = (list: typeof posts): Line[] =>
    list.map(({ id, name, headcount }) => ({
      label: named(name),
      note: String(headcount),
      place: { part: when, thing: { of: 'post', id, when } },
    }))
  const loose = posts.filter(({ unit }) => !known.has(unit))
  const sections = fromTheTop(units).map(({ id, name }) => ({
    title: named(name),
    place: { part: when, thing: { of: 'unit', id, when } } as const,
    lines: linesOf(posts.filter(({ unit }) => unit === id)),
  }))
  return loose.length === 0 ? sections : [...sections, { title: 'In no unit', lines: linesOf(loose) }]
}

/** Each unit before those inside it; units that stand inside each other come last, as they are. */
function fromTheTop(units: readonly Unit[]): Unit[] {
  const known = new Set(units.map(({ id }) => id))
  const placed: Unit[] = []
  const place = (unit: Unit) => {
    if (placed.includes(unit)) return
    placed.push(unit)
    for (const inside of units) if (inside.parent === unit.id) place(inside)
  }
  for (const unit of units) if (unit.parent === undefined || !known.has(unit.parent)) place(unit)
  for (const unit of units) place(unit)
  return placed
}

function moveSections(catalogue: Catalogue): Section[] {
  const names = namesIn(catalogue)
  const starts = [...new Set(catalogue.moves.map(({ from }) => from))]
  return starts
    .map((from) => ({
      title: `From ${names.of('role', from)}`,
      lines: catalogue.moves
        .filter((move) => move.from === from)
        .map(({ to, kind }) => ({
          label: `to ${names.of('role', to)}`,
          note: MOVE_LABELS[kind],
          place: { part: 'moves', move: { from, to } } as const,
        })),
    }))
    .toSorted((a, b) => a.title.localeCompare(b.title, 'en-GB'))
}

/** The lines that hold each word typed, under their headings; a heading that does keeps all its lines. */
export function narrowed(sections: readonly Section[], typed: string): Section[] {
  const words = typed.toLocaleLowerCase('en-GB').split(/\s+/).filter(Boolean)
  const has = (text: string) => words.every((word) => text.toLocaleLowerCase('en-GB').includes(word))
  if (words.length === 0) return [...sections]
  return sections.flatMap((section) => {
    const lines = has(section.title) ? section.lines : section.lines.filter(({ label }) => has(label))
    return lines.length > 0 || has(section.title) ? [{ ...section, lines }] : []
  })
}

import type { Member } from '../../../domain/appraisal/appraisal'
import type { Id } from '../../../domain/id'

/** One line of a list of people, and what of it was understood. */
export interface PastedPerson {
  name: string
  role?: Id
  unit?: Id
  /** What could not be matched, or why the line is left out. */
  trouble?: string
  /** Not added: they are there already, or the line names nobody. */
  leftOut?: true
}

interface Named {
  id: Id
  name: string
}

/** More than the largest team a manager looks after. */
export const MOST_PEOPLE = 200
const LONGEST_NAME = 200

/**
 * People from a list typed or pasted: a name a line, or the columns name, role and unit as a spreadsheet copies them
 * (tabs), or with commas or semicolons between. A first line of headings is left out. Roles and units are matched by
 * name, whatever their case.
 */
export function pastedTeam(
  text: string,
  here: readonly Pick<Member, 'name'>[],
  roles: readonly Named[],
  units: readonly Named[],
): PastedPerson[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const separator = lines.some((line) => line.includes('\t')) ? '\t' : /[;,]/
  const rows = lines.map((line) =>
    line.split(separator).map((cell) => cell.replace(/^\s*"|"\s*$/g, '').trim()),
  )
  const seen = new Set(here.map(({ name }) => plain(name)))
  return rows.filter((row, at) => at > 0 || !isHeading(row)).map((row) => personOf(row, seen, roles, units))
}

function isHeading([first = '', ...rest]: readonly string[]): boolean {
  const headings = new Set(['name', 'person', 'full name', 'staff', 'employee'])
  return headings.has(plain(first)) && rest.every((cell) => /^(role|job title|unit|team|)$/i.test(cell))
}

function personOf(
  [name = '', role = '', unit = '']: readonly string[],
  seen: Set<string>,
  roles: readonly Named[],
  units: readonly Named[],
): PastedPerson {
  if (name === '') return { name, leftOut: true, trouble: 'no name in the first column' }
  if (name.length > LONGEST_NAME)
    return { name: `${name.slice(0, 40)}…`, leftOut: true, trouble: 'too long for a name' }
  if (seen.has(plain(name))) return { name, leftOut: true, trouble: 'in your team already' }
  seen.add(plain(name))
  const [roleFound, unitFound] = [named(roles, role), named(units, unit)]
  const unknown = [
    ...(role !== '' && roleFound === undefined ? [`no role is called “${role}”`] : []),
    ...(unit !== '' && unitFound === undefined ? [`no unit is called “${unit}”`] : []),
  ]
  return {
    name,
    ...(roleFound && { role: roleFound.id }),
    ...(unitFound && { unit: unitFound.id }),
    ...(unknown.length > 0 && { trouble: unknown.join('; ') }),
  }
}

function named(all: readonly Named[], name: string): Named | undefined {
  return name === '' ? undefined : all.find((one) => plain(one.name) === plain(name))
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

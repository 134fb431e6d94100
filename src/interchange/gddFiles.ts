import { type CsvFile, headingKey, openCsv } from './csv'
import { ImportFault } from './fault'
import type { ReportBook } from './report'

/** The headings of the publisher's two files, as written there. */
export const ROLE_HEADINGS = [
  'Role Family',
  'Role',
  'Role Description',
  'Role Level',
  'Role Level Description',
  'Skill Name',
  'Skill Description',
  'Skill Level',
  'Skill Level Description',
] as const

export const SKILL_HEADINGS = [
  'Skill Name',
  'Skill Description',
  'Awareness',
  'Working',
  'Practitioner',
  'Expert',
] as const

/** In the roles file only where a role belongs to the Senior Civil Service. */
export const ROLE_TYPE = 'Role Type'

/** A list worked out from the roles file, so it is not read. */
const DERIVED = 'Roles that require Skill'

export interface TextFile {
  name: string
  text: string
}

export interface GddFiles {
  roles: CsvFile
  skills: CsvFile
}

/**
 * Tells which file is which by its headings; names and order of the files do not matter.
 * @throws ImportFault when one is missing, given twice, or is something else.
 */
export function gddFiles(files: TextFile[], book: ReportBook): GddFiles {
  const found: Partial<GddFiles> = {}
  for (const { name, text } of files) {
    const file = openCsv(name, text)
    const kind = kindOf(file)
    const other = found[kind]
    if (other !== undefined) {
      throw new ImportFault(
        `${other.name} and ${name} are both the ${kind} file: choose one roles file and one skills file.`,
      )
    }
    found[kind] = file
  }
  const { roles, skills } = found
  if (roles === undefined)
    throw new ImportFault('The roles file is missing: choose it together with the skills file.')
  if (skills === undefined)
    throw new ImportFault('The skills file is missing: choose it together with the roles file.')
  noteUnread(roles, [...ROLE_HEADINGS, ROLE_TYPE], book)
  noteUnread(skills, SKILL_HEADINGS, book)
  return { roles, skills }
}

function kindOf(file: CsvFile): keyof GddFiles {
  const keys = file.headings.map(headingKey)
  const twice = file.headings.find((_, at) => keys[at] !== '' && keys.indexOf(keys[at] ?? '') !== at)
  if (twice !== undefined)
    throw new ImportFault(`The heading “${twice.trim()}” stands twice in ${file.name}.`)
  const lacks = (headings: readonly string[]) =>
    headings.filter((heading) => !keys.includes(headingKey(heading)))
  const lacking = { roles: lacks(ROLE_HEADINGS), skills: lacks(SKILL_HEADINGS) }
  if (lacking.roles.length === 0) return 'roles'
  if (lacking.skills.length === 0) return 'skills'
  throw unknownFile(file.name, lacking)
}

/** A file with most of the headings is named for what it nearly is, so that a person knows what to mend. */
function unknownFile(name: string, lacking: Record<keyof GddFiles, string[]>): ImportFault {
  for (const [kind, headings] of [
    ['roles', ROLE_HEADINGS],
    ['skills', SKILL_HEADINGS],
  ] as const) {
    if (lacking[kind].length <= headings.length / 2) {
      const missing = lacking[kind].map((heading) => `“${heading}”`).join(', ')
      return new ImportFault(
        `${name} looks like the ${kind} file, but these headings are missing: ${missing}.`,
      )
    }
  }
  return new ImportFault(
    `${name} is neither the roles file nor the skills file of the framework: its first row does not hold their headings.`,
  )
}

function noteUnread(file: CsvFile, read: readonly string[], book: ReportBook): void {
  const known = new Set(read.map(headingKey))
  for (const column of file.headings.map((heading) => heading.trim())) {
    if (column === '' || known.has(headingKey(column))) continue
    const derived = headingKey(column) === headingKey(DERIVED)
    book.note(
      {
        code: derived ? 'derived-column' : 'unknown-column',
        severity: derived ? 'info' : 'warning',
        action: 'dropped',
        message: derived
          ? 'A column was not read, because the roles file says the same'
          : 'A column this importer does not know was not read',
      },
      { file: file.name, row: 1, column },
    )
  }
}

import * as v from 'valibot'
import { FrameworkSchema } from '../contract/catalogue'
import { firstFault } from '../contract/parse'
import type { Framework } from '../domain/framework'
import { contentVersion, type Digest } from './contentVersion'
import { decode } from './decode'
import { ImportFault } from './fault'
import { gddFiles } from './gddFiles'
import { gddRoles } from './gddRoles'
import { roleRows, skillRows } from './gddRows'
import { LEVELS, gddSkills } from './gddSkills'
import { type ImportReport, ReportBook } from './report'

export interface FileBytes {
  name: string
  bytes: Uint8Array
}

export interface ImportDraft {
  framework: Framework
  report: ImportReport
}

/** Told as the work goes on: a share from 0 to 1 and what is being done. */
export type OnProgress = (share: number, stage: string) => void

const ABOUT = {
  key: 'gdd',
  title: 'Government Digital and Data Profession Capability Framework',
  publisher: 'UK Government, Digital and Data profession',
  language: 'en-GB',
  licence: {
    title: 'Open Government Licence v3.0',
    url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
    attribution: 'Contains public sector information licensed under the Open Government Licence v3.0.',
    redistributable: 'yes',
  },
  scale: { levels: LEVELS.map((label, at) => ({ ordinal: at + 1, label })), working: 2 },
} satisfies Partial<Framework>

/**
 * The Government Digital and Data framework from its publisher's two CSV files, roles and
 * skills, in either order. The files carry no version, so it is taken from their content:
 * equal content, however saved, gives an equal framework.
 * @throws ImportFault, one sentence for the person who chose the files.
 */
export async function importGdd(
  files: FileBytes[],
  digest: Digest,
  onProgress: OnProgress,
): Promise<ImportDraft> {
  const book = new ReportBook()
  onProgress(0, 'Reading the files')
  const texts = files.map(({ name, bytes }) => ({ name, bytes, ...decode(name, bytes) }))
  for (const { name, encoding } of texts) noteEncoding(name, encoding, book)
  const sources = gddFiles(texts, book)
  onProgress(0.2, 'Reading the records')
  const ofRoles = roleRows(sources.roles, book)
  const ofSkills = skillRows(sources.skills, book)
  if (ofRoles.length === 0)
    throw new ImportFault(`${sources.roles.name} has headings and nothing under them.`)
  if (ofSkills.length === 0)
    throw new ImportFault(`${sources.skills.name} has headings and nothing under them.`)
  for (const { name, bytes, encoding } of texts) {
    const records = name === sources.roles.name ? ofRoles.length : ofSkills.length
    book.file({ name, bytes: bytes.length, encoding, records })
  }
  onProgress(0.5, 'Putting skills together')
  const { skills, groups, ids } = gddSkills(ofSkills, ofRoles, book)
  onProgress(0.7, 'Putting roles together')
  const roles = gddRoles(ofRoles, ids, book)
  onProgress(0.9, 'Checking the result')
  const content = { ...ABOUT, groups, skills, ...roles }
  const version = await contentVersion(content, digest)
  const framework = checked({ ...content, version })
  onProgress(1, 'Done')
  return { framework, report: book.report() }
}

function noteEncoding(file: string, encoding: string, book: ReportBook): void {
  if (encoding !== 'windows-1252') return
  const message =
    'The file is not UTF-8 and was read as windows-1252: check names with accents or curly quotes'
  book.note({ code: 'encoding', severity: 'warning', action: 'changed', message }, { file })
}

/** What the importer makes is held to the contract like anything else that comes from outside. */
function checked(framework: Framework): Framework {
  const result = v.safeParse(FrameworkSchema, framework)
  if (result.success) return result.output
  throw new ImportFault(`These files make a framework that does not fit: ${firstFault(result.issues)}.`)
}

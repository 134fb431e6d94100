import type { WaymarkDatabase } from '../../database/database'
import { recordFile } from '../../database/files'
import { ME } from '../../database/people'
import { dayOf } from '../../domain/day'
import type { Framework } from '../../domain/framework'
import type { Ratings } from '../../domain/gap'
import { saveFile } from '../../ui/saveFile'

/** Saves my skills as a file, and notes it down for “Who can see this”. What writes it is loaded when first asked for. */
export async function exportSkills(
  db: WaymarkDatabase,
  kind: 'csv' | 'xlsx' | 'json',
  frameworks: readonly Framework[],
  ratings: Ratings,
  now: Date,
): Promise<void> {
  const day = dayOf(now.toISOString())
  const name = `my-skills-${day}.${kind}`
  await recordFile(db, { at: now.toISOString(), did: 'made', what: 'export', name, person: ME, locked: 'no' })
  if (kind === 'json') {
    const { mySkillsDocument } = await import('../../interchange/mySkills')
    const document = mySkillsDocument(frameworks, ratings, now.toISOString())
    return saveFile(name, JSON.stringify(document, null, 2), 'application/json')
  }
  const { skillsCsv, skillsSheet, skillsTable } = await import('../../interchange/skillsTable')
  const table = skillsTable(frameworks, ratings, day)
  if (kind === 'csv') return saveFile(name, skillsCsv(table), 'text/csv')
  const { xlsxBytes, XLSX_TYPE } = await import('../../interchange/xlsxOut')
  saveFile(name, await xlsxBytes([skillsSheet(table)]), XLSX_TYPE)
}

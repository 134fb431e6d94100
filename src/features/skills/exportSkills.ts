import { dayOf } from '../../domain/day'
import type { Framework } from '../../domain/framework'
import type { Ratings } from '../../domain/gap'
import { saveFile } from '../../ui/saveFile'

/** Saves my skills as a file. What writes it is loaded when first asked for. */
export async function exportSkills(
  kind: 'csv' | 'xlsx' | 'json',
  frameworks: readonly Framework[],
  ratings: Ratings,
  now: Date,
): Promise<void> {
  const day = dayOf(now.toISOString())
  const name = `my-skills-${day}.${kind}`
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

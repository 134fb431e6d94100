import type { Day } from '../../../domain/day'
import type { ProgressEntry } from '../../../domain/progress/entry'
import { saveFile } from '../../../ui/saveFile'

/** Saves the record as a file. What writes it is loaded when first asked for. */
export async function saveProgress(
  entries: readonly ProgressEntry[],
  kind: 'csv' | 'xlsx',
  today: Day,
): Promise<void> {
  const { progressCsv, progressSheet, progressTable } = await import('../../../interchange/progressTable')
  const table = progressTable(entries)
  const name = `waymark-progress-${today}.${kind}`
  if (kind === 'csv') return saveFile(name, progressCsv(table), 'text/csv')
  const { xlsxBytes, XLSX_TYPE } = await import('../../../interchange/xlsxOut')
  saveFile(name, await xlsxBytes([progressSheet(table)]), XLSX_TYPE)
}

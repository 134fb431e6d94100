import { saveFile } from '../../../ui/saveFile'
import type { Book } from './useBook'

export type ReleaseFormat = 'csv' | 'xlsx' | 'json'

/** Saves a release as a file, with no network. What writes it is loaded when first asked for. */
export async function saveRelease(book: Book, format: ReleaseFormat): Promise<void> {
  const name = `waymark-${book.release.period}.${format}`
  if (format === 'json') return saveFile(name, JSON.stringify(book.release, null, 2), 'application/json')
  const { releaseSheets, releaseTable, releaseTableCsv } = await import('../../../interchange/releaseTable')
  const table = releaseTable(book)
  if (format === 'csv') return saveFile(name, releaseTableCsv(table), 'text/csv')
  const { xlsxBytes, XLSX_TYPE } = await import('../../../interchange/xlsxOut')
  saveFile(name, await xlsxBytes(releaseSheets(table)), XLSX_TYPE)
}

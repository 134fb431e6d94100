import { recordFile } from '../../../database/files'
import type { WaymarkDatabase } from '../../../database/database'
import { dayOf } from '../../../domain/day'
import type { SheetCell } from '../../../interchange/xlsxOut'
import { saveFile } from '../../../ui/saveFile'
import { COVER_WIDTHS } from './coverTable'

/** Saves the cover table as a file and notes down that it was made. What writes it is loaded when first asked for. */
export async function saveCover(
  db: WaymarkDatabase,
  kind: 'csv' | 'xlsx',
  table: readonly (readonly SheetCell[])[],
  now: Date,
): Promise<void> {
  const at = now.toISOString()
  const name = `team-cover-${dayOf(at)}.${kind}`
  if (kind === 'csv') {
    const { BYTE_ORDER_MARK, csvText } = await import('../../../contract/csv')
    saveFile(name, BYTE_ORDER_MARK + csvText(table), 'text/csv')
  } else {
    const { xlsxBytes, XLSX_TYPE } = await import('../../../interchange/xlsxOut')
    saveFile(name, await xlsxBytes([{ name: 'Cover', rows: table, widths: COVER_WIDTHS }]), XLSX_TYPE)
  }
  await recordFile(db, { at, did: 'made', what: 'export', name, locked: 'no' })
}

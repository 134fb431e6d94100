import type { FileRecord } from '../domain/appraisal/fileRecord'
import type { WaymarkDatabase } from './database'

/** Files with something of a person's in them that were made or opened here, the latest first. */
export async function fileRecords(db: WaymarkDatabase): Promise<FileRecord[]> {
  const all = await db.files.toArray()
  return all.sort((a, b) => (a.at < b.at ? 1 : -1))
}

/** Notes down that a file was made or opened. */
export async function recordFile(db: WaymarkDatabase, record: Omit<FileRecord, 'id'>): Promise<void> {
  await db.files.add({ ...record, id: crypto.randomUUID() })
}

import { versionOf } from '../client/digest'
import type { Backup } from '../contract/backup'
import { makeBackup } from '../database/backup'
import type { WaymarkDatabase } from '../database/database'
import { setNote } from '../database/notes'
import { BackupFault, checkBackupSize, readBackup } from '../interchange/backup'

export { BackupFault }

/** Everything on this laptop as a file to save: its name and its text. Noted as the last copy made. */
export async function makeBackupFile(
  db: WaymarkDatabase,
  now: Date,
): Promise<{ name: string; text: string }> {
  const text = JSON.stringify(await makeBackup(db, now))
  await setNote(db, 'lastBackupAt', now.toISOString())
  return { name: `waymark-backup-${now.toISOString().slice(0, 10)}.json`, text }
}

/**
 * Reads the file a person chose. Writes nothing.
 * @throws BackupFault, one sentence for the person.
 */
export async function readBackupFile(file: File): Promise<Backup> {
  // By size alone first, so that a huge file is refused without being read.
  checkBackupSize(file.name, file.size)
  const backup = readBackup(file.name, await textOf(file))
  // Over plain HTTP nothing can be hashed, so no catalogue is taken on trust.
  if (globalThis.crypto.subtle === undefined) return { ...backup, catalogues: [] }
  for (const { version, text } of backup.catalogues) {
    if ((await versionOf(text)) !== version) {
      throw new BackupFault(`${file.name} was changed or damaged: a catalogue in it does not match its hash.`)
    }
  }
  return backup
}

async function textOf(file: File): Promise<string> {
  try {
    return await file.text()
  } catch {
    throw new BackupFault(`${file.name} could not be read: it has moved, or another program holds it.`)
  }
}

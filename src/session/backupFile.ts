import { versionOf } from '../client/digest'
import type { Backup } from '../contract/backup'
import { makeBackup } from '../database/backup'
import type { WaymarkDatabase } from '../database/database'
import { recordFile } from '../database/files'
import { managerKeys } from '../database/managerKey'
import { setNote } from '../database/notes'
import { BackupFault, checkBackupSize, readBackup } from '../interchange/backup'
import { lock, type Watching } from '../interchange/locked/lock'
import { looksLocked } from '../interchange/locked/looksLocked'

export { BackupFault }

/** A file to save, and the type a browser is told it has. */
export interface SavedFile {
  name: string
  content: string | Uint8Array<ArrayBuffer>
  type: string
}

/** Everything on this laptop as a file to save, which anyone who has it can read. Noted as the last copy made. */
export async function makeBackupFile(db: WaymarkDatabase, now: Date): Promise<SavedFile> {
  const content = JSON.stringify(await makeBackup(db, now))
  const file = { name: nameOf(now, 'json'), content, type: 'application/json' }
  await noteMade(db, now, file.name, 'no')
  return file
}

/**
 * The same locked with a passphrase, as an age file; only this has a manager's keys in it. Noted as the last copy
 * made once it is there, so not where it was stopped.
 * @throws LockFault, one sentence for the person; the signal's reason when they stop it.
 */
export async function makeLockedBackupFile(
  db: WaymarkDatabase,
  now: Date,
  passphrase: string,
  watching: Watching,
): Promise<SavedFile> {
  const keys = await managerKeys(db)
  const backup = await makeBackup(db, now)
  const whole: Backup = keys.length === 0 ? backup : { ...backup, managerKeys: keys }
  const content = await lock(JSON.stringify(whole), { passphrase }, watching)
  const file = { name: nameOf(now, 'age'), content, type: 'application/octet-stream' }
  await noteMade(db, now, file.name, 'passphrase')
  return file
}

/** Notes down, for whoever wants to know what became of their data, that a copy was merged in here. */
export function noteOpened(db: WaymarkDatabase, now: Date, name: string, locked: boolean): Promise<void> {
  const how = locked ? 'passphrase' : 'no'
  return recordFile(db, { at: now.toISOString(), did: 'opened', what: 'backup', name, locked: how })
}

function nameOf(now: Date, ending: 'json' | 'age'): string {
  return `waymark-backup-${now.toISOString().slice(0, 10)}.${ending}`
}

function noteMade(db: WaymarkDatabase, now: Date, name: string, locked: 'passphrase' | 'no'): Promise<void> {
  return db.transaction('rw', db.notes, db.files, async () => {
    await setNote(db, 'lastBackupAt', now.toISOString())
    await recordFile(db, { at: now.toISOString(), did: 'made', what: 'backup', name, locked })
  })
}

/** What a chosen file turned out to be: a copy, or a locked one whose passphrase is still to be asked for. */
export type ChosenBackup = { backup: Backup } | { locked: Uint8Array<ArrayBuffer> }

/**
 * Reads the file a person chose. Writes nothing.
 * @throws BackupFault, one sentence for the person.
 */
export async function readBackupFile(file: File): Promise<ChosenBackup> {
  // By size alone first, so that a huge file is refused without being read.
  checkBackupSize(file.name, file.size)
  const bytes = await bytesOf(file)
  if (looksLocked(bytes)) return { locked: bytes }
  return { backup: await readBackupText(file.name, new TextDecoder().decode(bytes)) }
}

/**
 * Reads the text of a copy, where it was locked once it is open. Writes nothing.
 * @throws BackupFault, one sentence for the person.
 */
export async function readBackupText(name: string, text: string): Promise<Backup> {
  const backup = readBackup(name, text)
  // Over plain HTTP nothing can be hashed, so no catalogue is taken on trust.
  if (globalThis.crypto.subtle === undefined) return { ...backup, catalogues: [] }
  for (const { version, text: catalogue } of backup.catalogues) {
    if ((await versionOf(catalogue)) !== version) {
      throw new BackupFault(`${name} was changed or damaged: a catalogue in it does not match its hash.`)
    }
  }
  return backup
}

async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    throw new BackupFault(`${file.name} could not be read: it has moved, or another program holds it.`)
  }
}

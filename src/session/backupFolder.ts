import { sha256 } from '../client/digest'
import { makeBackup } from '../database/backup'
import type { WaymarkDatabase } from '../database/database'
import { note, setNote, type Notes } from '../database/notes'

const READ_AND_WRITE = { mode: 'readwrite' } as const

/** Whether this browser can keep a copy in a folder by itself. */
export function canKeepInFolder(): boolean {
  return 'showDirectoryPicker' in window && window.isSecureContext
}

/** Lets the person choose a folder, and writes the first copy there. Resolves with false where they chose none. */
export async function chooseFolder(db: WaymarkDatabase): Promise<boolean> {
  try {
    const folder = await window.showDirectoryPicker?.({ id: 'waymark-backup', ...READ_AND_WRITE })
    if (folder === undefined) return false
    await keepIn(db, folder)
    return true
  } catch (reason) {
    if (reason instanceof DOMException && reason.name === 'AbortError') return false
    throw reason
  }
}

/** Makes this the folder that a copy is kept in, under a name that no other laptop's copy has there. */
export async function keepIn(db: WaymarkDatabase, folder: FileSystemDirectoryHandle): Promise<void> {
  const file = await freeName(folder)
  await db.transaction('rw', db.notes, async () => {
    await setNote(db, 'backupFolder', folder)
    await setNote(db, 'backupFile', file)
  })
  await writeCopy(db, new Date())
}

/** Keeps no copy there any more. The file that is there stays. */
export async function stopKeeping(db: WaymarkDatabase): Promise<void> {
  await db.transaction('rw', db.notes, () =>
    db.notes.bulkDelete(['backupFolder', 'backupFile', 'backupTrouble']),
  )
}

/** Asks the person for the browser's permission again; to be called from a press of a button. */
export async function allowAgain(db: WaymarkDatabase): Promise<void> {
  const folder = await note(db, 'backupFolder')
  await folder?.requestPermission?.(READ_AND_WRITE)
  await writeCopy(db, new Date())
}

/**
 * Writes everything on this laptop to the chosen folder, whole or not at all, and notes when,
 * or why it could not. Where `known` is the digest of what is there already, nothing is
 * written. Resolves with the digest of what is there now.
 */
export async function writeCopy(db: WaymarkDatabase, now: Date, known?: string): Promise<string | undefined> {
  const folder = await note(db, 'backupFolder')
  const name = await note(db, 'backupFile')
  if (folder === undefined || name === undefined) return undefined
  try {
    if ((await folder.queryPermission?.(READ_AND_WRITE)) !== 'granted')
      throw new DOMException('', 'NotAllowedError')
    const backup = await makeBackup(db, now)
    const digest = await sha256(JSON.stringify({ ...backup, madeAt: '' }))
    if (digest === known) return known
    await write(folder, name, JSON.stringify(backup))
    await setNote(db, 'lastBackupAt', now.toISOString())
    await setNote(db, 'backupTrouble', undefined)
    return digest
  } catch (reason) {
    await noteTrouble(db, troubleOf(reason))
    return undefined
  }
}

/** The browser writes beside the file and puts the new one in its place when it is closed. */
async function write(folder: FileSystemDirectoryHandle, name: string, text: string): Promise<void> {
  const file = await folder.getFileHandle(name, { create: true })
  const writable = await file.createWritable()
  await writable.write(text)
  await writable.close()
}

async function freeName(folder: FileSystemDirectoryHandle): Promise<string> {
  const taken = new Set<string>()
  for await (const name of folder.keys()) taken.add(name)
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? 'waymark-backup.json' : `waymark-backup-${number}.json`
    if (!taken.has(name)) return name
  }
}

/** Once for each kind of trouble: the note is itself a change that the copy is kept current with. */
async function noteTrouble(db: WaymarkDatabase, trouble: Notes['backupTrouble']): Promise<void> {
  if ((await note(db, 'backupTrouble')) !== trouble) await setNote(db, 'backupTrouble', trouble)
}

function troubleOf(reason: unknown): Notes['backupTrouble'] {
  const name = reason instanceof DOMException ? reason.name : ''
  if (name === 'NotAllowedError') return 'permission'
  return name === 'NotFoundError' ? 'gone' : 'failed'
}

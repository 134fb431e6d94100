import * as v from 'valibot'
import {
  BACKUP_MAX_BYTES,
  BACKUP_VERSION,
  BackupHeaderSchema,
  BackupSchema,
  type Backup,
} from '../contract/backup'
import { CatalogueSchema } from '../contract/catalogue'
import { firstFault } from '../contract/parse'
import { guardedJson, UnsafeJson } from './guardedJson'

/** Why a file cannot be restored, as one sentence for the person who chose it. Nothing was written. */
export class BackupFault extends Error {
  override name = 'BackupFault'
}

/** @throws BackupFault when the file holds nothing, or more than is ever read. */
export function checkBackupSize(file: string, bytes: number): void {
  if (bytes === 0) throw new BackupFault(`${file} is empty.`)
  if (bytes > BACKUP_MAX_BYTES) {
    throw new BackupFault(
      `${file} is larger than ${BACKUP_MAX_BYTES / 1024 / 1024} MB, which no copy of Waymark is.`,
    )
  }
}

/**
 * Reads a backup, every part of it checked by its schema. Whether its catalogues match
 * their hashes is for the caller, who has the means to hash.
 * @throws BackupFault
 */
export function readBackup(file: string, text: string): Backup {
  checkBackupSize(file, text.length)
  const document = json(file, text)
  const header = v.safeParse(BackupHeaderSchema, document)
  if (!header.success) throw new BackupFault(`${file} is not a copy made by Waymark.`)
  if (header.output.v > BACKUP_VERSION) {
    throw new BackupFault(`${file} was made by a newer Waymark: update this one first, then restore it.`)
  }
  const parsed = v.safeParse(BackupSchema, document, { abortEarly: true })
  if (!parsed.success) {
    throw new BackupFault(`${file} cannot be restored. What is wrong is at ${firstFault(parsed.issues)}.`)
  }
  parsed.output.catalogues.forEach((stored, at) =>
    checkCatalogue(`${file}, at catalogues.${at},`, stored.text),
  )
  return parsed.output
}

function json(file: string, text: string): unknown {
  try {
    return guardedJson(text)
  } catch (fault) {
    if (fault instanceof UnsafeJson) throw new BackupFault(`${file} cannot be restored: ${fault.message}.`)
    throw new BackupFault(
      text.trimStart().startsWith('{"waymark":"backup"')
        ? `${file} is cut off or damaged: it does not read as a whole copy.`
        : `${file} is not a copy made by Waymark.`,
    )
  }
}

/** The catalogue is read from its own text ever after, so it is checked as one received from the service is. */
function checkCatalogue(where: string, text: string): void {
  const parsed = v.safeParse(CatalogueSchema, json(where, text), { abortEarly: true })
  if (!parsed.success) {
    throw new BackupFault(`${where} holds a catalogue that is wrong at ${firstFault(parsed.issues)}.`)
  }
}

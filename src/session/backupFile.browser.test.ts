import { afterEach, beforeEach, expect, it } from 'vitest'
import v1 from '../../tests/fixtures/backup/v1.json?raw'
import { WaymarkDatabase } from '../database/database'
import { note } from '../database/notes'
import { restore } from '../database/restore'
import { BackupFault, makeBackupFile, readBackupFile } from './backupFile'

let db: WaymarkDatabase
const NOW = new Date('2026-11-23T09:00:00.000Z')
const file = (text: string) => new File([text], 'copy.json')

beforeEach(async () => {
  db = new WaymarkDatabase(`file-${crypto.randomUUID()}`)
  await restore(db, await readBackupFile(file(v1)))
})
afterEach(() => db.delete({ disableAutoOpen: true }))

it('makes a file named by its day, which reads back as everything there is', async () => {
  const { name, text } = await makeBackupFile(db, NOW)
  expect(name).toBe('waymark-backup-2026-11-23.json')
  expect(await readBackupFile(file(text))).toEqual({ ...JSON.parse(v1), madeAt: NOW.toISOString() })
  expect(await note(db, 'lastBackupAt')).toBe(NOW.toISOString())
})

it('refuses a catalogue that is not the one its hash names', async () => {
  await expect(readBackupFile(file(v1.replace('Waterways', 'Waterwayz')))).rejects.toThrow(
    new BackupFault('copy.json was changed or damaged: a catalogue in it does not match its hash.'),
  )
})

it('refuses a huge file without reading it', async () => {
  const huge = new File([new Uint8Array(65 * 1024 * 1024)], 'huge.json')
  await expect(readBackupFile(huge)).rejects.toThrow('huge.json is larger than 64 MB')
})

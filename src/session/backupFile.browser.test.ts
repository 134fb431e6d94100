import { Decrypter } from 'age-encryption'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import v1 from '../../tests/fixtures/backup/v1.json?raw'
import type { Backup } from '../contract/backup'
import { WaymarkDatabase } from '../database/database'
import { fileRecords } from '../database/files'
import { managerKey, managerKeys, putManagerKey } from '../database/managerKey'
import { note } from '../database/notes'
import { previewRestore, restore } from '../database/restore'
import { makeKey, unlock } from '../interchange/locked/lock'
import {
  BackupFault,
  makeBackupFile,
  makeLockedBackupFile,
  readBackupFile,
  readBackupText,
} from './backupFile'

let db: WaymarkDatabase
const NOW = new Date('2026-11-23T09:00:00.000Z')
const PASSPHRASE = 'velvet-brick-river-tiger-anchor-ripple'
const fixture = JSON.parse(v1) as Backup

async function read(content: string | Uint8Array<ArrayBuffer>): Promise<Backup> {
  const found = await readBackupFile(new File([content], 'copy.json'))
  if (!('backup' in found)) throw new Error('It was locked')
  return found.backup
}

async function keyNamed(name: string) {
  return { ...(await makeKey()), name, madeAt: NOW.toISOString() }
}

beforeEach(async () => {
  db = new WaymarkDatabase(`file-${crypto.randomUUID()}`)
  await restore(db, await read(v1))
})
afterEach(() => db.delete({ disableAutoOpen: true }))

it('makes a file named by its day, which reads back as everything there is, and notes it down', async () => {
  const { name, content } = await makeBackupFile(db, NOW)
  expect(name).toBe('waymark-backup-2026-11-23.json')
  expect(await read(content)).toEqual({ ...fixture, madeAt: NOW.toISOString() })
  expect(await note(db, 'lastBackupAt')).toBe(NOW.toISOString())
  expect(await fileRecords(db)).toMatchObject([{ did: 'made', what: 'backup', name, locked: 'no' }])
})

describe('a locked copy', () => {
  it('is an age file that any tool for it opens, and is everything there is', async () => {
    const { name, content } = await makeLockedBackupFile(db, NOW, PASSPHRASE, {})
    expect(name).toBe('waymark-backup-2026-11-23.age')
    const decrypter = new Decrypter()
    decrypter.addPassphrase(PASSPHRASE)
    const text = await decrypter.decrypt(content as Uint8Array, 'text')
    expect(JSON.parse(text)).toEqual({ ...fixture, madeAt: NOW.toISOString() })
    expect(await fileRecords(db)).toMatchObject([{ name, locked: 'passphrase' }])
  })

  it('is told from a plain one when chosen, and read once it is open', async () => {
    const { name, content } = await makeLockedBackupFile(db, NOW, PASSPHRASE, {})
    const found = await readBackupFile(new File([content], name))
    if (!('locked' in found)) throw new Error('It was not locked')
    const backup = await readBackupText(name, await unlock(found.locked, { passphrase: PASSPHRASE }))
    expect(backup.people).toEqual(fixture.people)
  })

  it('is not counted as made where it was stopped', async () => {
    const stop = new AbortController()
    const making = makeLockedBackupFile(db, NOW, PASSPHRASE, {
      onProgress: () => stop.abort(),
      signal: stop.signal,
    })
    await expect(making).rejects.toMatchObject({ name: 'AbortError' })
    expect(await note(db, 'lastBackupAt')).toBeUndefined()
    expect(await fileRecords(db)).toEqual([])
  })
})

describe('a manager’s keys', () => {
  it('leave the laptop in a locked copy only, and come back from it', async () => {
    const [spring, autumn] = [await keyNamed('Ash, spring'), await keyNamed('Ash, autumn')]
    await putManagerKey(db, spring)
    await putManagerKey(db, autumn)
    const plain = await makeBackupFile(db, NOW)
    expect(plain.content).not.toContain('AGE-SECRET-KEY')
    const { content } = await makeLockedBackupFile(db, NOW, PASSPHRASE, {})
    const text = await unlock(content as Uint8Array, { passphrase: PASSPHRASE })
    const other = new WaymarkDatabase(`file-${crypto.randomUUID()}`)
    const backup = await readBackupText('copy.age', text)
    expect((await previewRestore(other, backup)).cards).toEqual(['Ash, autumn', 'Ash, spring'])
    await restore(other, backup)
    expect(await managerKeys(other)).toEqual([autumn, spring])
    await other.delete({ disableAutoOpen: true })
  })

  it('stay, and the card of today with them, when a copy brings others; twice is as once', async () => {
    const [here, theirs] = [await keyNamed('Here'), await keyNamed('In the copy')]
    await putManagerKey(db, here)
    const backup = { ...fixture, managerKeys: [theirs, here] }
    await restore(db, backup)
    expect(await managerKeys(db)).toEqual([here, theirs])
    expect((await previewRestore(db, backup)).cards).toEqual([])
    await restore(db, backup)
    expect(await managerKeys(db)).toEqual([here, theirs])
    await putManagerKey(db, { ...theirs, name: 'Renamed' })
    expect(await managerKey(db)).toEqual({ ...theirs, name: 'Renamed' })
    expect(await managerKeys(db)).toHaveLength(2)
  })

  it('are refused where they are none', async () => {
    const broken = { ...fixture, managerKeys: [{ ...(await keyNamed('Ash')), identity: 'AGE-SECRET-KEY-1' }] }
    await expect(read(JSON.stringify(broken))).rejects.toThrow('managerKeys.0.identity: not a key')
  })
})

it('refuses a catalogue that is not the one its hash names', async () => {
  await expect(read(v1.replace('Waterways', 'Waterwayz'))).rejects.toThrow(
    new BackupFault('copy.json was changed or damaged: a catalogue in it does not match its hash.'),
  )
})

it('refuses a huge file without reading it', async () => {
  const huge = new File([new Uint8Array(65 * 1024 * 1024)], 'huge.json')
  await expect(readBackupFile(huge)).rejects.toThrow('huge.json is larger than 64 MB')
})

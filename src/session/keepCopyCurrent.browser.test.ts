import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WaymarkDatabase } from '../database/database'
import { note } from '../database/notes'
import { changeMe } from '../database/people'
import { readBackup } from '../interchange/backup'
import { keepIn, stopKeeping, writeCopy } from './backupFolder'
import { keepCopyCurrent } from './keepCopyCurrent'

let db: WaymarkDatabase
let root: FileSystemDirectoryHandle
let folder: FileSystemDirectoryHandle
let stop = () => {}
const name = () => `copies-${db.name}`

beforeEach(async () => {
  db = new WaymarkDatabase(`folder-${crypto.randomUUID()}`)
  root = await navigator.storage.getDirectory()
  folder = await root.getDirectoryHandle(name(), { create: true })
})
afterEach(async () => {
  stop()
  await root.removeEntry(name(), { recursive: true }).catch(() => {})
  await db.delete({ disableAutoOpen: true })
})

async function copy(file = 'waymark-backup.json') {
  const handle = await folder.getFileHandle(file)
  return readBackup(file, await (await handle.getFile()).text())
}
const nameInCopy = async () => (await copy().catch(() => undefined))?.people[0]?.name

describe('a folder chosen once', () => {
  it('gets a copy at once, and the laptop knows when', async () => {
    await changeMe(db, { name: 'Ash' })
    await keepIn(db, folder)
    expect((await copy()).people).toEqual([{ id: 'me', name: 'Ash' }])
    expect(await note(db, 'lastBackupAt')).toBe((await copy()).madeAt)
  })

  it('gets another whenever something changes, in this tab or another', async () => {
    await keepIn(db, folder)
    stop = keepCopyCurrent(db, 10)
    const otherTab = new WaymarkDatabase(db.name)
    await changeMe(otherTab, { name: 'Birch' })
    otherTab.close()
    await expect.poll(nameInCopy).toBe('Birch')
    await changeMe(db, { name: 'Cedar' })
    await expect.poll(nameInCopy).toBe('Cedar')
  })

  it('is not written to when nothing changed', async () => {
    await keepIn(db, folder)
    const digest = await writeCopy(db, new Date('2026-11-23T09:00:00Z'))
    expect(await writeCopy(db, new Date('2026-11-24T09:00:00Z'), digest)).toBe(digest)
    expect((await copy()).madeAt).toBe('2026-11-23T09:00:00.000Z')
  })

  it('is written to by one tab at a time, and by the next when that one closes', async () => {
    await keepIn(db, folder)
    const stopFirst = keepCopyCurrent(db, 10)
    stop = keepCopyCurrent(db, 10)
    const ofThis = async () =>
      (await navigator.locks.query()).held?.filter((lock) => lock.name?.includes(db.name)).length
    await expect.poll(ofThis).toBe(1)
    stopFirst()
    await changeMe(db, { name: 'Dill' })
    await expect.poll(nameInCopy).toBe('Dill')
  })

  it('does not overwrite the copy of another laptop that is already there', async () => {
    await folder.getFileHandle('waymark-backup.json', { create: true })
    await keepIn(db, folder)
    expect((await copy('waymark-backup-2.json')).waymark).toBe('backup')
    expect((await (await folder.getFileHandle('waymark-backup.json')).getFile()).size).toBe(0)
  })

  it('says so when it is gone, and no more once it is back', async () => {
    await keepIn(db, folder)
    const madeAt = await note(db, 'lastBackupAt')
    await root.removeEntry(name(), { recursive: true })
    await writeCopy(db, new Date())
    expect(await note(db, 'backupTrouble')).toBe('gone')
    expect(await note(db, 'lastBackupAt')).toBe(madeAt)
    folder = await root.getDirectoryHandle(name(), { create: true })
    await writeCopy(db, new Date())
    expect(await note(db, 'backupTrouble')).toBeUndefined()
  })

  it('is left alone, its copy with it, once the person stops it', async () => {
    await keepIn(db, folder)
    await stopKeeping(db)
    await changeMe(db, { name: 'Elder' })
    expect(await writeCopy(db, new Date())).toBeUndefined()
    expect((await copy()).people).toEqual([])
  })
})

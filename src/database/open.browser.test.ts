import Dexie from 'dexie'
import { afterEach, expect, it } from 'vitest'
import { SCHEMA_VERSION, WaymarkDatabase } from './database'
import { openDatabase } from './open'

const NAME = 'waymark-test-open'

afterEach(() => Dexie.delete(NAME))

async function opened() {
  const result = await openDatabase(NAME, () => {})
  if (result.state !== 'open') throw new Error(`The database is ${result.state}`)
  return result.db
}

it('has the version its schema says, so that no change of the stores went unnumbered', async () => {
  const db = await opened()
  expect(db.verno).toBe(SCHEMA_VERSION)
  expect(db.backendDB().version).toBe(SCHEMA_VERSION * 10)
  db.close()
})

it('refuses a database written by a newer Waymark and leaves it as it was', async () => {
  const newer = new Dexie(NAME)
  newer.version(SCHEMA_VERSION + 1).stores({ notes: '&key' })
  await newer.open()
  await newer.table('notes').put({ key: 'from', value: 'the future' })
  newer.close()

  expect(await openDatabase(NAME, () => {})).toEqual({ state: 'newer' })

  await newer.open()
  expect(await newer.table('notes').get('from')).toEqual({ key: 'from', value: 'the future' })
  newer.close()
})

it('lets go when a newer version in another tab needs it, says so, and never reopens with old code', async () => {
  let said = false
  const result = await openDatabase(NAME, () => (said = true))
  if (result.state !== 'open') throw new Error('not open')

  const newer = new Dexie(NAME)
  newer.version(SCHEMA_VERSION + 1).stores({ notes: '&key', people: '&id' })
  await newer.open()

  expect(said).toBe(true)
  await expect(result.db.notes.put({ key: 'late', value: 1 })).rejects.toThrow(/closed/i)
  newer.close()
})

it('says so when another tab does not let go', async () => {
  const older = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(NAME, 1)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(new Error('could not open'))
  })
  expect(await openDatabase(NAME, () => {})).toEqual({ state: 'blocked' })
  older.close()
})

it('keeps ratings strictly: saved means written to the disk', () => {
  expect(new WaymarkDatabase(NAME)._options.chromeTransactionDurability).toBe('strict')
})

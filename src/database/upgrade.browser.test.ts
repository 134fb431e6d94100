import Dexie from 'dexie'
import { afterEach, expect, it } from 'vitest'
import v1 from '../../tests/fixtures/database/v1.json'
import v2 from '../../tests/fixtures/database/v2.json'
import v3 from '../../tests/fixtures/database/v3.json'
import v4 from '../../tests/fixtures/database/v4.json'
import { writeDatabase, type WrittenDatabase } from '../../tests/support/writtenDatabase'
import { actionsOf } from './actions'
import { appraisalsOf } from './appraisals'
import { roleCase } from './cases'
import { latestCatalogue } from './catalogues'
import { certificatesOf } from './certificates'
import { SCHEMA_VERSION, type SharedPeriod, type WaymarkDatabase } from './database'
import { drafts } from './drafts'
import { frameworkHeaders, readFramework } from './frameworks'
import { note } from './notes'
import { members } from './members'
import { openDatabase } from './open'
import { me } from './people'
import { progressEntries } from './progress'
import { currentAssessment } from './ratings'

const NAME = 'waymark-test-upgrade'
const EARLIER: [number, WrittenDatabase][] = [
  [1, v1],
  [2, v2],
  [3, v3],
  [4, v4],
]

let db: WaymarkDatabase
afterEach(() => Dexie.delete(NAME))

async function opened(): Promise<WaymarkDatabase> {
  const result = await openDatabase(NAME, () => {})
  if (result.state !== 'open') throw new Error(`The database is ${result.state}`)
  return result.db
}

it('has a fixture of every earlier version', () => {
  expect(EARLIER.map(([version]) => version)).toEqual(
    Array.from({ length: SCHEMA_VERSION - 1 }, (_, i) => i + 1),
  )
})

it.each(EARLIER)('keeps every row that version %i wrote', async (_, written) => {
  await writeDatabase(NAME, written)
  db = await opened()
  expect(db.verno).toBe(SCHEMA_VERSION)
  for (const { name, rows } of written.stores) expect(await db.table(name).toArray()).toEqual(rows)
  expect(await appraisalsOf(db, 'me')).toEqual([])
  expect(await progressEntries(db)).toEqual([])
})

it('finds the plan and the case that version 3 kept, and none where there was no store for them', async () => {
  await writeDatabase(NAME, v2)
  db = await opened()
  expect(await actionsOf(db, 'me')).toEqual([])
  expect(await certificatesOf(db, 'me')).toEqual([])
  expect(await roleCase(db, 'county-solution-architect')).toBeUndefined()
  db.close()
  await Dexie.delete(NAME)
  await writeDatabase(NAME, v3)
  db = await opened()
  expect(await actionsOf(db, 'me')).toMatchObject([{ what: 'Sit in on two reviews' }, { due: '2027-02-01' }])
  expect(await certificatesOf(db, 'me')).toMatchObject([{ name: 'Keeper of locks' }])
  expect(await roleCase(db, 'county-solution-architect')).toMatchObject({ words: {} })
})

it('finds the team that version 4 kept, and none where there was no store for it', async () => {
  await writeDatabase(NAME, v3)
  db = await opened()
  expect(await members(db)).toEqual([])
  db.close()
  await Dexie.delete(NAME)
  await writeDatabase(NAME, v4)
  db = await opened()
  expect((await members(db)).map(({ name }) => name).sort()).toEqual(['Ash', 'Robin'])
  expect(await appraisalsOf(db, 'm1')).toMatchObject([{ season: '2026' }])
})

it('finds in the data of version 1 what the product shows', async () => {
  await writeDatabase(NAME, v1)
  db = await opened()
  expect(await me(db)).toEqual({
    id: 'me',
    name: 'Sam',
    role: 'county-solution-architect',
    target: 'gdd-keeper',
  })
  expect(await currentAssessment(db, 'me')).toMatchObject({ title: 'Autumn 2026' })
  expect((await latestCatalogue(db))?.text).toContain('County ICT')
  const [header] = await frameworkHeaders(db)
  expect(await readFramework(db, header!.ref)).toMatchObject({ title: 'Keepers' })
  expect(await db.outbox.where('period').equals('2026-autumn').count()).toBe(1)
  expect(await note(db, 'joinCode')).toBe('river-stile-42')
})

it('finds the draft that version 2 kept, with what can be taken back', async () => {
  await writeDatabase(NAME, v2)
  db = await opened()
  expect(await drafts(db)).toMatchObject([{ id: 'next-year', done: [{ what: 'Rename catalogue' }] }])
})

it('finds no drafts where version 1 had no store for them', async () => {
  await writeDatabase(NAME, v1)
  db = await opened()
  expect(await drafts(db)).toEqual([])
})

it('keeps the key of a period, still able to sign and still not to be read out', async () => {
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ])
  const withKeys = v1.stores.map((store) =>
    store.name === 'periods' ? { ...store, rows: store.rows.map((row) => ({ ...row, keys })) } : store,
  )
  await writeDatabase(NAME, { ...v1, stores: withKeys })
  db = await opened()
  const kept: SharedPeriod | undefined = await db.periods.get('2026-autumn')
  const privateKey = kept!.keys!.privateKey
  expect(privateKey.extractable).toBe(false)
  const bytes = new TextEncoder().encode('a summary')
  const how = { name: 'ECDSA', hash: 'SHA-256' }
  const signature = await crypto.subtle.sign(how, privateKey, bytes)
  expect(await crypto.subtle.verify(how, keys.publicKey, signature, bytes)).toBe(true)
})

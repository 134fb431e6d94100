import Dexie from 'dexie'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { keepCatalogue, latestCatalogue, takeLatestCatalogue, usedCatalogues } from './catalogues'
import { WaymarkDatabase } from './database'

const NAME = 'waymark-test-catalogues'
let db: WaymarkDatabase

beforeEach(async () => {
  db = (await new WaymarkDatabase(NAME).open()) as WaymarkDatabase
})
afterEach(async () => {
  db.close()
  await Dexie.delete(NAME)
})

const receive = (version: string) => keepCatalogue(db, { version, text: `"${version}"` })
const used = async () => (await usedCatalogues(db)).map(({ version, since }) => [version, since])

it('keeps what is received, and uses it only when it is taken into use', async () => {
  await receive('one')
  await takeLatestCatalogue(db, '2026-01-01')
  await receive('two')
  expect((await latestCatalogue(db))?.version).toBe('two')
  expect(await used()).toEqual([['one', '2026-01-01']])
  expect((await takeLatestCatalogue(db, '2026-02-01'))?.version).toBe('two')
  expect(await used()).toEqual([
    ['one', '2026-01-01'],
    ['two', '2026-02-01'],
  ])
})

it('writes a start with the same version down once, and a return to an earlier one again', async () => {
  for (const [version, at] of [
    ['one', '2026-01-01'],
    ['one', '2026-01-02'],
    ['two', '2026-02-01'],
    ['one', '2026-03-01'],
  ] as const) {
    await receive(version)
    await takeLatestCatalogue(db, at)
  }
  expect(await used()).toEqual([
    ['two', '2026-02-01'],
    ['one', '2026-03-01'],
  ])
})

it('counts a catalogue that a copy brought as an earlier one', async () => {
  await receive('two')
  await takeLatestCatalogue(db, '2026-02-01')
  await db.catalogues.put({ version: 'from a copy', text: '""' })
  expect(await used()).toEqual([
    ['from a copy', undefined],
    ['two', '2026-02-01'],
  ])
})

it('holds nothing before the first', async () => {
  expect(await takeLatestCatalogue(db, '2026-01-01')).toBeUndefined()
  expect(await used()).toEqual([])
})

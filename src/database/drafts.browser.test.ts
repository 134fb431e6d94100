import Dexie from 'dexie'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { town } from '../../tests/support/town'
import { editThing } from '../domain/draft/things'
import { WaymarkDatabase } from './database'
import { latestCatalogue } from './catalogues'
import {
  changeDraft,
  closePublishedDraft,
  discardDraft,
  drafts,
  readDraft,
  rebaseDraft,
  redoDraft,
  startDraft,
  undoDraft,
} from './drafts'

const NAME = 'waymark-test-drafts'
const AT = '2026-11-23T09:00:00.000Z'
const LATER = '2026-11-23T10:00:00.000Z'
const rename = (id: string, name: string) => (catalogue: ReturnType<typeof town>) =>
  editThing(catalogue, { of: 'skill', id }, { name })

let db: WaymarkDatabase
const reopened = async () => (await new WaymarkDatabase(NAME).open()) as WaymarkDatabase
beforeEach(async () => {
  db = await reopened()
  await startDraft(db, { id: 'd', basedOn: 'sha256-a', catalogue: town() }, AT)
})
afterEach(async () => {
  db.close()
  await Dexie.delete(NAME)
})

it('keeps every edit, and what can be taken back, when the tab is closed', async () => {
  await changeDraft(db, 'd', 'Rename skill', rename('town-digging', 'Spading'), LATER)
  db.close()
  db = await reopened()
  expect(await readDraft(db, 'd')).toMatchObject({ changedAt: LATER, done: [{ what: 'Rename skill' }] })
  expect((await undoDraft(db, 'd', LATER))?.catalogue).toEqual(town())
  db.close()
  db = await reopened()
  expect((await redoDraft(db, 'd', LATER))?.catalogue.frameworks[0]!.skills[0]!.name).toBe('Spading')
})

it('keeps both edits when two tabs edit at the same moment', async () => {
  const other = await reopened()
  await Promise.all([
    changeDraft(db, 'd', 'Rename skill', rename('town-digging', 'Spading'), LATER),
    changeDraft(other, 'd', 'Rename skill', rename('town-planting', 'Sowing'), LATER),
  ])
  other.close()
  const draft = await readDraft(db, 'd')
  expect(draft?.catalogue.frameworks[0]!.skills.slice(0, 2).map(({ name }) => name)).toEqual([
    'Spading',
    'Sowing',
  ])
  expect(draft?.done).toHaveLength(2)
})

it('stores nothing when an edit fails or changes nothing', async () => {
  const failing = () => {
    throw new RangeError('no such level')
  }
  await expect(changeDraft(db, 'd', 'Break', failing, LATER)).rejects.toThrow('no such level')
  await changeDraft(db, 'd', 'Nothing', (catalogue) => ({ ...catalogue }), LATER)
  expect(await readDraft(db, 'd')).toMatchObject({ changedAt: AT, done: [] })
})

it('moves onto a newer published version, and back when that is taken back', async () => {
  await rebaseDraft(db, 'd', 'sha256-b', (mine) => ({ ...mine, title: 'Merged' }), LATER)
  expect(await readDraft(db, 'd')).toMatchObject({ basedOn: 'sha256-b', catalogue: { title: 'Merged' } })
  expect(await undoDraft(db, 'd', LATER)).toMatchObject({ basedOn: 'sha256-a', catalogue: { title: 'Town' } })
})

it('lists the draft changed last first, and throws one away for good', async () => {
  await startDraft(db, { id: 'e', basedOn: 'sha256-a', catalogue: town() }, LATER)
  expect((await drafts(db)).map(({ id }) => id)).toEqual(['e', 'd'])
  await discardDraft(db, 'e')
  expect((await drafts(db)).map(({ id }) => id)).toEqual(['d'])
  expect(await changeDraft(db, 'e', 'Late', (catalogue) => catalogue, LATER)).toBeUndefined()
})

const published = () => {
  const catalogue = { ...town(), edition: '2' }
  catalogue.frameworks[0]!.version = '2'
  return { version: 'sha256-b', text: JSON.stringify(catalogue) }
}

it('is closed once it is published, and the laptop holds the new version', async () => {
  const sent = (await readDraft(db, 'd'))!
  await closePublishedDraft(db, sent, published(), LATER)
  expect(await drafts(db)).toEqual([])
  expect((await latestCatalogue(db))?.version).toBe('sha256-b')
})

it('goes on with what another tab changed while it was being published', async () => {
  const sent = (await readDraft(db, 'd'))!
  await changeDraft(db, 'd', 'Rename skill', rename('town-digging', 'Spading'), LATER)
  await closePublishedDraft(db, sent, published(), LATER)
  const left = (await readDraft(db, 'd'))!
  expect(left).toMatchObject({ basedOn: 'sha256-b', catalogue: { edition: '2' } })
  expect(left.catalogue.frameworks[0]?.skills[0]?.name).toBe('Spading')
})

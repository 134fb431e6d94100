import * as v from 'valibot'
import { beforeEach, describe, expect, it } from 'vitest'
import v1 from '../../tests/fixtures/backup/v1.json'
import { freshDatabases } from '../../tests/support/freshDatabases'
import { town } from '../../tests/support/town'
import { BackupSchema, type Backup } from '../contract/backup'
import { editThing } from '../domain/draft/things'
import { makeBackup } from './backup'
import type { WaymarkDatabase } from './database'
import { changeDraft, drafts, redoDraft, startDraft, takeUpDraft, undoDraft } from './drafts'
import { previewRestore, restore } from './restore'

/** What a copy brings of the drafts of the catalogue. */
const NOW = new Date('2026-11-23T09:00:00.000Z')
const AT = '2026-11-23T08:00:00.000Z'
const LATER = '2026-11-24T08:00:00.000Z'
const laptop = freshDatabases('drafts')
const rename = (name: string) => (catalogue: ReturnType<typeof town>) =>
  editThing(catalogue, { of: 'skill', id: 'town-digging' }, { name })

let db: WaymarkDatabase
beforeEach(async () => {
  db = laptop()
  await startDraft(db, { id: 'd', basedOn: 'sha256-a', catalogue: town() }, AT)
  await changeDraft(db, 'd', 'Rename Digging', rename('Spading '), AT)
  await changeDraft(db, 'd', 'Rename Spading', rename(''), AT)
  await undoDraft(db, 'd', AT)
})

/** As its schema reads it from the file that a person saves. */
async function copyOf(from: WaymarkDatabase): Promise<Backup> {
  return v.parse(BackupSchema, JSON.parse(JSON.stringify(await makeBackup(from, NOW))))
}
const skill = async (from: WaymarkDatabase) =>
  (await drafts(from))[0]!.catalogue.frameworks[0]!.skills[0]!.name

it('a draft comes back from a copy as it was left, with what can be taken back and done again', async () => {
  const copy = await copyOf(db)
  const other = laptop()
  expect((await previewRestore(other, copy)).drafts).toEqual({ added: 1, beside: 0 })
  expect((await restore(other, copy)).drafts).toEqual({ added: 1, beside: 0 })
  expect(await drafts(other)).toEqual(await drafts(db))
  expect(await skill(other)).toBe('Spading ')
  await redoDraft(other, 'd', LATER)
  expect(await skill(other)).toBe('')
  await undoDraft(other, 'd', LATER)
  await undoDraft(other, 'd', LATER)
  expect(await skill(other)).toBe('Digging')
})

it('a draft that is not fit to be published comes back all the same', async () => {
  await redoDraft(db, 'd', LATER)
  const other = laptop()
  await restore(other, await copyOf(db))
  expect(await skill(other)).toBe('')
})

it('a draft that is here already is nothing new', async () => {
  const before = await drafts(db)
  expect((await restore(db, await copyOf(db))).drafts).toEqual({ added: 0, beside: 0 })
  expect(await drafts(db)).toEqual(before)
})

describe('a draft that differs', () => {
  it('is kept beside the one here, which stays the one worked on, and each can be taken up', async () => {
    const copy = await copyOf(db)
    const [theirs] = await drafts(db)
    await changeDraft(db, 'd', 'Rename Spading', rename('Shovelling'), AT)
    const [mine] = await drafts(db)
    expect((await previewRestore(db, copy)).drafts).toEqual({ added: 0, beside: 1 })
    await restore(db, copy)
    const kept = { ...theirs, id: 'd-copy1', fromCopy: NOW.toISOString() }
    expect(await drafts(db)).toEqual([mine, kept])
    await takeUpDraft(db, 'd-copy1')
    expect(await drafts(db)).toEqual([kept, mine])
    expect((await restore(db, copy)).drafts).toEqual({ added: 0, beside: 0 })
    expect(await drafts(db)).toHaveLength(2)
  })

  it('says so too where it was started on its own, and stays with the other in the next copy', async () => {
    const other = laptop()
    await startDraft(other, { id: 'e', basedOn: 'sha256-b', catalogue: town() }, LATER)
    await restore(db, await copyOf(other))
    expect(await drafts(db)).toMatchObject([{ id: 'd' }, { id: 'e', fromCopy: NOW.toISOString() }])
    const third = laptop()
    expect((await restore(third, await copyOf(db))).drafts).toEqual({ added: 2, beside: 0 })
    expect(await drafts(third)).toEqual(await drafts(db))
  })

  it('is not there by half where restoring does not finish', async () => {
    const copy = await copyOf(db)
    await changeDraft(db, 'd', 'Rename Spading', rename('Shovelling'), LATER)
    const before = await drafts(db)
    db.drafts.hook('creating', () => {
      throw new Error('The disk is full')
    })
    await expect(restore(db, { ...copy, people: [{ id: 'me', name: 'Fern Sample' }] })).rejects.toThrow()
    expect(await drafts(db)).toEqual(before)
    expect(await db.people.toArray()).toEqual([])
  })
})

it('a copy made before there were drafts in copies takes none away', async () => {
  const before = await drafts(db)
  await restore(db, v.parse(BackupSchema, v1))
  expect(await drafts(db)).toEqual(before)
})

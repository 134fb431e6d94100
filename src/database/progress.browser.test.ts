import { afterEach, beforeEach, expect, it } from 'vitest'
import * as v from 'valibot'
import { BackupSchema } from '../contract/backup'
import type { GapAction, Headway } from '../domain/progress/entry'
import { makeBackup } from './backup'
import { WaymarkDatabase } from './database'
import { changeEntry, progressEntries } from './progress'
import { previewRestore, restore } from './restore'

const NOW = new Date('2026-11-23T09:00:00.000Z')
const at = NOW.toISOString()
const ACTION: GapAction = {
  kind: 'action',
  id: 'a1',
  about: { skill: 'county-recovery-testing', name: 'Recovery testing' },
  what: 'Two exercises a year',
  owner: 'Head of resilience',
  due: '2027-03-31',
  cost: 12_000,
  status: 'planned',
  from: { period: '2026-H2', figure: '31 ± 6 below what their role asks' },
  createdAt: at,
  changedAt: at,
}
const FILLED: Headway = {
  kind: 'posts filled',
  id: 'h1',
  about: { name: 'Network engineers' },
  count: 2,
  on: '2026-11-01',
  createdAt: at,
  changedAt: at,
}

const opened: WaymarkDatabase[] = []
const laptop = () => {
  const db = new WaymarkDatabase(`progress-${crypto.randomUUID()}`)
  opened.push(db)
  return db
}
let db: WaymarkDatabase
beforeEach(() => {
  db = laptop()
})
afterEach(async () => {
  for (const database of opened.splice(0)) await database.delete({ disableAutoOpen: true })
})

it('gives back what stood there, so that any change can be taken back', async () => {
  expect(await changeEntry(db, 'a1', () => ACTION)).toBeUndefined()
  const before = await changeEntry(db, 'a1', (one) => one && { ...ACTION, status: 'done' })
  expect(before).toEqual(ACTION)
  await changeEntry(db, 'a1', () => before)
  expect(await progressEntries(db)).toEqual([ACTION])
  await changeEntry(db, 'a1', () => undefined)
  expect(await progressEntries(db)).toEqual([])
})

it('goes into the copy and comes back from it, and restoring twice changes nothing', async () => {
  for (const entry of [ACTION, FILLED]) await changeEntry(db, entry.id, () => entry)
  const backup = v.parse(BackupSchema, JSON.parse(JSON.stringify(await makeBackup(db, NOW))))
  const other = laptop()
  expect((await previewRestore(other, backup)).planned).toEqual([
    'Two exercises a year',
    'Network engineers: 2 posts filled',
  ])
  await restore(other, backup)
  await restore(other, backup)
  expect(await progressEntries(other)).toEqual([ACTION, FILLED])
})

it('keeps what was changed here after the copy was made', async () => {
  await changeEntry(db, 'a1', () => ACTION)
  const backup = await makeBackup(db, NOW)
  const changed: GapAction = { ...ACTION, status: 'done', changedAt: '2026-12-01T09:00:00.000Z' }
  await changeEntry(db, 'a1', () => changed)
  await restore(db, backup)
  expect(await progressEntries(db)).toEqual([changed])
})

it('has no word of progress in the copy of a laptop that keeps none', async () => {
  expect(await makeBackup(db, NOW)).not.toHaveProperty('progress')
})

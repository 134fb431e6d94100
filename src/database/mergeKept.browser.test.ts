import * as v from 'valibot'
import { beforeEach, expect, it } from 'vitest'
import { freshDatabases } from '../../tests/support/freshDatabases'
import { BackupSchema } from '../contract/backup'
import type { Card } from '../contract/card'
import { makeBackup } from './backup'
import type { WaymarkDatabase } from './database'
import { note, setNote } from './notes'
import { previewRestore, restore } from './restore'

/** What a copy brings of the views of the team and the managers' cards. */
const NOW = new Date('2026-11-23T09:00:00.000Z')
const laptop = freshDatabases('kept')

let db: WaymarkDatabase
beforeEach(() => {
  db = laptop()
})

const card = (name: string, letter: string): Card => ({
  waymark: 'card',
  v: 1,
  name,
  recipient: `age1${letter.repeat(58)}`,
  madeAt: NOW.toISOString(),
})

it('views and cards come back from a copy, as its schema reads it', async () => {
  await setNote(db, 'teamViews', [{ name: 'Cover', address: '/team?least=3' }])
  await setNote(db, 'managerCards', [card('Alder Sample', 'q')])
  const copy = v.parse(BackupSchema, JSON.parse(JSON.stringify(await makeBackup(db, NOW))))
  const other = laptop()
  expect((await previewRestore(other, copy)).kept).toEqual(['Cover', 'Alder Sample'])
  await restore(other, copy)
  expect(await note(other, 'teamViews')).toEqual([{ name: 'Cover', address: '/team?least=3' }])
  expect(await note(other, 'managerCards')).toEqual([card('Alder Sample', 'q')])
})

it('views and cards are added to those here, each once, and none takes the place of another of its name', async () => {
  await setNote(db, 'teamViews', [{ name: 'Cover', address: '/team?least=3' }])
  await setNote(db, 'managerCards', [card('Alder Sample', 'q')])
  const copy = {
    ...(await makeBackup(db, NOW)),
    settings: {
      teamViews: [
        { name: 'Cover', address: '/team?least=2' },
        { name: 'Same', address: '/team?least=3' },
      ],
      managerCards: [card('Birch Sample', 'p'), card('Alder S.', 'q')],
    },
  }
  await restore(db, copy)
  await restore(db, copy)
  expect(await note(db, 'teamViews')).toEqual([
    { name: 'Cover', address: '/team?least=3' },
    { name: 'Cover (from the copy)', address: '/team?least=2' },
  ])
  expect(await note(db, 'managerCards')).toEqual([card('Alder Sample', 'q'), card('Birch Sample', 'p')])
})

it('views and cards are read only where a view leads to the team', async () => {
  const copy = {
    ...(await makeBackup(db, NOW)),
    settings: { teamViews: [{ name: 'x', address: 'https://elsewhere.example/team' }] },
  }
  expect(v.safeParse(BackupSchema, copy).success).toBe(false)
})

import * as v from 'valibot'
import { beforeEach, expect, it } from 'vitest'
import v1 from '../../tests/fixtures/backup/v1.json'
import { freshDatabases } from '../../tests/support/freshDatabases'
import { BackupSchema, type Backup } from '../contract/backup'
import { makeBackup } from './backup'
import type { WaymarkDatabase } from './database'
import { restore } from './restore'

/** What a copy brings of the periods a person sent a summary in. */
const NOW = new Date('2026-11-23T09:00:00.000Z')
const fixture = v.parse(BackupSchema, v1)
const laptop = freshDatabases('periods')

let db: WaymarkDatabase
beforeEach(() => {
  db = laptop()
})

const keys = () =>
  crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
const backupOf = (period: Partial<Backup['periods'][number]>): Backup => ({
  ...fixture,
  periods: [{ period: '2026-H2', sequence: 1, body: '{}', state: 'sent', ...period }],
})

it('periods never carry a key, so a restored laptop has none to send with', async () => {
  await db.periods.put({
    period: '2026-H2',
    keys: await keys(),
    publicKey: 'k',
    sequence: 4,
    body: '{}',
    state: 'sent',
  })
  const text = JSON.stringify(await makeBackup(db, NOW))
  expect(text).not.toMatch(/publicKey|keys/)
  const other = laptop()
  const report = await restore(other, JSON.parse(text) as Backup)
  expect(report.periods).toEqual(['2026-H2'])
  expect(await other.periods.get('2026-H2')).toEqual({
    period: '2026-H2',
    sequence: 4,
    body: '{}',
    state: 'sent',
  })
})

it('periods keep the key of what was sent here, and the highest sequence, so that it can still be withdrawn', async () => {
  const own = await keys()
  await db.periods.put({
    period: '2026-H2',
    keys: own,
    publicKey: 'k',
    sequence: 2,
    body: '{}',
    state: 'sent',
  })
  const report = await restore(db, backupOf({ sequence: 5 }))
  const kept = await db.periods.get('2026-H2')
  expect(kept).toMatchObject({ sequence: 5, publicKey: 'k', state: 'sent' })
  expect(kept?.keys).toBeDefined()
  expect(report.periods).toEqual([])
})

it('periods are not sent in again where only another laptop sent', async () => {
  await db.periods.put({
    period: '2026-H2',
    keys: await keys(),
    publicKey: 'k',
    sequence: 1,
    body: '',
    state: 'withdrawn',
  })
  await restore(db, backupOf({ sequence: 1 }))
  expect((await db.periods.get('2026-H2'))?.keys).toBeUndefined()
})

it('periods stay as they are when an older copy of the same laptop comes back', async () => {
  const now = {
    period: '2026-H2',
    keys: await keys(),
    publicKey: 'k',
    sequence: 2,
    body: '',
    state: 'withdrawn',
  }
  await db.periods.put(now as never)
  await restore(db, backupOf({ sequence: 1 }))
  expect(await db.periods.get('2026-H2')).toMatchObject({ sequence: 2, body: '', publicKey: 'k' })
})

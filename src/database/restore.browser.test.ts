import * as v from 'valibot'
import { beforeEach, describe, expect, it } from 'vitest'
import v1 from '../../tests/fixtures/backup/v1.json'
import { freshDatabases } from '../../tests/support/freshDatabases'
import { BackupSchema } from '../contract/backup'
import type { Assessment } from '../domain/assessment'
import type { Action } from '../domain/plan/action'
import { differencesIn, type Standing } from '../domain/appraisal/standing'
import { appraisalsOf, sayIn } from './appraisals'
import { makeBackup } from './backup'
import { WaymarkDatabase } from './database'
import { changeMember } from './members'
import { setNote } from './notes'
import { ME } from './people'
import { previewRestore, restore } from './restore'

const NOW = new Date('2026-11-23T09:00:00.000Z')
const fixture = v.parse(BackupSchema, v1)
const laptop = freshDatabases('restore')

let db: WaymarkDatabase
beforeEach(() => {
  db = laptop()
})

const autumn = (ratings: Assessment['ratings'], id = 'mine'): Assessment => ({
  id,
  person: ME,
  title: 'Autumn 2026',
  startedAt: '2026-11-20T08:00:00.000Z',
  ratings,
})
const everything = (from: WaymarkDatabase) =>
  Promise.all(from.tables.map(async (table) => [table.name, await table.toArray()]))

describe('a backup of version 1', () => {
  it('restores onto an empty laptop, from which the same backup can be made', async () => {
    await restore(db, fixture)
    expect({ ...(await makeBackup(db, NOW)), madeAt: fixture.madeAt }).toEqual(fixture)
  })

  it('changes nothing when restored twice', async () => {
    await restore(db, fixture)
    const once = await everything(db)
    const report = await restore(db, fixture)
    expect(await everything(db)).toEqual(once)
    expect(report).toMatchObject({
      assessments: [],
      ratings: 0,
      differs: [],
      people: [],
      brings: [],
      frameworks: [],
    })
  })
})

describe('restoring onto a laptop with data of its own', () => {
  const SLUICES = { level: 1, at: '2026-11-20T08:01:00.000Z', on: 'county@2026.1' }
  const LOCKS = { level: 0, at: '2026-11-20T08:02:00.000Z', on: 'county@2026.1' }

  beforeEach(async () => {
    await db.people.put({ id: ME, role: 'county-warden' })
    await db.assessments.put(autumn({ 'county-sluices': SLUICES, 'county-locks': LOCKS }))
    await setNote(db, 'places', ['hr'])
  })

  it('shows beforehand exactly what it then does, and writes nothing to show it', async () => {
    const before = await everything(db)
    const preview = await previewRestore(db, fixture)
    expect(await everything(db)).toEqual(before)
    expect(await restore(db, fixture)).toEqual(preview)
    expect(preview).toEqual({
      madeAt: '2026-11-20T16:30:00.000Z',
      assessments: ['Spring 2026'],
      ratings: 3,
      differs: [
        {
          person: ME,
          assessment: 'Autumn 2026',
          skill: 'county-sluices',
          kept: SLUICES,
          setAside: fixture.assessments[1]!.ratings['county-sluices'],
        },
      ],
      people: [{ person: ME, what: 'role', kept: 'county-warden', setAside: 'county-keeper' }],
      brings: [
        { person: ME, what: 'name', value: 'A keeper' },
        { person: ME, what: 'target', value: 'county-warden' },
      ],
      planned: [],
      appraisals: 0,
      members: [],
      cards: [],
      kept: [],
      drafts: { added: 0, beside: 0 },
      frameworks: ['Keepers of elsewhere'],
      periods: ['2026-H1', '2026-H2'],
    })
  })

  it('loses nothing on either side', async () => {
    await restore(db, fixture)
    const [spring, merged, ...others] = await db.assessments.orderBy('id').toArray()
    expect(others).toEqual([])
    expect(spring).toEqual(fixture.assessments[0])
    expect(merged?.ratings).toEqual({
      'county-sluices': SLUICES,
      'county-locks': LOCKS,
      'county-pumps': fixture.assessments[1]!.ratings['county-pumps'],
      'gdd-sluices': fixture.assessments[1]!.ratings['gdd-sluices'],
    })
    expect(merged?.earlier?.['county-sluices']).toEqual([fixture.assessments[1]!.ratings['county-sluices']])
    expect(await db.people.get(ME)).toEqual({
      id: ME,
      name: 'A keeper',
      role: 'county-warden',
      target: 'county-warden',
    })
    expect((await db.notes.get('places'))?.value).toEqual(['hr'])
  })

  it('brings back no day to be erased, and no absence, that was taken back since', async () => {
    const member = { id: 'm1', name: 'Fern Sample', addedAt: NOW.toISOString() }
    await changeMember(db, 'm1', () => ({ ...member, away: {}, eraseOn: '2026-11-30' }))
    const copy = await makeBackup(db, NOW)
    await changeMember(db, 'm1', () => member)
    await restore(db, copy)
    expect(await db.members.toArray()).toEqual([member])
    const empty = laptop()
    await restore(empty, copy)
    expect(await empty.members.toArray()).toMatchObject([{ away: {}, eraseOn: '2026-11-30' }])
  })

  it('keeps everything said in an appraisal on either side, and the team', async () => {
    const other = laptop()
    await changeMember(other, 'm1', () => ({ id: 'm1', name: 'Reed Sample', addedAt: NOW.toISOString() }))
    const agreed = (level: number) => ({
      kind: 'agreed' as const,
      key: 'county-locks',
      value: { level, on: 'county@2026.1' },
    })
    await sayIn(other, 'm1', '2026', NOW.toISOString(), agreed(2))
    await sayIn(db, 'm1', '2026', NOW.toISOString(), agreed(3))
    const copy = await makeBackup(other, NOW)
    expect(await restore(db, copy)).toMatchObject({ appraisals: 1, members: ['Reed Sample'] })
    expect(await restore(db, copy)).toMatchObject({ appraisals: 0, members: [] })
    const [appraisal] = await appraisalsOf(db, 'm1')
    const [{ value, others }] = differencesIn(appraisal!.writes) as [Standing<'agreed'>]
    expect([value, ...others.map((write) => write.value)].map((said) => said?.level).sort()).toEqual([2, 3])
  })

  it('comes to the same on both laptops, whichever is restored onto which', async () => {
    const other = laptop()
    await restore(other, fixture)
    const [fromHere, fromThere] = [await makeBackup(db, NOW), await makeBackup(other, NOW)]
    await restore(db, fromThere)
    await restore(other, fromHere)
    expect(await other.assessments.toArray()).toEqual(await db.assessments.toArray())
  })
})

describe('plans, cases and a role history', () => {
  const action: Action = {
    id: 'a',
    person: ME,
    skill: 'county-sluices',
    to: 3,
    way: 'formal',
    what: 'The sluice course',
    due: '2027-01-31',
    createdAt: '2026-11-20T08:00:00.000Z',
  }
  const doneAt = '2026-11-22T08:00:00.000Z'

  it('come back whole from a copy, as its schema reads it', async () => {
    await db.actions.put(action)
    await db.certificates.put({ id: 'c', person: ME, name: 'Lock keeping', gained: '2026-01-31' })
    await db.cases.put({ role: 'county-warden', opening: 'I…', order: [], words: {}, changedAt: doneAt })
    await db.people.put({
      id: ME,
      role: 'county-keeper',
      roleHistory: [{ kind: 'leave', from: '2026-01-01' }],
    })
    const backup = v.parse(BackupSchema, JSON.parse(JSON.stringify(await makeBackup(db, NOW))))
    const other = laptop()
    expect((await restore(other, backup)).planned).toEqual(['The sluice course', 'Lock keeping'])
    expect(await makeBackup(other, NOW)).toEqual(backup)
  })

  it('are merged: what was done on either laptop is done', async () => {
    await db.actions.put({ ...action, what: 'A shorter course', changedAt: '2026-11-23T08:00:00.000Z' })
    await restore(db, { ...fixture, actions: [{ ...action, doneAt, changedAt: doneAt }] })
    expect(await db.actions.get('a')).toMatchObject({ what: 'A shorter course', doneAt })
  })
})

describe('a restore that does not finish', () => {
  it('leaves everything as it was', async () => {
    await db.assessments.put(autumn({}))
    const before = await everything(db)
    db.catalogues.hook('creating', () => {
      throw new Error('The disk is full')
    })
    await expect(restore(db, fixture)).rejects.toThrow('The disk is full')
    expect(await everything(db)).toEqual(before)
  })

  it('leaves everything as it was when its tab is killed half-way', async () => {
    await db.assessments.put(autumn({}))
    const before = await everything(db)
    const worker = new Worker(new URL('../../tests/support/halfRestored.ts', import.meta.url), {
      type: 'module',
    })
    const halfWay = new Promise((resolve) => worker.addEventListener('message', resolve, { once: true }))
    worker.postMessage({ name: db.name, backup: fixture })
    await halfWay
    worker.terminate()
    expect(await everything(db)).toEqual(before)
  })
})

import Dexie from 'dexie'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Assessment, Rating } from '../domain/assessment'
import { WaymarkDatabase } from './database'
import { ME } from './people'
import { assessmentsOf, currentAssessment, rate, rateAll, startAssessment } from './ratings'

const NAME = 'waymark-test-ratings'
let db: WaymarkDatabase

const at = (level: number): Rating => ({ level, at: '2026-11-23T09:00:00.000Z', on: 'county@2026.1' })
const first = (): Assessment => ({
  id: crypto.randomUUID(),
  person: ME,
  title: 'Autumn 2026',
  startedAt: '2026-11-23T09:00:00.000Z',
  ratings: {},
})

beforeEach(async () => {
  db = (await new WaymarkDatabase(NAME).open()) as WaymarkDatabase
})
afterEach(async () => {
  db.close()
  await Dexie.delete(NAME)
})

it('starts the assessment with the first rating, once, even when two tabs rate at the same moment', async () => {
  const other = (await new WaymarkDatabase(NAME).open()) as WaymarkDatabase
  await Promise.all([rate(db, 'county-a', () => at(3), first), rate(other, 'county-b', () => at(0), first)])
  other.close()
  expect(await db.assessments.count()).toBe(1)
  const { ratings } = (await currentAssessment(db, ME))!
  expect(ratings).toEqual({ 'county-a': at(3), 'county-b': at(0) })
})

it('gives back what stood there, so that it can be undone', async () => {
  expect(await rate(db, 'county-a', () => at(2), first)).toBeUndefined()
  expect(await rate(db, 'county-a', () => at(4), first)).toEqual(at(2))
})

it('keeps not rated and none yet apart', async () => {
  await rate(db, 'county-a', () => at(0), first)
  expect((await currentAssessment(db, ME))?.ratings['county-a']?.level).toBe(0)
  await rate(db, 'county-a', () => undefined, first)
  expect((await currentAssessment(db, ME))?.ratings).toEqual({})
})

it('changes several skills or none, and says what stood there before', async () => {
  await rate(db, 'county-a', () => at(2), first)
  const changes = new Map([
    ['county-a', () => at(4)],
    ['county-b', () => at(1)],
  ])
  expect(await rateAll(db, changes, first)).toEqual(
    new Map([
      ['county-a', { before: at(2), after: at(4) }],
      ['county-b', { before: undefined, after: at(1) }],
    ]),
  )
  const broken = new Map([
    ['county-a', () => at(5)],
    [
      'county-b',
      () => {
        throw new Error('no')
      },
    ],
  ])
  await expect(rateAll(db, broken, first)).rejects.toThrow()
  expect((await currentAssessment(db, ME))?.ratings).toEqual({ 'county-a': at(4), 'county-b': at(1) })
})

it('starts a new assessment from the last, with the dates its ratings were given, and keeps the last', async () => {
  await rate(db, 'county-a', () => at(2), first)
  await startAssessment(db, { ...first(), title: 'Spring 2027', startedAt: '2027-04-01T09:00:00.000Z' })
  await rate(db, 'county-b', () => at(1), first)
  const all = await assessmentsOf(db, ME)
  expect(all.map(({ title, ratings }) => [title, ratings])).toEqual([
    ['Autumn 2026', { 'county-a': at(2) }],
    ['Spring 2027', { 'county-a': at(2), 'county-b': at(1) }],
  ])
})

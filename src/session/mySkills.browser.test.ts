import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createApp } from 'vue'
import { town } from '../../tests/support/town'
import { keepCatalogue } from '../database/catalogues'
import { WaymarkDatabase } from '../database/database'
import { eraseDatabase } from '../database/open'
import { ME } from '../database/people'
import { currentAssessment, rate as storeRating } from '../database/ratings'
import { laptopKey } from './laptop'
import { useLibrary } from './library'
import { useMySkills } from './mySkills'

const catalogue = town()
const skill = catalogue.frameworks[0]!.skills[0]!.id

let db: WaymarkDatabase
let mySkills: ReturnType<typeof useMySkills>

beforeEach(async () => {
  db = new WaymarkDatabase(`my-skills-${crypto.randomUUID()}`)
  await keepCatalogue(db, { version: 'sha256-town', text: JSON.stringify(catalogue) })
  const pinia = createPinia()
  createApp({}).provide(laptopKey, { db, sample: false }).use(pinia)
  setActivePinia(pinia)
  await useLibrary().open()
  mySkills = useMySkills()
})
afterEach(async () => {
  vi.restoreAllMocks()
  await eraseDatabase(db)
})

const stored = async () => (await currentAssessment(db, ME))?.ratings[skill]?.level

it('goes on storing ratings after a new period could not be started, and says that it could not', async () => {
  await mySkills.rate(skill, 3)
  // The browser refuses this one write, as it does when the disk is full.
  const refused = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  expect(await mySkills.startPeriod('Spring')).toBe(false)
  expect(mySkills.failure).toMatch(/no room left/)
  refused.mockRestore()
  expect(await mySkills.rate(skill, 2)).toBe(true)
  expect(await stored()).toBe(2)
  expect(mySkills.failure).toBeUndefined()
})

it('undoes what this tab did, and leaves what another tab has answered since', async () => {
  await mySkills.rate(skill, 2)
  await storeRating(
    db,
    skill,
    () => ({ level: 3, at: '2026-11-23T10:00:00.000Z', on: 'town@1' }),
    () => ({ id: 'never-used', person: ME, title: '', startedAt: '2026-11-23T10:00:00.000Z', ratings: {} }),
  )
  expect(await mySkills.undo()).toEqual(new Map())
  expect(await stored()).toBe(3)

  await mySkills.rate(skill, 1)
  expect([...(await mySkills.undo()).keys()]).toEqual([skill])
  expect(await stored()).toBe(3)
})

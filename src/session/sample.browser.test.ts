import Dexie from 'dexie'
import { afterEach, beforeEach, expect, it } from 'vitest'
import v1 from '../../tests/fixtures/backup/v1.json'
import { keepCatalogue } from '../database/catalogues'
import { WaymarkDatabase } from '../database/database'
import { currentAssessment } from '../database/ratings'
import { changeMe, me, ME } from '../database/people'
import type { Catalogue } from '../domain/catalogue'
import { enterSample } from './enterSample'
import { databaseName, isSampleName } from './laptop'
import { leaveSample } from './leaveSample'

const catalogue: Catalogue = {
  ...(JSON.parse(v1.catalogues[0]!.text) as Catalogue),
  after: {
    title: 'New',
    units: [{ id: 'county-unit', name: 'Unit' }],
    posts: [{ id: 'county-post', name: 'Keeper', role: 'county-keeper', unit: 'county-unit', headcount: 30 }],
  },
  moves: [{ from: 'county-keeper', to: 'county-warden', kind: 'promotion' }],
}
const NOW = new Date('2026-11-23T09:00:00Z')
let own: WaymarkDatabase

beforeEach(async () => {
  localStorage.clear()
  own = new WaymarkDatabase(`own-${crypto.randomUUID()}`)
  await keepCatalogue(own, { version: 'built-in', text: JSON.stringify(catalogue) })
})
afterEach(async () => {
  localStorage.clear()
  await own.delete({ disableAutoOpen: true })
  await Dexie.delete('waymark-sample')
})

const openSample = () => new WaymarkDatabase(databaseName(localStorage))

it('is a laptop of its own, with a service of 24 and somebody to be; one’s own is untouched', async () => {
  await changeMe(own, { role: 'county-warden' })
  await enterSample(own, localStorage, NOW)
  const sample = openSample()
  expect(isSampleName(sample.name)).toBe(true)
  expect(await sample.people.count()).toBe(24)
  expect(await me(sample)).toMatchObject({ role: 'county-keeper', target: 'county-warden' })
  expect((await currentAssessment(sample, ME))?.title).toBe('This half-year (made up)')
  expect(await me(own)).toEqual({ id: ME, role: 'county-warden' })
  expect(await own.assessments.count()).toBe(0)
  sample.close()
})

it('is gone in one step, with everything tried in it', async () => {
  await enterSample(own, localStorage, NOW)
  await leaveSample({ db: openSample(), sample: true }, localStorage)
  expect(isSampleName(databaseName(localStorage))).toBe(false)
  expect(await Dexie.exists('waymark-sample')).toBe(false)
})

it('never removes one’s own laptop', async () => {
  await leaveSample({ db: own, sample: false }, localStorage)
  expect(await Dexie.exists(own.name)).toBe(true)
})

it('is made afresh each time it is entered', async () => {
  await enterSample(own, localStorage, NOW)
  const first = openSample()
  await first.people.put({ id: 'sample-99' })
  first.close()
  await enterSample(own, localStorage, NOW)
  const again = openSample()
  expect(await again.people.get('sample-99')).toBeUndefined()
  again.close()
})

it('leaves one’s own laptop chosen when it cannot be made', async () => {
  await own.catalogues.clear()
  await expect(enterSample(own, localStorage, NOW)).rejects.toThrow()
  expect(isSampleName(databaseName(localStorage))).toBe(false)
})

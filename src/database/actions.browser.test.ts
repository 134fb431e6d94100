import Dexie from 'dexie'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Action } from '../domain/plan/action'
import { actionsOf, changeAction } from './actions'
import { changeCase, roleCase } from './cases'
import { certificatesOf, putCertificate } from './certificates'
import { WaymarkDatabase } from './database'
import { ME } from './people'

const NAME = 'waymark-test-actions'
const AT = '2026-11-23T09:00:00.000Z'
const action = (id: string, due: string): Action => ({
  id,
  person: ME,
  skill: 'county-design',
  to: 3,
  way: 'on the job',
  what: `Do ${id}`,
  due,
  createdAt: AT,
})

let db: WaymarkDatabase
const reopened = async () => (await new WaymarkDatabase(NAME).open()) as WaymarkDatabase
beforeEach(async () => {
  db = await reopened()
})
afterEach(async () => {
  db.close()
  await Dexie.delete(NAME)
})

it('keeps actions when the tab is closed, the first due first', async () => {
  await changeAction(db, 'b', () => action('b', '2027-02-01'))
  await changeAction(db, 'a', () => action('a', '2027-01-01'))
  db.close()
  db = await reopened()
  expect((await actionsOf(db, ME)).map(({ id }) => id)).toEqual(['a', 'b'])
  expect(await actionsOf(db, 'somebody-else')).toEqual([])
})

it('keeps what each of two tabs changed at the same moment', async () => {
  await changeAction(db, 'a', () => action('a', '2027-01-01'))
  const other = await reopened()
  await Promise.all([
    changeAction(db, 'a', (before) => before && { ...before, what: 'Lead a review' }),
    changeAction(other, 'a', (before) => before && { ...before, hours: 12 }),
  ])
  other.close()
  expect(await db.actions.get('a')).toMatchObject({ what: 'Lead a review', hours: 12 })
})

it('gives back what stood there, so that taking away can be taken back', async () => {
  await changeAction(db, 'a', () => action('a', '2027-01-01'))
  const taken = await changeAction(db, 'a', () => undefined)
  expect(await actionsOf(db, ME)).toEqual([])
  await changeAction(db, 'a', () => taken)
  expect(await actionsOf(db, ME)).toEqual([action('a', '2027-01-01')])
})

it('keeps certificates by name, and takes one away', async () => {
  const certificate = { id: 'c', person: ME, name: 'Service foundations', gained: '2026-01-31' }
  await putCertificate(db, 'c', certificate)
  await putCertificate(db, 'd', { ...certificate, id: 'd', name: 'Architecture foundations' })
  expect((await certificatesOf(db, ME)).map(({ id }) => id)).toEqual(['d', 'c'])
  expect(await putCertificate(db, 'c', undefined)).toEqual(certificate)
  expect((await certificatesOf(db, ME)).map(({ id }) => id)).toEqual(['d'])
})

it('keeps a case for each role, word by word', async () => {
  await changeCase(db, 'county-architect', () => ({ opening: 'I draw.' }), AT)
  await changeCase(db, 'county-architect', ({ words }) => ({ words: { ...words, design: 'Daily.' } }), AT)
  expect(await roleCase(db, 'county-architect')).toEqual({
    role: 'county-architect',
    opening: 'I draw.',
    order: [],
    words: { design: 'Daily.' },
    changedAt: AT,
  })
  expect(await roleCase(db, 'county-manager')).toBeUndefined()
})

import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Framework } from '../domain/framework'
import { WaymarkDatabase } from './database'
import { frameworkHeaders, readFramework, removeFramework, saveFramework } from './frameworks'
import { changeMe } from './people'

const framework = (version: string): Framework => ({
  key: 'gdd',
  version,
  title: 'Keepers',
  language: 'en-GB',
  licence: { title: 'Open', attribution: 'Ours', redistributable: 'yes' },
  scale: { levels: [{ ordinal: 1, label: 'Working' }] },
  groups: [],
  skills: [{ id: 'gdd-sluices', name: 'Sluices', summary: '', groups: [], descriptors: [] }],
  families: [{ id: 'gdd-water', name: 'Water' }],
  ladders: [],
  roles: [
    {
      id: 'gdd-keeper',
      name: 'Keeper',
      family: 'gdd-water',
      seniority: 1,
      purpose: '',
      requirements: [{ skill: 'gdd-sluices', level: 1, essential: true }],
    },
  ],
})
const origin = { files: [{ name: 'roles.csv', bytes: 12 }], importedAt: '2026-11-23T10:00:00Z' }

let db: WaymarkDatabase
beforeEach(() => {
  db = new WaymarkDatabase(`frameworks-${crypto.randomUUID()}`)
})
afterEach(async () => {
  await db.delete()
})

it('keeps a framework, and lists it without reading it', async () => {
  expect(await saveFramework(db, framework('1'), origin)).toBe('added')
  expect(await readFramework(db, 'gdd@1')).toEqual(framework('1'))
  const [header] = await frameworkHeaders(db)
  expect(header).toMatchObject({ ref: 'gdd@1', title: 'Keepers', ...origin })
  expect(header?.counts).toEqual({ families: 1, roles: 1, skills: 1, descriptors: 0, requirements: 1 })
})

it('says that the same version is already here, and changes nothing', async () => {
  await saveFramework(db, framework('1'), origin)
  const before = await db.frameworks.toArray()
  expect(await saveFramework(db, framework('1'), { ...origin, importedAt: '2026-12-24T10:00:00Z' })).toBe(
    'already here',
  )
  expect(await db.frameworks.toArray()).toEqual(before)
})

it('writes the header and the content together or neither', async () => {
  await db.contents.add({ ref: 'gdd@1', framework: framework('1') })
  await expect(saveFramework(db, framework('1'), origin)).rejects.toThrow()
  expect(await frameworkHeaders(db)).toEqual([])
})

it('keeps two versions side by side, newest import first', async () => {
  await saveFramework(db, framework('1'), origin)
  await saveFramework(db, framework('2'), { ...origin, importedAt: '2026-12-24T10:00:00Z' })
  expect((await frameworkHeaders(db)).map(({ version }) => version)).toEqual(['2', '1'])
})

it('removes a framework and keeps the ratings of its skills', async () => {
  await saveFramework(db, framework('1'), origin)
  const ratings = { 'gdd-sluices': { level: 1, at: '2026-11-23T10:00:00Z', on: 'gdd@1' } }
  await db.assessments.add({ id: 'a', person: 'me', title: '', startedAt: '2026-11-23T10:00:00Z', ratings })
  expect(await removeFramework(db, 'gdd@1')).toEqual({ removed: true })
  expect(await frameworkHeaders(db)).toEqual([])
  expect(await readFramework(db, 'gdd@1')).toBeUndefined()
  expect((await db.assessments.get('a'))?.ratings).toEqual(ratings)
})

it('does not remove the last version that holds somebody’s role or target', async () => {
  await saveFramework(db, framework('1'), origin)
  await changeMe(db, { role: 'gdd-keeper' })
  expect(await removeFramework(db, 'gdd@1')).toEqual({
    removed: false,
    why: 'The role “Keeper” is held on this laptop. Choose another role first.',
  })
  await changeMe(db, { role: undefined, target: 'gdd-keeper' })
  expect(await removeFramework(db, 'gdd@1')).toMatchObject({ removed: false })
  await saveFramework(db, framework('2'), origin)
  expect(await removeFramework(db, 'gdd@1')).toEqual({ removed: true })
})

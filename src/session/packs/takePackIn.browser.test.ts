import { afterEach, beforeEach, expect, it } from 'vitest'
import { town } from '../../../tests/support/town'
import type { Pack } from '../../contract/pack'
import { appraisalsOf, sayIn } from '../../database/appraisals'
import { WaymarkDatabase } from '../../database/database'
import { changeMember, eraseMember, members } from '../../database/members'
import { sayAll, type Saying } from '../../domain/appraisal/say'
import { valueOf } from '../../domain/appraisal/standing'
import { frameworkRef } from '../../domain/framework'
import { packKeys } from './draftPack'
import { previewPack, takePackIn, whoseIs, whoseWas } from './takePackIn'

const AT = '2026-11-23T09:00:00.000Z'
const frameworks = town().frameworks
const ON = frameworkRef(frameworks[0]!)
const NAME = `pack-in-${crypto.randomUUID()}`
let oak: WaymarkDatabase
let tab: WaymarkDatabase

beforeEach(() => {
  oak = new WaymarkDatabase(NAME)
  tab = new WaymarkDatabase(NAME)
})
afterEach(async () => {
  tab.close()
  await oak.delete({ disableAutoOpen: true })
})

const OWN: Saying = { kind: 'own', key: 'town-digging', value: { level: 2, at: AT, on: ON } }
const pack = (name = 'Fern Sample', ...more: Saying[]): Pack => ({
  waymark: 'pack',
  v: 1,
  madeAt: AT,
  from: { key: 'fern', name, as: 'person' },
  person: { key: 'fern', name },
  parts: ['ratings', 'conversation'],
  appraisals: [{ season: '2026', writes: sayAll({}, { laptop: 'ferns', at: AT }, [OWN, ...more]) }],
  wordings: [{ ref: 'elsewhere@1', title: 'Elsewhere', levels: [], skills: [] }],
})
async function take(db: WaymarkDatabase, one: Pack, withMine = false) {
  const keys = await packKeys(db)
  const whose = whoseIs(one, keys, await members(db)) ?? { of: 'new' }
  return takePackIn(db, keys, frameworks, one, whose, { name: 'x.age', locked: 'card', at: AT, withMine })
}

it('is taken in whole or not at all, as where the disk is full at the end', async () => {
  oak.files.hook('creating', () => {
    throw new DOMException('The disk is full', 'QuotaExceededError')
  })
  await expect(take(oak, pack())).rejects.toThrow()
  for (const table of [oak.members, oak.appraisals, oak.wordings, oak.files])
    expect(await table.count()).toBe(0)
})

it('adds one person where two tabs take the same file in at once', async () => {
  await Promise.all([take(oak, pack()), take(tab, pack())])
  expect(await members(oak)).toHaveLength(1)
  expect(await oak.appraisals.count()).toBe(1)
})

it('calls somebody who gave no name so, that they can be found', async () => {
  await take(oak, pack(''))
  expect(await members(oak)).toMatchObject([{ name: 'No name given' }])
})

it('brings back what was said of somebody who was erased and added again, once the manager knows it for theirs', async () => {
  const id = await take(oak, pack())
  const { person: key } = await packKeys(oak)
  const { writes } = await sayIn(oak, id, '2026', AT, {
    kind: 'given',
    key: `${key}/town-digging`,
    value: { level: 3, on: ON },
  })
  await eraseMember(oak, id)
  const back: Pack = { ...pack(), appraisals: [{ season: '2026', writes }] }
  const preview = await previewPack(oak, await packKeys(oak), frameworks, back, { of: 'new' })
  expect(preview.seasons[0]?.inMyName.map(({ kind }) => kind)).toEqual(['given'])
  const again = await take(oak, back, true)
  const [appraisal] = await appraisalsOf(oak, again)
  expect(valueOf(appraisal!.writes, 'given', `${key}/town-digging`)?.level).toBe(3)
  await sayIn(oak, again, '2026', AT, { kind: 'agreed', key: 'town-digging', value: { level: 2, on: ON } })
  expect(Object.keys((await appraisalsOf(oak, again))[0]!.writes)).toHaveLength(3)
})

it('takes nothing as confirmed by the manager that a file says they confirmed, whoever it says it is from', async () => {
  const id = await take(oak, pack())
  const keys = await packKeys(oak)
  const forged = pack('Fern Sample', { kind: 'confirmed', key: 'manager', value: { name: 'Oak', of: [] } })
  await take(oak, { ...forged, from: { key: keys.person, name: 'Oak', as: 'manager' } })
  const [appraisal] = await appraisalsOf(oak, id)
  expect(valueOf(appraisal!.writes, 'confirmed', 'manager')).toBeUndefined()
})

it('knows somebody the manager rated before any pack of theirs came, by what this laptop said of them', async () => {
  const { person: key } = await packKeys(oak)
  const give = (id: string, level: number) =>
    sayIn(oak, id, '2026', `2026-11-2${level}T09:00:00.000Z`, {
      kind: 'given',
      key: `${key}/town-digging`,
      value: { level, on: ON },
    })
  for (const id of ['alder', 'fern']) await changeMember(oak, id, () => ({ id, name: id, addedAt: AT }))
  await give('alder', 2)
  const { writes } = await give('fern', 3)
  const back: Pack = { ...pack(), appraisals: [{ season: '2026', writes }] }
  const keys = await packKeys(oak)
  expect(whoseIs(back, keys, await members(oak))).toBeUndefined()
  expect(await whoseWas(oak, keys, back)).toEqual({ of: 'member', id: 'fern' })
  expect(await whoseWas(oak, keys, pack())).toBeUndefined()
  // Rated again since the copy was given: theirs alone, then another too, who cannot be told apart by that.
  await give('fern', 1)
  expect(await whoseWas(oak, keys, back)).toEqual({ of: 'member', id: 'fern' })
  await give('alder', 1)
  expect(await whoseWas(oak, keys, back)).toBeUndefined()
})

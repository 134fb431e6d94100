import { afterEach, beforeEach, expect, it } from 'vitest'
import { appraisalsOf, sayIn } from '../database/appraisals'
import { WaymarkDatabase } from '../database/database'
import { fileRecords, recordFile } from '../database/files'
import { laptopKey } from '../database/laptopKeys'
import { changeMember, members } from '../database/members'
import { note } from '../database/notes'
import { erasuresRead, eraseWhatIsDue, hasErasureDue } from './erasures'

const AT = '2026-11-23T09:00:00.000Z'
let db: WaymarkDatabase

beforeEach(async () => {
  db = new WaymarkDatabase(`erase-${crypto.randomUUID()}`)
  for (const [id, eraseOn] of [
    ['fern', '2026-11-23'],
    ['elm', '2026-11-24'],
    ['oak', undefined],
  ] as const) {
    await changeMember(db, id, () => ({ id, name: `${id} Sample`, addedAt: AT, ...(eraseOn && { eraseOn }) }))
    await sayIn(db, id, '2026', AT, { kind: 'comment', key: 'county-a', value: `Of ${id}` })
    await recordFile(db, {
      at: AT,
      did: 'opened',
      what: 'pack',
      name: `${id}.age`,
      person: id,
      locked: 'card',
    })
  }
})
afterEach(() => db.delete({ disableAutoOpen: true }))

it('erases all of somebody on the day stated, and nobody else', async () => {
  expect(await hasErasureDue(db, '2026-11-22')).toBe(false)
  await eraseWhatIsDue(db, '2026-11-23')
  expect((await members(db)).map(({ id }) => id)).toEqual(['elm', 'oak'])
  expect(await appraisalsOf(db, 'fern')).toEqual([])
  expect(await appraisalsOf(db, 'elm')).toHaveLength(1)
  expect(JSON.stringify(await fileRecords(db))).not.toContain('fern')
})

it('says whom it erased until that was read, and then keeps no name', async () => {
  await eraseWhatIsDue(db, '2026-11-23')
  await eraseWhatIsDue(db, '2026-11-24')
  expect(await note(db, 'erased')).toEqual([
    { names: ['fern Sample'], on: '2026-11-23' },
    { names: ['elm Sample'], on: '2026-11-24' },
  ])
  await erasuresRead(db)
  expect(await note(db, 'erased')).toBeUndefined()
})

it('signs what it says afterwards with another key, so that no two things it said bear one id', async () => {
  const before = await laptopKey(db)
  await eraseWhatIsDue(db, '2026-11-23')
  expect(await laptopKey(db)).not.toBe(before)
})

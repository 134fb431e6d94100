import { expect, it } from 'vitest'
import type { Rating } from '../assessment'
import { confirmable } from './confirm'
import { packed } from './packed'
import { sayAll } from './say'
import { snapshot, type Standpoint } from './snapshot'
import { valueOf } from './standing'
import type { Writes } from './write'

const AT = '2026-11-23T09:00:00.000Z'
const writer = { laptop: 'mine', at: AT }
const rating = (level: number, more: Partial<Rating> = {}): Rating => ({
  level,
  at: AT,
  on: 'county@1',
  ...more,
})
const evidence = [{ text: 'Restored the portal', addedAt: AT }]
const now: Standpoint = {
  name: 'Fern Sample',
  role: 'county-engineer',
  target: 'county-lead',
  ratings: { 'county-a': rating(2, { evidence }), 'county-b': rating(0) },
  actions: [
    {
      id: 'p1',
      person: 'me',
      skill: 'county-a',
      to: 3,
      way: 'on the job',
      what: 'Lead a restore',
      due: '2027-02-01',
      createdAt: AT,
      doneAt: AT,
      evidence,
    },
  ],
  certificates: [{ id: 'c1', person: 'me', name: 'Water safety', gained: '2026-01-05' }],
}
const taken = (writes: Writes, parts: Parameters<typeof snapshot>[2], at = now) =>
  sayAll(writes, writer, snapshot(writes, at, parts))
const kinds = (writes: Writes) => [...new Set(Object.values(writes).map(({ kind }) => kind))].sort()

it('says what stands now in the parts that are ticked, and in no other', () => {
  expect(kinds(taken({}, ['ratings']))).toEqual(['own', 'person'])
  expect(kinds(taken({}, ['evidence']))).toEqual(['evidence', 'person'])
  expect(kinds(taken({}, ['targets', 'plan']))).toEqual(['certificate', 'person', 'plan', 'target'])
})

it('keeps evidence out of ratings and of the plan: it has a tick of its own', () => {
  const packedText = JSON.stringify(
    packed([{ season: '2026', writes: taken({}, ['ratings', 'plan']) }], '2026', ['ratings', 'plan']),
  )
  expect(packedText).not.toContain('Restored the portal')
})

it('says nothing again that stands already', () => {
  const writes = taken({}, ['ratings', 'evidence', 'targets', 'plan'])
  expect(snapshot(writes, now, ['ratings', 'evidence', 'targets', 'plan'])).toEqual([])
})

it('takes back what is no longer so, and changes only what changed', () => {
  const before = taken({}, ['ratings', 'targets'])
  const after = taken(before, ['ratings', 'targets'], {
    ...now,
    target: undefined,
    ratings: { 'county-a': rating(3) },
  })
  expect(valueOf(after, 'own', 'county-a')?.level).toBe(3)
  expect(valueOf(after, 'own', 'county-b')).toBeUndefined()
  expect(valueOf(after, 'target', '')).toBeUndefined()
})

it('says nothing more in an appraisal that both confirmed', () => {
  const open = sayAll({}, writer, [{ kind: 'summary', key: 'manager', value: 'Good' }])
  const of = confirmable(open)
  const closed = sayAll(open, writer, [
    { kind: 'confirmed', key: 'person', value: { name: 'Fern', of } },
    { kind: 'confirmed', key: 'manager', value: { name: 'Oak', of } },
  ])
  expect(snapshot(closed, now, ['ratings'])).toEqual([])
})

it('packs an earlier appraisal as it was agreed: not who first gave which level', () => {
  const earlier = sayAll({}, writer, [
    { kind: 'own', key: 'county-a', value: rating(1) },
    { kind: 'given', key: 'oak/county-a', value: { level: 2, on: 'county@1' } },
    { kind: 'agreed', key: 'county-a', value: { level: 2, on: 'county@1' } },
    { kind: 'comment', key: 'county-a', value: 'Ready to lead' },
  ])
  const unfinished = sayAll({}, writer, [{ kind: 'own', key: 'county-a', value: rating(1) }])
  const all = [
    { season: '2026', writes: {} },
    { season: '2025', writes: earlier },
    { season: '2024', writes: unfinished },
  ]
  expect(packed(all, '2026', ['earlier']).map(({ season, writes }) => [season, kinds(writes)])).toEqual([
    ['2026', []],
    ['2025', ['agreed', 'comment']],
  ])
  expect(packed(all, '2026', ['ratings'])).toEqual([{ season: '2026', writes: {} }])
})

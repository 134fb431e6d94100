import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { say } from '../domain/appraisal/say'
import type { Values, Writes } from '../domain/appraisal/write'
import { AppraisalSchema, WriteSchema, WritesSchema } from './appraisal'
import { firstFault } from './parse'

const AT = '2026-11-23T09:00:00.000Z'
const ON = 'county@2026.1'
const WRITER = { laptop: 'laptop1', at: AT }

/** One of every kind, as the product says them. */
const EVERYTHING: { [K in keyof Values]: [string, Values[K]] } = {
  person: ['', { name: 'Reed Sample', role: 'county-warden', unit: 'resilience' }],
  manager: ['m1', { name: 'Rowan Sample' }],
  own: ['county-locks', { level: 2, at: AT, on: ON, sure: 'fairly', lastUsed: '2026-10', interest: 'grow' }],
  evidence: ['county-locks', [{ text: 'The lock at Wey Bridge', addedAt: AT }]],
  target: ['', ['county-keeper']],
  plan: [
    'a1',
    {
      id: 'a1',
      person: 'me',
      skill: 'county-locks',
      to: 3,
      way: 'from others',
      what: 'Shadow the keeper',
      due: '2027-02-01',
      createdAt: AT,
    },
  ],
  certificate: ['c1', { id: 'c1', person: 'me', name: 'Keeper of locks', gained: '2025-01-10' }],
  given: ['m1/county-locks', { level: 3, on: ON }],
  opened: ['m1', { how: 'rated first', rated: 12 }],
  agreed: ['county-locks', { level: 3, on: ON }],
  comment: ['county-locks', 'Led two restores.'],
  objective: ['o1', { what: 'Restore in a day', by: '2027-03-31' }],
  action: [
    'x1',
    {
      skill: 'county-locks',
      to: 4,
      way: 'formal',
      what: 'The keeper’s course',
      hours: 21,
      due: '2027-03-31',
    },
  ],
  summary: ['person', 'A good year.'],
  meeting: ['', '2026-11-20'],
  confirmed: ['person', { name: 'Reed Sample', of: ['1-laptop1.0'] }],
}

function everything(): Writes {
  return Object.entries(EVERYTHING).reduce<Writes>(
    (writes, [kind, [key, value]]) => say(writes, WRITER, kind as keyof Values, key, value),
    {},
  )
}

const written = {
  id: '2-laptop1',
  kind: 'comment',
  key: 'county-locks',
  value: 'Well done',
  over: [],
  rev: 0,
  at: AT,
}
const faultOf = (write: unknown) => {
  const parsed = v.safeParse(WriteSchema, write)
  return parsed.success ? undefined : firstFault(parsed.issues)
}

describe('what an appraisal says, read from a file', () => {
  it('reads every kind of thing the product says, as it was said', () => {
    const writes = everything()
    expect(v.parse(WritesSchema, JSON.parse(JSON.stringify(writes)))).toEqual(writes)
  })

  it('reads what was taken back', () => {
    expect(faultOf({ ...written, value: null })).toBeUndefined()
  })

  it.each([
    ['a value of another kind', { ...written, value: { level: 3 } }],
    ['a key of another kind', { ...written, key: '' }],
    ['a kind nobody knows', { ...written, kind: 'salary' }],
    ['a write over itself', { ...written, over: ['2-laptop1.0'] }],
    ['a write over a later one, so that two could hide each other', { ...written, over: ['3-laptop2.0'] }],
    [
      'a manager’s rating under no manager',
      { ...written, kind: 'given', key: 'county-locks', value: { level: 1, on: ON } },
    ],
    [
      'a link that runs',
      {
        ...written,
        kind: 'evidence',
        value: [{ text: 'Look', url: 'javascript:alert(1)', addedAt: AT }],
      },
    ],
    ['something more than a write holds', { ...written, html: '<b>' }],
    ['a moment that never was', { ...written, at: '2026-13-01T00:00:00Z' }],
  ])('refuses %s', (_, write) => {
    expect(faultOf(write)).toEqual(expect.any(String))
  })

  it('refuses a write under the id of another', () => {
    expect(v.is(WritesSchema, { '3-laptop1': written })).toBe(false)
  })

  it('refuses an appraisal under the id of another', () => {
    const appraisal = { id: 'm1/2026', person: 'm1', season: '2026', writes: {} }
    expect(v.is(AppraisalSchema, appraisal)).toBe(true)
    expect(v.is(AppraisalSchema, { ...appraisal, person: 'm2' })).toBe(false)
  })
})

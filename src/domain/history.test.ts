import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { levelOf, type Assessment, type Rating } from './assessment'
import { changesBetween, dueSkills, levelsOver } from './history'

const seed = 20_261_123
const rating = (level: number, at = '2026-11-23T09:00:00.000Z', on = 'county@2026.1'): Rating => ({
  level,
  at,
  on,
})
const aside: Rating = { ...rating(0), notRelevant: true }
const assessment = (id: string, startedAt: string, ratings: Assessment['ratings']): Assessment => ({
  id,
  person: 'me',
  title: id,
  startedAt,
  ratings,
})

describe('what changed between two assessments', () => {
  it('is what was raised, lowered, new and gone', () => {
    const spring = {
      'county-up': rating(1),
      'county-down': rating(3),
      'county-gone': rating(2),
      'county-same': rating(2),
    }
    const autumn = {
      'county-up': rating(2),
      'county-down': rating(0),
      'county-new': rating(0),
      'county-same': rating(2),
    }
    expect(changesBetween({ ratings: spring }, { ratings: autumn })).toEqual([
      { skill: 'county-up', kind: 'raised', from: 1, to: 2 },
      { skill: 'county-down', kind: 'lowered', from: 3, to: 0 },
      { skill: 'county-gone', kind: 'gone', from: 2, to: undefined },
      { skill: 'county-new', kind: 'new', from: undefined, to: 0 },
    ])
  })

  it('takes not relevant for no level, never for none yet', () => {
    const changes = (from: Rating, to: Rating) =>
      changesBetween({ ratings: { 'county-a': from } }, { ratings: { 'county-a': to } })
    expect(changes(rating(2), aside)).toMatchObject([{ kind: 'gone', from: 2 }])
    expect(changes(aside, rating(0))).toMatchObject([{ kind: 'new', to: 0 }])
    expect(changesBetween({ ratings: {} }, { ratings: { 'county-a': aside } })).toEqual([])
  })

  it('says where the wording was another', () => {
    const later = rating(3, '2027-05-01T09:00:00.000Z', 'county@2027.1')
    expect(
      changesBetween({ ratings: { 'county-a': rating(2) } }, { ratings: { 'county-a': later } }),
    ).toMatchObject([{ kind: 'raised', otherWording: true }])
  })

  const skillIds = ['county-a', 'county-b', 'county-c']
  const answers = fc.dictionary(
    fc.constantFrom(...skillIds),
    fc.oneof(
      fc.integer({ min: 0, max: 5 }).map((level) => rating(level)),
      fc.constant(aside),
    ),
  )

  it('read backwards is its own opposite, and accounts for every difference', () => {
    const opposite = { raised: 'lowered', lowered: 'raised', new: 'gone', gone: 'new' }
    fc.assert(
      fc.property(answers, answers, (one, other) => {
        const there = changesBetween({ ratings: one }, { ratings: other })
        const back = new Map(changesBetween({ ratings: other }, { ratings: one }).map((c) => [c.skill, c]))
        expect(back.size).toBe(there.length)
        for (const { skill, kind, from, to } of there) {
          expect(back.get(skill)).toEqual({ skill, kind: opposite[kind], from: to, to: from })
        }
        const differing = skillIds.filter((skill) => levelOf(one[skill]) !== levelOf(other[skill]))
        expect(there.map(({ skill }) => skill).sort()).toEqual(differing)
      }),
      { seed },
    )
  })
})

describe('a skill over time', () => {
  it('is its level in each assessment, the oldest first, with holes where there was none', () => {
    const points = levelsOver(
      [
        assessment('autumn', '2026-10-01T09:00:00.000Z', { 'county-a': rating(3) }),
        assessment('spring', '2026-04-01T09:00:00.000Z', {}),
        assessment('before', '2025-10-01T09:00:00.000Z', { 'county-a': rating(0) }),
      ],
      'county-a',
    )
    expect(points.map(({ title, level }) => [title, level])).toEqual([
      ['before', 0],
      ['spring', undefined],
      ['autumn', 3],
    ])
  })
})

describe('what is due', () => {
  const ratings = {
    'county-fresh': rating(3, '2025-11-23T23:59:59.000Z'),
    'county-old': rating(3, '2025-11-22T09:00:00.000Z'),
    'county-older': { ...aside, at: '2024-01-01T09:00:00.000Z' },
    'county-changed': rating(1, '2026-11-01T09:00:00.000Z'),
  }

  it('is what was answered over a year ago, or has changed since', () => {
    const due = dueSkills(ratings, '2026-11-23', new Set(['county-changed', 'county-never-rated']))
    expect(due.map(({ skill, days, old, changed }) => [skill, days, old, changed])).toEqual([
      ['county-changed', 22, false, true],
      ['county-older', 1057, true, false],
      ['county-old', 366, true, false],
    ])
  })

  it('can be asked of another age', () => {
    expect(dueSkills(ratings, '2026-11-23', new Set(), 700).map(({ skill }) => skill)).toEqual([
      'county-older',
    ])
  })
})

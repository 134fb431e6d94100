import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { confirmed, described, levelOf, rated, setAside, type Rating } from './assessment'
import { bandsFor } from './band'
import type { Framework } from './framework'
import { gapFor, readiness } from './gap'
import { LAST_USED, lastUsedWords, monthLastUsed } from './lastUsed'
import { raise } from './raise'
import type { RoleProfile } from './role'

const at = '2026-11-23T09:00:00.000Z'
const later = '2027-05-01T09:00:00.000Z'
const on = 'county@2026.1'
const role: RoleProfile = {
  id: 'county-architect',
  name: 'Architect',
  family: 'county-any',
  seniority: 3,
  purpose: '',
  requirements: [
    { skill: 'county-a', level: 3, essential: true },
    { skill: 'county-b', essential: false },
  ],
}

describe('what is said beside a level', () => {
  const level: Rating = { level: 2, at, on, sure: 'unsure', lastUsed: '2026-10' }

  it('changes only what is said, takes back what is undefined, and counts as given then', () => {
    expect(described(level, { interest: 'grow', sure: undefined }, later, 'county@2027')).toEqual({
      level: 2,
      at: later,
      on: 'county@2027',
      lastUsed: '2026-10',
      interest: 'grow',
    })
  })

  it('stays where the answer is said to be still right', () => {
    expect(confirmed(level, later, 'county@2027')).toEqual({ ...level, at: later, on: 'county@2027' })
  })
})

describe('not relevant to me', () => {
  const aside = setAside(undefined, at, on)

  it('is neither not rated nor none yet', () => {
    expect(levelOf(aside)).toBeUndefined()
    expect(levelOf(undefined)).toBeUndefined()
    expect(levelOf({ level: 0 })).toBe(0)
  })

  it('meets nothing a role asks, and says so', () => {
    const gap = gapFor(role.requirements[0]!, aside)
    expect(gap).toMatchObject({ met: false, notRelevant: true, toGain: 3 })
    expect(gap.has).toBeUndefined()
    expect(gapFor(role.requirements[0]!, undefined)).not.toHaveProperty('notRelevant')
  })

  it('is counted apart from not rated in readiness', () => {
    const found = readiness(role, { 'county-a': aside })
    expect(found).toMatchObject({ notRelevant: 1, notRated: 1, toGain: 4, share: 0 })
  })

  it('is left out of a summary, as not rated is', () => {
    const framework = { scale: { levels: [], working: 3 }, skills: [{ id: 'county-a' }, { id: 'county-b' }] }
    const none: Rating = { level: 0, at, on }
    const bands = bandsFor(framework as unknown as Framework, role, { 'county-a': aside, 'county-b': none })
    expect(bands).toEqual({ 'county-b': 0 })
  })

  it('keeps the evidence there was, and is taken back by rating again', () => {
    const evidence = [{ text: 'Led the restore test', addedAt: at }]
    const before: Rating = { level: 2, at, on, sure: 'sure', interest: 'grow', evidence }
    const set = setAside(before, later, on)
    expect(set).toEqual({ level: 0, notRelevant: true, at: later, on, interest: 'grow', evidence })
    expect(rated(set, 2, later, on)).toEqual({ level: 2, at: later, on, interest: 'grow', evidence })
  })
})

describe('rating again', () => {
  it('keeps how sure a person was only where the level stays', () => {
    const before: Rating = { level: 2, at, on, sure: 'fairly', lastUsed: '2026-10' }
    expect(rated(before, 2, later, on)).toEqual({ ...before, at: later })
    expect(rated(before, 3, later, on)).toEqual({ level: 3, at: later, on, lastUsed: '2026-10' })
    expect(rated(undefined, 1, at, on)).toEqual({ level: 1, at, on })
  })
})

describe('when a skill was last used', () => {
  const days = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))

  it('is said back in the same words on the day it was answered', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...LAST_USED), (today, answer) => {
        expect(lastUsedWords(monthLastUsed(answer, today), today)).toBe(answer)
      }),
      { seed: 4 },
    )
  })

  it('only ever grows older as time passes', () => {
    fc.assert(
      fc.property(days, days, fc.constantFrom(...LAST_USED), (one, other, answer) => {
        const [today, then] = one < other ? [one, other] : [other, one]
        const month = monthLastUsed(answer, today)
        expect(LAST_USED.indexOf(lastUsedWords(month, then))).toBeGreaterThanOrEqual(
          LAST_USED.indexOf(answer),
        )
      }),
      { seed: 4 },
    )
  })

  it('calls nothing over a year old before a year has passed, whatever the day of the month', () => {
    expect(lastUsedWords('2025-11', '2026-11-30')).toBe('in the last year')
    expect(lastUsedWords('2025-11', '2026-12-01')).toBe('over a year ago')
    expect(lastUsedWords('2024-11', '2026-12-01')).toBe('over two years ago')
  })
})

describe('raising', () => {
  it('lifts one skill and never lowers it', () => {
    const answers = { 'county-a': { level: 3 }, 'county-c': { level: 1 } }
    expect(raise(answers, 'county-c', 2)).toEqual({ 'county-a': { level: 3 }, 'county-c': { level: 2 } })
    expect(raise(answers, 'county-a', 2)).toBe(answers)
    expect(raise({}, 'county-a', 2)).toEqual({ 'county-a': { level: 2 } })
  })

  it('counts a skill set aside as learned once it is', () => {
    expect(raise({ 'county-a': setAside(undefined, at, on) }, 'county-a', 2)).toEqual({
      'county-a': { level: 2 },
    })
  })
})

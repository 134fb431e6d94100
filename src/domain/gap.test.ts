import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Rating } from './assessment'
import { closestRoles, gapFor, gapsFor, nothingRated, readiness, wholePercent, type Ratings } from './gap'
import type { Requirement, RoleProfile } from './role'

const rating = (level: number): Rating => ({ level, at: '2026-11-23T09:00:00.000Z', on: 'county@2026.1' })

function role(requirements: Requirement[], name = 'Architect'): RoleProfile {
  return {
    id: `county-${name.toLowerCase()}`,
    name,
    family: 'county-any',
    seniority: 2,
    purpose: '',
    requirements,
  }
}

describe('the gap to one requirement', () => {
  const asks3: Requirement = { skill: 'county-a', level: 3, essential: true }
  const asksAny: Requirement = { skill: 'county-a', essential: true }

  it('is what is asked beyond what is had', () => {
    expect(gapFor(asks3, rating(1))).toMatchObject({ met: false, toGain: 2, has: 1, asked: 3 })
    expect(gapFor(asks3, rating(4))).toMatchObject({ met: true, toGain: 0 })
  })

  it('keeps not rated, none yet and level 1 three different things', () => {
    expect(gapFor(asks3, undefined)).toMatchObject({ has: undefined, toGain: 3, met: false })
    expect(gapFor(asks3, rating(0))).toMatchObject({ has: 0, toGain: 3, met: false })
    expect(gapFor(asks3, rating(1))).toMatchObject({ has: 1, toGain: 2, met: false })
  })

  it('takes any level where the role states none, but not none yet', () => {
    expect(gapFor(asksAny, rating(1))).toMatchObject({ met: true, asked: undefined })
    expect(gapFor(asksAny, rating(0))).toMatchObject({ met: false, toGain: 1 })
    expect(gapFor(asksAny, undefined)).toMatchObject({ met: false, toGain: 1 })
  })
})

describe('the gap to a role', () => {
  it('puts essential before desirable, and larger gaps first', () => {
    const gaps = gapsFor(
      role([
        { skill: 'county-a', level: 5, essential: false },
        { skill: 'county-b', level: 2, essential: true },
        { skill: 'county-c', level: 4, essential: true },
      ]),
      {},
    )
    expect(gaps.map((gap) => gap.skill)).toEqual(['county-c', 'county-b', 'county-a'])
  })

  it('is nothing for a role that asks nothing', () => {
    expect(readiness(role([]), {})).toMatchObject({ share: 1, toGain: 0, asked: 0 })
  })
})

const skills = ['county-a', 'county-b', 'county-c', 'county-d']
const requirementArb = fc.record(
  { skill: fc.constantFrom(...skills), level: fc.integer({ min: 1, max: 5 }), essential: fc.boolean() },
  { requiredKeys: ['skill', 'essential'] },
)
const roleArb = fc
  .uniqueArray(requirementArb, { minLength: 1, selector: (requirement) => requirement.skill })
  .map((requirements) => role(requirements))
const ratingsArb: fc.Arbitrary<Ratings> = fc.dictionary(
  fc.constantFrom(...skills),
  fc.integer({ min: 0, max: 5 }).map(rating),
)

describe('readiness', () => {
  it('is whole exactly when nothing is left to gain, and 100 % is never rounded up to', () => {
    fc.assert(
      fc.property(roleArb, ratingsArb, (aRole, ratings) => {
        const { share, toGain, met, asked } = readiness(aRole, ratings)
        expect(share).toBeGreaterThanOrEqual(0)
        expect(share === 1).toBe(toGain === 0)
        expect(wholePercent(share) === 100).toBe(toGain === 0)
        expect(met === asked).toBe(toGain === 0)
        expect(toGain).toBe(gapsFor(aRole, ratings).reduce((sum, gap) => sum + gap.toGain, 0))
      }),
    )
  })

  it('never falls when one more level is gained', () => {
    fc.assert(
      fc.property(roleArb, ratingsArb, fc.constantFrom(...skills), (aRole, ratings, skill) => {
        const better = { ...ratings, [skill]: rating((ratings[skill]?.level ?? 0) + 1) }
        expect(readiness(aRole, better).share).toBeGreaterThanOrEqual(readiness(aRole, ratings).share)
      }),
    )
  })

  it('gives nothing for being better than asked', () => {
    const aRole = role([
      { skill: 'county-a', level: 2, essential: true },
      { skill: 'county-b', level: 2, essential: true },
    ])
    expect(readiness(aRole, { 'county-a': rating(5) }).share).toBe(0.5)
  })
})

describe('the closest roles', () => {
  it('are those with the fewest levels to gain', () => {
    const far = role([{ skill: 'county-a', level: 5, essential: true }], 'Far')
    const near = role([{ skill: 'county-b', level: 2, essential: true }], 'Near')
    const there = role([{ skill: 'county-c', level: 1, essential: true }], 'There')
    const found = closestRoles([far, near, there], { 'county-c': rating(3) }, 2)
    expect(found.map((one) => one.role.name)).toEqual(['There', 'Near'])
  })

  it('come before those of which nothing asked is rated, however little these ask', () => {
    const unknown = role([{ skill: 'county-b', level: 1, essential: true }], 'Unknown')
    const far = role([{ skill: 'county-a', level: 5, essential: true }], 'Far')
    const found = closestRoles([unknown, far], { 'county-a': rating(1) }, 2)
    expect(found.map((one) => one.role.name)).toEqual(['Far', 'Unknown'])
    expect(found.map((one) => nothingRated(one.readiness))).toEqual([false, true])
  })
})

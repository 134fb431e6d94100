import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Rating } from './assessment'
import { ABLE, bandsFor, MEETS, SHORT } from './band'
import type { Framework } from './framework'
import type { Requirement, RoleProfile } from './role'

const LEVELS = 5
const skillIds = Array.from({ length: 6 }, (_, index) => `county-skill-${index}`)

interface Case {
  /** Needed level by skill; undefined takes the scale's. */
  needed: (number | undefined)[]
  working: number | undefined
  asked: ({ level: number | undefined } | undefined)[]
  rated: (number | undefined)[]
}

const level = fc.integer({ min: 1, max: LEVELS })
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const perSkill = <T>(value: fc.Arbitrary<T>) =>
  fc.array(value, { minLength: skillIds.length, maxLength: skillIds.length })
const cases: fc.Arbitrary<Case> = fc.record({
  needed: perSkill(maybe(level)),
  working: maybe(level),
  asked: perSkill(maybe(fc.record({ level: maybe(level) }))),
  rated: perSkill(maybe(fc.integer({ min: 0, max: LEVELS }))),
})
const fixed = { seed: 20_261_123, numRuns: 500 }

function frameworkOf({ needed, working }: Case): Framework {
  return {
    key: 'county',
    version: '1',
    title: 'County',
    language: 'en-GB',
    licence: { title: 'Ours', attribution: 'Ours', redistributable: 'yes' },
    scale: {
      levels: Array.from({ length: LEVELS }, (_, index) => ({ ordinal: index + 1, label: `L${index + 1}` })),
      working,
    },
    groups: [],
    skills: skillIds.map((id, index) => ({
      id,
      name: id,
      summary: '',
      groups: [],
      descriptors: [],
      needed: needed[index],
    })),
    families: [],
    ladders: [],
    roles: [],
  }
}

function roleOf({ asked }: Case): RoleProfile {
  const requirements: Requirement[] = asked.flatMap((requirement, index) =>
    requirement === undefined
      ? []
      : [{ skill: skillIds[index]!, level: requirement.level, essential: index % 2 === 0 }],
  )
  return { id: 'county-role', name: 'Role', family: 'county-family', seniority: 1, purpose: '', requirements }
}

function ratingsOf({ rated }: Case): Record<string, Rating> {
  const entries = rated.flatMap((rating, index) =>
    rating === undefined
      ? []
      : [[skillIds[index]!, { level: rating, at: '2026-11-23T09:00:00Z', on: 'county@1' }] as const],
  )
  return Object.fromEntries(entries)
}

const bandsOf = (of: Case) => bandsFor(frameworkOf(of), roleOf(of), ratingsOf(of))

describe('bands', () => {
  it('say nothing of a skill that is not rated', () => {
    fc.assert(
      fc.property(cases, (of) => {
        const bands = bandsOf(of)
        skillIds.forEach((id, index) => {
          if (of.rated[index] === undefined) expect(bands).not.toHaveProperty(id)
        })
      }),
      fixed,
    )
  })

  it('say nothing of a skill that is not relevant to the person', () => {
    fc.assert(
      fc.property(cases, fc.nat(skillIds.length - 1), (of, index) => {
        const id = skillIds[index]!
        const aside = { level: 0, notRelevant: true, at: '2026-11-23T09:00:00Z', on: 'county@1' } as const
        const bands = bandsFor(frameworkOf(of), roleOf(of), { ...ratingsOf(of), [id]: aside })
        expect(bands).not.toHaveProperty(id)
      }),
      fixed,
    )
  })

  it('say short exactly where the role asks more than the person has, an unstated level being any level', () => {
    fc.assert(
      fc.property(cases, (of) => {
        const bands = bandsOf(of)
        skillIds.forEach((id, index) => {
          const [asked, has] = [of.asked[index], of.rated[index]]
          const short = asked !== undefined && has !== undefined && has < (asked.level ?? 1)
          expect(bands[id] === SHORT).toBe(short)
        })
      }),
      fixed,
    )
  })

  it('say able exactly at the needed level or above and not short, asked or not', () => {
    fc.assert(
      fc.property(cases, (of) => {
        const bands = bandsOf(of)
        skillIds.forEach((id, index) => {
          const needed = of.needed[index] ?? of.working
          const has = of.rated[index]
          const able = has !== undefined && needed !== undefined && has >= needed && bands[id] !== SHORT
          expect(bands[id] === ABLE).toBe(able)
        })
      }),
      fixed,
    )
  })

  it('say meets only of a skill the role asks', () => {
    fc.assert(
      fc.property(cases, (of) => {
        const bands = bandsOf(of)
        skillIds.forEach((id, index) => {
          if (bands[id] === MEETS) expect(of.asked[index]).toBeDefined()
        })
      }),
      fixed,
    )
  })

  it('never fall when a level rises', () => {
    fc.assert(
      fc.property(cases, fc.nat(skillIds.length - 1), (of, index) => {
        const has = of.rated[index]
        if (has === undefined || has === LEVELS) return
        const higher = { ...of, rated: of.rated.with(index, has + 1) }
        const id = skillIds[index]!
        const [before, after] = [bandsOf(of)[id] ?? -1, bandsOf(higher)[id] ?? -1]
        expect(after).toBeGreaterThanOrEqual(before)
      }),
      fixed,
    )
  })

  it('come out as the same bytes whatever the order of rating', () => {
    fc.assert(
      fc.property(cases, (of) => {
        const backwards = Object.fromEntries(Object.entries(ratingsOf(of)).reverse())
        const bands = bandsFor(frameworkOf(of), roleOf(of), backwards)
        expect(JSON.stringify(bands)).toBe(JSON.stringify(bandsOf(of)))
      }),
      fixed,
    )
  })
})

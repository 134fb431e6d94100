import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Requirement, RoleProfile } from './role'
import { compareRoles } from './rolesCompared'
import { readiness } from './gap'

const role = (requirements: Requirement[]): RoleProfile => ({
  id: 'r',
  name: 'R',
  family: 'f',
  seniority: 1,
  purpose: '',
  requirements,
})
const asks = (skill: string, level?: number, essential = true): Requirement => ({ skill, level, essential })

it('sets two roles side by side: what both ask, what only one asks, largest first', () => {
  const a = role([asks('x', 2), asks('y', 3), asks('z', 4), asks('mine', 1), asks('mine-too', 4)])
  const b = role([asks('x', 2), asks('y', 5), asks('z', 1, false), asks('yours', 2), asks('any')])
  const { inBoth, onlyA, onlyB, toGain } = compareRoles(a, b)
  expect(inBoth.map(({ skill, more }) => [skill, more])).toEqual([
    ['y', 2],
    ['x', 0],
    ['z', -3],
  ])
  expect(onlyA.map(({ skill }) => skill)).toEqual(['mine-too', 'mine'])
  expect(onlyB.map(({ skill, more }) => [skill, more])).toEqual([
    ['yours', 2],
    ['any', 1],
  ])
  expect(toGain).toBe(2 + 2 + 1)
})

const requirements = fc.uniqueArray(
  fc.record({
    skill: fc.constantFrom('p', 'q', 'r', 's', 't'),
    level: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
    essential: fc.boolean(),
  }),
  { selector: ({ skill }) => skill },
)

it('agrees with the gap of somebody who meets the first role exactly', () => {
  fc.assert(
    fc.property(requirements, requirements, (ofA, ofB) => {
      const at = '2026-01-01T00:00:00.000Z'
      const ratings = Object.fromEntries(
        ofA.map(({ skill, level }) => [skill, { level: level ?? 1, at, on: 'x@1' }]),
      )
      expect(compareRoles(role(ofA), role(ofB)).toGain).toBe(readiness(role(ofB), ratings).toGain)
    }),
    { seed: 4 },
  )
})

import { expect, it } from 'vitest'
import type { Headcount } from '../../../contract/period'
import type { Release } from '../../../contract/release'
import { canAfford, finestDetail, plannedGrid, type Made } from './planned'

const names = { units: new Map(), families: new Map() }
const headcounts: Headcount[] = ['data', 'networks', 'support'].flatMap((family) =>
  ['north', 'south'].map((unit) => ({ unit, family, headcount: 30 })),
)
const whole = headcounts.map(({ unit, family }) => ({ unit, family }))

function made(closed: string, cells: { unit: string; family: string }[][], epsilon: 0.5 | 1 = 1): Made {
  const release: Release = {
    v: 2,
    period: closed,
    published: true,
    grid: 'sha256-',
    catalogue: 'sha256-',
    epsilon,
    margin: 6,
    replies: 100,
    spoiled: 0,
    cells: cells.map((parts, index) => ({ id: `c0${index + 1}`, label: '', parts })),
    skills: [],
    counts: [],
    totals: [],
    replied: [],
    repliedInAll: 100,
  }
  return { release, closed }
}

it('shows the cells that the endpoint will make', () => {
  expect(plannedGrid(headcounts, 'families', [], names, '2026-11-23')?.cells).toHaveLength(6)
  expect(plannedGrid(headcounts, 'organisation', [], names, '2026-11-23')?.cells).toHaveLength(1)
  expect(plannedGrid(headcounts.slice(0, 3), 'units', [], names, '2026-11-23')?.because).toBe('small')
  expect(
    plannedGrid([{ ...headcounts[0]!, headcount: 19 }], 'units', [], names, '2026-11-23'),
  ).toBeUndefined()
})

it('only takes together the cells of releases of the last 24 months', () => {
  const two = [whole.slice(0, 2), whole.slice(2)]
  const within = plannedGrid(headcounts, 'families', [made('2025-11-23', two)], names, '2026-11-23')
  expect(within?.cells.map(({ headcount }) => headcount)).toEqual([60, 120])
  const after = plannedGrid(headcounts, 'families', [made('2024-11-23', two)], names, '2026-11-23')
  expect(after?.cells).toHaveLength(6)
})

it('divides no further what was last told as a whole', () => {
  const plan = plannedGrid(headcounts, 'families', [made('2026-01-10', [])], names, '2026-11-23')
  expect(plan?.cells.map(({ headcount }) => headcount)).toEqual([180])
})

it('knows when the year’s budget has no room for another release', () => {
  const spent = [made('2026-03-31', [], 0.5)]
  expect(canAfford(spent, 0.5, '2026-12-14')).toBe(true)
  expect(canAfford(spent, 1, '2026-12-14')).toBe(false)
  expect(canAfford(spent, 1, '2027-03-31')).toBe(true)
})

it('says the finest that can be told of a group before anybody is asked', () => {
  expect(finestDetail(40, 1, 6)).toBe('Each skill')
  expect(finestDetail(39, 1, 6)).toBe('Skill groups')
  expect(finestDetail(14, 1, 6)).toBe('Nothing of its own')
  expect(finestDetail(40, 0.5, 6)).toBe('Skill groups')
})

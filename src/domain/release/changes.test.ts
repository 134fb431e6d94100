import { expect, it } from 'vitest'
import { bitsFrom } from './bits'
import type { Gridded } from './change'
import { changesBetween } from './changes'
import type { Counts } from './count'
import { laplace, rateFor } from './noise'
import { seededBytes } from './seeded'

const SKILLS = Array.from({ length: 72 }, (_, place) => `s${place}`)
const release = (short: (place: number) => number): Gridded => ({
  epsilon: 1,
  skills: SKILLS,
  cells: [],
  counts: [],
  totals: SKILLS.map((_, place): Counts => [short(place), 170 - short(place)]),
  replied: [],
  repliedInAll: 170,
})
const same = new Map(SKILLS.map((skill) => [skill, 2]))
const levels = { before: same, now: same }

it('lists what moved, the furthest first, and counts what was compared', () => {
  const now = release((place) => (place === 3 ? 20 : place === 5 ? 70 : 40))
  const { moved, compared } = changesBetween(
    release(() => 40),
    now,
    levels,
    'short',
  )
  expect(moved.map(({ skill }) => skill)).toEqual(['s5', 's3'])
  expect(moved[1]!.change.by.share).toBeCloseTo(-20 / 170, 2)
  expect(compared).toBe(72)
})

it('compares nothing whose needed level is another now, and says which', () => {
  const now = { before: same, now: new Map([...same, ['s3', 3] as const]) }
  const told = changesBetween(
    release(() => 40),
    release(() => 10),
    now,
    'able',
  )
  expect(told.redefined).toEqual(['s3'])
  expect(told.moved.map(({ skill }) => skill)).not.toContain('s3')
})

it('compares one group of staff only with what the earlier groups hold of it', () => {
  const part = (unit: string) => ({ unit, family: 'ops' })
  const gridded = (short: number, units: string[][]): Gridded => ({
    ...release(() => short),
    cells: units.map((all, place) => ({ id: `c${place}`, parts: all.map(part) })),
    counts: units.map(() => SKILLS.map((): Counts => [short, 85 - short])),
    replied: units.map(() => 85),
  })
  const before = gridded(60, [['north'], ['south']])
  const told = (now: Gridded) => changesBetween(before, now, levels, 'short', 0)
  expect(told(gridded(10, [['north'], ['south']])).moved).toHaveLength(72)
  expect(told(gridded(10, [['north', 'east'], ['south']])).compared).toBe(0)
})

it('lists hardly anything where nothing changed but the noise', () => {
  const rate = rateFor(1, 1)
  let listed = 0
  for (let draw = 0; draw < 40; draw += 1) {
    const bits = bitsFrom(seededBytes(draw))
    const noisy = () => release(() => 40 + laplace(rate, bits))
    listed += changesBetween(noisy(), noisy(), levels, 'short').moved.length
  }
  // 40 × 72 comparisons: 144 would be listed were the margins taken in quadrature.
  expect(listed).toBeLessThan(45)
})

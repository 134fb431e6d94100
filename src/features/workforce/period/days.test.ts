import { expect, it } from 'vitest'
import { dayOf, daysAfter, daysBetween, periodIdFor } from './days'

it('counts calendar days, over the ends of months and the change of clocks', () => {
  expect(daysAfter('2026-11-23', 21)).toBe('2026-12-14')
  expect(daysAfter('2026-10-24', 2)).toBe('2026-10-26')
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
  expect(daysBetween('2026-11-23', '2026-11-20')).toBe(-3)
  expect(dayOf(new Date('2026-11-23T23:59:00Z'))).toBe('2026-11-23')
})

it('names a period by the half of its year, and never as one that was', () => {
  expect(periodIdFor('2026-06-30', [])).toBe('2026-H1')
  expect(periodIdFor('2026-07-01', [])).toBe('2026-H2')
  expect(periodIdFor('2026-11-23', ['2026-H1', '2026-H2'])).toBe('2026-H2-2')
  expect(periodIdFor('2026-11-23', ['2026-H2', '2026-H2-2'])).toBe('2026-H2-3')
})

it('names a period of a sample so that its figures are known as made up', () => {
  expect(periodIdFor('2026-11-23', ['made-up-2025', 'made-up-2024'])).toBe('made-up-2026-H2')
})

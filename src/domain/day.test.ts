import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, addMonths, dayOf, daysBetween, monthsBetween } from './day'

const seed = 4

it('counts days across months, leap years and the turn of the clocks', () => {
  expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1)
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2)
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
  expect(daysBetween('2026-11-23', '2026-11-20')).toBe(-3)
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(dayOf('2026-11-23T23:59:59.999Z')).toBe('2026-11-23')
})

it('counts months across years', () => {
  expect(addMonths('2026-01', -1)).toBe('2025-12')
  expect(addMonths('2026-11', 14)).toBe('2028-01')
  expect(monthsBetween('2025-12', '2026-01')).toBe(1)
})

it('goes there and back', () => {
  const day = fc.integer({ min: 0, max: 30_000 }).map((days) => addDays('2000-01-01', days))
  fc.assert(
    fc.property(day, fc.integer({ min: -5000, max: 5000 }), (from, by) => {
      expect(daysBetween(from, addDays(from, by))).toBe(by)
      const month = from.slice(0, 7)
      expect(monthsBetween(month, addMonths(month, by))).toBe(by)
    }),
    { seed },
  )
})

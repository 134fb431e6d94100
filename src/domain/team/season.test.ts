import { expect, it } from 'vitest'
import { seasonToRateIn } from './season'

it('is this year until another season of it was begun', () => {
  expect(seasonToRateIn([], '2026-11-23')).toBe('2026')
  expect(seasonToRateIn([{ season: '2025' }], '2026-11-23')).toBe('2026')
  expect(seasonToRateIn([{ season: '2026-autumn' }, { season: '2026' }], '2026-11-23')).toBe('2026-autumn')
})

it('is a later one where that was begun already, so that what is said stands', () => {
  expect(seasonToRateIn([{ season: '2027' }, { season: '2026' }], '2026-12-23')).toBe('2027')
})

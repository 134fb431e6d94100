import { expect, it } from 'vitest'
import type { Action } from '../../domain/plan/action'
import { timelineOf } from './timeline'

const action = (due: string, createdAt = '2026-11-01T09:00:00.000Z'): Action => ({
  id: due,
  person: 'me',
  skill: 's',
  to: 1,
  way: 'formal',
  what: due,
  due,
  createdAt,
})

it('runs over whole months, from the first action to the last, today among them', () => {
  const { bars, months, today } = timelineOf([action('2026-12-31'), action('2026-11-16')], '2026-11-16')
  expect(months.map(({ name }) => name)).toEqual(['November 2026', 'December 2026'])
  expect(months[0]!.at).toBe(0)
  expect(bars[0]!.start).toBe(0)
  expect(bars[0]!.end).toBeCloseTo(60 / 61)
  expect(today).toBeCloseTo(15 / 61)
  expect(bars[1]!.end).toBe(today)
})

it('keeps every bar and today within it, and names few months of a long plan', () => {
  const { bars, months, today } = timelineOf([action('2030-01-01'), action('2025-01-01')], '2026-11-23')
  for (const share of [today, ...bars.flatMap(({ start, end }) => [start, end])]) {
    expect(share >= 0 && share <= 1).toBe(true)
  }
  expect(months.length).toBeLessThanOrEqual(8)
})

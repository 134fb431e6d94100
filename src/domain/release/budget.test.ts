import { describe, expect, it } from 'vitest'
import { affords, COARSENING_MONTHS, since } from './budget'

describe('the year’s ε', () => {
  it('is one release at 1, or two at 0.5, in any 12 months', () => {
    expect(affords([], 1, '2026-11-23')).toBe(true)
    expect(affords([{ epsilon: 1, day: '2025-11-24' }], 0.5, '2026-11-23')).toBe(false)
    expect(affords([{ epsilon: 0.5, day: '2026-03-01' }], 0.5, '2026-11-23')).toBe(true)
    expect(affords([{ epsilon: 0.5, day: '2026-03-01' }], 1, '2026-11-23')).toBe(false)
    const two = [
      { epsilon: 0.5, day: '2026-03-01' },
      { epsilon: 0.5, day: '2026-09-01' },
    ]
    expect(affords(two, 0.5, '2027-02-28')).toBe(false)
    expect(affords(two, 0.5, '2027-03-01')).toBe(true)
  })

  it('comes back on the same day a year later, leap years included', () => {
    expect(affords([{ epsilon: 1, day: '2025-11-23' }], 1, '2026-11-23')).toBe(true)
    expect(affords([{ epsilon: 1, day: '2027-03-01' }], 1, '2028-02-29')).toBe(false)
    expect(affords([{ epsilon: 1, day: '2027-02-28' }], 1, '2028-02-29')).toBe(true)
  })

  it('remembers the groups of releases for 24 months', () => {
    const releases = [{ day: '2024-11-23' }, { day: '2024-11-24' }]
    expect(since(releases, '2026-11-23', COARSENING_MONTHS)).toEqual([{ day: '2024-11-24' }])
  })
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Counts } from './count'
import type { Published } from './figures'
import { strandsReadiness } from './strands'

const able = (people: number): Counts => [0, people]
const strand = (needs: [string, number][]) => ({
  id: 's',
  name: 'Resilience',
  purpose: 'Come back',
  needs: needs.map(([skill, headcount]) => ({ skill, headcount })),
})
const release = (people: number[]): Published => ({
  epsilon: 1,
  skills: people.map((_, place) => `skill-${place}`),
  counts: [],
  totals: people.map(able),
  replied: [],
  repliedInAll: 60,
})

it('counts nobody beyond what a skill needs, and says what is too close to tell', () => {
  const [told] = strandsReadiness(release([40, 5, 21]), [
    strand([
      ['skill-0', 20],
      ['skill-1', 20],
      ['skill-2', 20],
      ['elsewhere', 4],
    ]),
  ])
  expect(told!.needs.map(({ verdict }) => verdict)).toEqual(['enough', 'not enough', 'too close to tell'])
  expect(told!.readiness!.share).toBeCloseTo((20 + 5 + 20) / 60)
  expect(told!.untold).toEqual(['elsewhere'])
})

it('has no readiness where the release speaks of nothing that a strand needs', () => {
  expect(strandsReadiness(release([]), [strand([['elsewhere', 4]])])[0]).not.toHaveProperty('readiness')
})

it('never falls when more are able, and is within 0 and 1', () => {
  const people = fc.array(fc.integer({ min: -5, max: 60 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(people, fc.nat(4), fc.nat(20), (counts, place, more) => {
      const needs = counts.map((_, at): [string, number] => [`skill-${at}`, 20])
      const share = (of: number[]) => strandsReadiness(release(of), [strand(needs)])[0]!.readiness!.share
      const raised = counts.map((count, at) => (at === place ? count + more : count))
      expect(share(raised)).toBeGreaterThanOrEqual(share(counts))
      expect(share(raised)).toBeGreaterThanOrEqual(0)
      expect(share(raised)).toBeLessThanOrEqual(1)
    }),
    { seed: 20_261_123 },
  )
})

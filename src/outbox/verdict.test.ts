import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EndpointProblem, type EndpointProblemKind } from '../client/problem'
import { LONGEST_WAIT, troubleSentence, verdictOn, waitFor } from './verdict'

const verdict = (kind: EndpointProblemKind, status: number) =>
  verdictOn(new EndpointProblem(kind, status, ''))

describe('what becomes of an item', () => {
  it.each([
    ['network', 0, 'retry'],
    ['unexpected', 404, 'retry'],
    ['unexpected', 200, 'retry'],
    ['busy', 503, 'retry'],
    ['too-many', 429, 'retry'],
    ['join-code', 401, 'ask'],
    ['signature', 401, 'refused'],
    ['malformed', 400, 'refused'],
    ['too-large', 413, 'refused'],
    ['unknown-period', 404, 'refused'],
    ['closed', 410, 'refused'],
  ] as const)('%s with status %i: %s', (kind, status, expected) => {
    expect(verdict(kind, status)).toBe(expected)
  })
})

describe('the wait before another attempt', () => {
  const fixed = { seed: 20_261_123, numRuns: 500 }
  const attempts = fc.integer({ min: 1, max: 2_000 })
  const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

  it('is never longer than six hours, however often it failed or whatever was asked', () => {
    fc.assert(
      fc.property(attempts, fc.option(fc.nat(), { nil: undefined }), chance, (failed, retryAfter, luck) => {
        const wait = waitFor(failed, retryAfter, luck)
        expect(wait).toBeGreaterThanOrEqual(0)
        expect(wait).toBeLessThanOrEqual(LONGEST_WAIT)
        expect(wait).toBeGreaterThanOrEqual(Math.min(retryAfter ?? 0, LONGEST_WAIT))
      }),
      fixed,
    )
  })

  it('is spread over the whole of 60 s, 120 s, 240 s …, so that laptops do not return together', () => {
    expect(waitFor(1, undefined, 0)).toBe(0)
    expect([1, 2, 3, 4].map((failed) => waitFor(failed, undefined, 0.5))).toEqual([
      30_000, 60_000, 120_000, 240_000,
    ])
  })
})

describe('the words for a refusal', () => {
  it('do not say "not counted" of a withdrawal that came too late', () => {
    expect(troubleSentence('closed', false)).toMatch(/closed before this arrived; it was not counted/)
    expect(troubleSentence('closed', true)).toMatch(/was counted/)
    expect(troubleSentence('closed', true)).not.toMatch(/not counted/)
  })
})

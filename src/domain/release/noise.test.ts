import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bitsFrom, shuffle } from './bits'
import { laplace, marginOf, rateFor, varianceOf, type Rate } from './noise'
import { seededBytes } from './seeded'

const DRAWS = 40_000

/** P(k) = (1−r)/(1+r) · r^|k|, r = exp(−rate). */
function chance(k: number, { numerator, denominator }: Rate): number {
  const r = Math.exp(-numerator / denominator)
  return ((1 - r) / (1 + r)) * r ** Math.abs(k)
}

/** Pearson's χ² over the values expected at least 20 times, and how many those are. */
function misfit(rate: Rate, draws: readonly number[]): { statistic: number; values: number } {
  const seen = new Map<number, number>()
  for (const k of draws) seen.set(k, (seen.get(k) ?? 0) + 1)
  let statistic = 0
  let values = 0
  for (let k = -200; k <= 200; k += 1) {
    const expected = DRAWS * chance(k, rate)
    if (expected < 20) continue
    statistic += ((seen.get(k) ?? 0) - expected) ** 2 / expected
    values += 1
  }
  return { statistic, values }
}

describe('the noise of a release', () => {
  it.each([
    ['cells and totals at ε 1', rateFor(1, 2), 6],
    ['cells and totals at ε 0.5', rateFor(0.5, 2), 14],
    ['the whole organisation at ε 1', rateFor(1, 1), 4],
    ['the whole organisation at ε 0.5', rateFor(0.5, 1), 9],
  ])('is discrete Laplace for %s', (_, rate, margin) => {
    const bits = bitsFrom(seededBytes(7))
    const draws = Array.from({ length: DRAWS }, () => laplace(rate, bits))
    const { statistic, values } = misfit(rate, draws)
    // Mean `values`, standard deviation √(2·values); four of those is one seed in 30,000.
    expect(statistic).toBeLessThan(values + 4 * Math.sqrt(2 * values))
    expect(marginOf(rate)).toBe(margin)
    expect(draws.filter((k) => Math.abs(k) <= margin).length / DRAWS).toBeGreaterThan(0.95)
    const variance = draws.reduce((sum, k) => sum + k * k, 0) / DRAWS
    expect(variance / varianceOf(rate)).toBeCloseTo(1, 1)
  })

  it('fails this test of fit when its rate is a tenth off', () => {
    const bits = bitsFrom(seededBytes(7))
    const draws = Array.from({ length: DRAWS }, () => laplace({ numerator: 11, denominator: 20 }, bits))
    const { statistic, values } = misfit(rateFor(1, 2), draws)
    expect(statistic).toBeGreaterThan(values + 4 * Math.sqrt(2 * values))
  })
})

/**
 * How often somebody is right who holds an answer for 45 % likely and another for 55 %, and sees of each of these draws
 * on which side of the middle between the two it lies: all there is to see, since noise of this kind makes each side
 * as telling everywhere on it.
 */
function rightIn(rate: Rate, draws: number): number {
  const kept = 1 / (1 + Math.exp(-rate.numerator / rate.denominator))
  let right = 0
  for (let sides = 0; sides < 2 ** draws; sides += 1) {
    const away = [...sides.toString(2)].filter((side) => side === '1').length
    const one = kept ** (draws - away) * (1 - kept) ** away
    const other = kept ** away * (1 - kept) ** (draws - away)
    right += Math.max(0.45 * one, 0.55 * other)
  }
  return right
}

describe('how much of ε is spent', () => {
  // Two counts move in each table. 60.3 % is more than the 60 asked for: there the margin would be 10, two people wider.
  it.each([
    ['cells and totals at ε 1', rateFor(1, 2), 4, 0.684],
    ['cells and totals at ε 0.5', rateFor(0.5, 2), 4, 0.597],
    ['the whole organisation at ε 1', rateFor(1, 1), 2, 0.691],
    ['the whole organisation at ε 0.5', rateFor(0.5, 1), 2, 0.603],
  ])('leaves who knows all but one answer right no more often than asked: %s', (_, rate, draws, most) => {
    expect(rightIn(rate, draws)).toBeLessThan(most)
    expect(rightIn(rate, draws)).toBeGreaterThan(most - 0.001)
  })
})

describe('numbers drawn evenly', () => {
  it('stay below their limit and reach all of it', () => {
    const bits = bitsFrom(seededBytes(3))
    const seen = new Set(Array.from({ length: 2000 }, () => bits.below(23)))
    expect([...seen].sort((a, b) => a - b)).toEqual(Array.from({ length: 23 }, (_, n) => n))
    expect(bits.below(1)).toBe(0)
  })

  it('shuffle without losing or adding anything', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.nat(), (items, key) => {
        const shuffled = shuffle(items, bitsFrom(seededBytes(key)))
        expect([...shuffled].sort()).toEqual([...items].sort())
      }),
      { seed: 20261123 },
    )
  })
})

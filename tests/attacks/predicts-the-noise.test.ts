import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bitsFrom, type RandomBytes } from '../../src/domain/release/bits.ts'
import { laplace, rateFor, varianceOf, type Rate } from '../../src/domain/release/noise.ts'
import { seededBytes } from '../../src/domain/release/seeded.ts'
import { DIST } from '../journeys/support/endpoint.ts'
import { FULL, SEED, sized, tellTable } from './support/size.ts'
import { laptopOf, openTarget, release } from './support/target.ts'

/**
 * Who: anyone with a release and the source code. Hopes that the noise is not what it is said to be: off centre,
 * narrower, with values that never come, or drawn from a generator that can be run again.
 * Wins: where a million draws do not fit the distribution. Source: Mironov, "On significance of the least
 * significant bits for differential privacy" (2012).
 */
const ATTACK = 'predict the noise'
const DRAWS = sized(1_000_000, 200_000)
/** Beyond this many standard deviations lies one draw of a thousand. */
const ONE_IN_A_THOUSAND = 3.0902

interface Fit {
  mean: number
  /** Variance of the draws as a part of what it should be. */
  variance: number
  /** χ² in standard deviations of a normal distribution. */
  misfit: number
}

function fitOf(rate: Rate, source: RandomBytes, due = rate): Fit {
  const bits = bitsFrom(source)
  const seen = new Map<number, number>()
  for (let n = 0; n < DRAWS; n += 1) {
    const draw = laplace(rate, bits)
    seen.set(draw, (seen.get(draw) ?? 0) + 1)
  }
  let [sum, squares] = [0, 0]
  for (const [draw, times] of seen) {
    sum += draw * times
    squares += draw * draw * times
  }
  return { mean: sum / DRAWS, variance: squares / DRAWS / varianceOf(due), misfit: misfitOf(due, seen) }
}

/** Pearson's χ² over the values expected 20 times or more, the tails as two more, by Wilson and Hilferty. */
function misfitOf({ numerator, denominator }: Rate, seen: ReadonlyMap<number, number>): number {
  const r = Math.exp(-numerator / denominator)
  const expected = (k: number) => (DRAWS * (1 - r) * r ** Math.abs(k)) / (1 + r)
  let widest = 0
  while (expected(widest + 1) >= 20) widest += 1
  let [statistic, within] = [0, 0]
  for (let k = -widest; k <= widest; k += 1) {
    statistic += ((seen.get(k) ?? 0) - expected(k)) ** 2 / expected(k)
    within += seen.get(k) ?? 0
  }
  const tails = (DRAWS * 2 * r ** (widest + 1)) / (1 + r)
  statistic += (DRAWS - within - tails) ** 2 / tails
  const freedom = 2 * widest + 1
  const spread = 2 / (9 * freedom)
  return ((statistic / freedom) ** (1 / 3) - (1 - spread)) / Math.sqrt(spread)
}

/** Whether it is as it should be: |mean| under 0.02 of the scale, variance within 1 % (5 % of few), χ² p > 0.001. */
function fits(rate: Rate, { mean, variance, misfit }: Fit): boolean {
  const scale = rate.denominator / rate.numerator
  const off = DRAWS < 1_000_000 ? 0.05 : 0.01
  return Math.abs(mean) < 0.02 * scale && Math.abs(variance - 1) < off && misfit < ONE_IN_A_THOUSAND
}

describe('predicting the noise', () => {
  it.each([
    ['cells and totals at ε 1', rateFor(1, 2)],
    ['cells and totals at ε 0.5', rateFor(0.5, 2)],
    ['the whole organisation at ε 1', rateFor(1, 1)],
    ['the whole organisation at ε 0.5', rateFor(0.5, 1)],
  ])('fails: it is what it is said to be, for %s', (name, rate) => {
    // At full size from the source that releases use, which has no seed: a fair one is off once in a thousand
    // times, so an unlucky one is drawn again, once.
    const source = FULL ? randomBytes : seededBytes(SEED)
    let fit = fitOf(rate, source)
    if (FULL && !fits(rate, fit)) fit = fitOf(rate, source)
    const { mean, variance, misfit } = fit
    tellTable(ATTACK, {
      [`${name}, ${DRAWS} draws, ${FULL ? 'node:crypto' : `seed ${SEED}`}`]: {
        mean: mean.toFixed(4),
        'variance ÷ due': variance.toFixed(4),
        'χ², standard deviations': misfit.toFixed(2),
      },
    })
    expect(fits(rate, fit)).toBe(true)
  })

  it('finds noise that is a twentieth too narrow, by its shape alone, so it does attack', () => {
    const { misfit } = fitOf({ numerator: 21, denominator: 40 }, seededBytes(SEED), {
      numerator: 1,
      denominator: 2,
    })
    expect(misfit).toBeGreaterThan(ONE_IN_A_THOUSAND)
  })

  it('finds no other source of chance in the built endpoint', () => {
    const files = readdirSync(join(DIST, 'endpoint'), { recursive: true, encoding: 'utf8' })
    const texts = files
      .filter((file) => file.endsWith('.js'))
      .map((file) => readFileSync(join(DIST, 'endpoint', file), 'utf8'))
    expect(texts.length).toBeGreaterThan(0)
    for (const text of texts) expect(text).not.toMatch(/Math\s*(\.|\?\.|\[\s*['"`])\s*random/)
    expect(texts.join()).toMatch(/randomBytes/)
  })

  it('finds nothing that asks Math.random while a period is served and released', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'waymark-random-'))
    const log = join(folder, 'asked.log')
    writeFileSync(log, '')
    const watch = new URL('support/noteMathRandom.mjs', import.meta.url).href
    const target = await openTarget(90, { NODE_OPTIONS: `--import ${watch}`, ATTACK_RANDOM_LOG: log })
    // Fastify's loader of plugins names its timings by it as it starts: nothing of ours, and over before it serves.
    const atStart = readFileSync(log, 'utf8').trim().split('\n')
    expect(atStart.filter((line) => line !== '' && !line.includes('avvio/lib/time-tree'))).toEqual([])
    writeFileSync(log, '')
    for (let n = 0; n < 60; n += 1) {
      const cell = target.period.grid.cells[n % target.period.grid.cells.length]!.id
      expect(await target.send(await (await laptopOf(target)).saying({ cell }))).toBe(204)
    }
    expect(await release(target)).toMatchObject({ replies: 60, spoiled: 0 })
    await target.endpoint.stop()
    const asked = readFileSync(log, 'utf8')
    await target.discard()
    rmSync(folder, { recursive: true })
    expect(asked).toBe('')
  })
})

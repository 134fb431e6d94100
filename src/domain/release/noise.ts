import type { Bits } from './bits'

/** exp(−numerator/denominator) per person: how fast the noise falls away. Whole numbers, 1 and up. */
export interface Rate {
  numerator: number
  denominator: number
}

/**
 * Parts in a hundred of ε that are spent, by the number of tables, on a release of ε = 1 and of ε = 0.5. Measured
 * (`tests/attacks/knows-everyone-else`): with all of it, somebody who knows everyone else's answers and holds one for
 * 45 % likely would be right about more than 7 in 10 at ε = 1 and 6 in 10 at ε = 0.5, and could become 90.03 % sure
 * that an answer was not given.
 */
const SPENT = { 1: { one: 70, half: 63 }, 2: { one: 92, half: 84 } } as const

/**
 * The rate of every count in a release of this ε (0.5 or 1). A table of cells and one of totals share it, half each;
 * where there is one cell only, the totals are the one table. Short, able and replied are drawn at the same rate: one
 * answer given instead of another, or instead of none, moves at most two of a table's counts by one each.
 */
export function rateFor(epsilon: number, tables: 1 | 2): Rate {
  const spent = SPENT[tables][epsilon === 1 ? 'one' : 'half']
  return { numerator: 2 * epsilon * spent, denominator: 200 * tables }
}

/**
 * One draw of discrete Laplace noise, P(k) ∝ exp(−|k| · rate), exactly: Algorithm 2 of Canonne, Kamath
 * and Steinke, "The Discrete Gaussian for Differential Privacy" (2020). Only whole numbers, no
 * logarithms, because rounded ones leave gaps that give answers away (Mironov, 2012).
 */
export function laplace({ numerator, denominator }: Rate, bits: Bits): number {
  for (;;) {
    const remainder = bits.below(denominator)
    if (!happensExp(remainder, denominator, bits)) continue
    let whole = 0
    while (happensExp(1, 1, bits)) whole += 1
    const size = Math.floor((remainder + denominator * whole) / numerator)
    const negative = bits.below(2) === 1
    if (negative && size === 0) continue
    return negative ? -size : size
  }
}

/** True with probability exp(−a/b), for 0 ≤ a ≤ b: Algorithm 1 of the same paper. */
function happensExp(a: number, b: number, bits: Bits): boolean {
  let round = 1
  while (bits.below(b * round) < a) round += 1
  return round % 2 === 1
}

/**
 * The 95 % half-width: the smallest m with P(|k| > m) ≤ 5 %, where P(|k| > m) = 2rᵐ⁺¹/(1+r) and
 * r = exp(−rate). In people.
 */
export function marginOf(rate: Rate): number {
  const r = ratio(rate)
  let margin = 0
  while ((2 * r ** (margin + 1)) / (1 + r) > 0.05) margin += 1
  return margin
}

/** The variance of one draw, 2r/(1−r)². In people squared. */
export function varianceOf(rate: Rate): number {
  const r = ratio(rate)
  return (2 * r) / (1 - r) ** 2
}

function ratio({ numerator, denominator }: Rate): number {
  return Math.exp(-numerator / denominator)
}

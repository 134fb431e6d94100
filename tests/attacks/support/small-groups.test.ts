import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { smallGroups } from './smallGroups.ts'

// The attack on the tables is only as good as this search.
describe('the search for small groups', () => {
  const found = (sums: number[][], sizes: number[]) =>
    smallGroups(sums, sizes).groups.map((group) => group.sort((a, b) => a - b))

  it('finds what two sums leave between them', () => {
    expect(
      found(
        [
          [0, 1, 2],
          [0, 1],
        ],
        [30, 20, 4],
      ),
    ).toEqual([[2]])
    expect(
      found(
        [
          [0, 1, 2],
          [0, 1],
        ],
        [30, 20, 10],
      ),
    ).toEqual([])
  })

  it('finds what takes three sums and weights of a half', () => {
    // (AB + AC − BC) / 2 = A
    expect(
      found(
        [
          [0, 1],
          [0, 2],
          [1, 2],
        ],
        [5, 40, 40],
      ),
    ).toEqual([[0]])
  })

  it('finds a hidden count that totals of rows and columns give back', () => {
    const rows = [[0, 1], [2, 3], [0, 2], [1, 3], [1], [2], [3]]
    expect(found(rows, [3, 40, 40, 40])).toEqual([[0]])
  })

  it('finds nothing in groups of ten that are only ever taken together', () => {
    expect(found([[0], [1], [2], [0, 1], [0, 1, 2]], [10, 12, 40])).toEqual([])
  })

  it('finds the same as trying every group with exact fractions', () => {
    const anySum = fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 6 })
    const sizes = fc.array(fc.integer({ min: 1, max: 14 }), { minLength: 6, maxLength: 6 })
    fc.assert(
      fc.property(fc.array(anySum, { minLength: 1, maxLength: 6 }), sizes, (sums, people) => {
        const expected = everyGroup(sums, people)
        const mine = found(sums, people)
        expect(expected).toEqual(expect.arrayContaining(mine))
        // Of two groups that have nothing to do with each other, both are found and their union is not listed.
        for (const group of expected) {
          const inside = mine.filter((one) => one.every((atom) => group.includes(atom)))
          expect([...new Set(inside.flat())].sort()).toEqual(group)
        }
      }),
      { seed: 20261123, numRuns: 400 },
    )
  })
})

/** All 63 groups of six atoms, each asked whether adding its indicator raises the rank. */
function everyGroup(sums: readonly number[][], people: readonly number[]): number[][] {
  const indicator = (atoms: readonly number[]) => people.map((_, atom) => (atoms.includes(atom) ? 1 : 0))
  const rows = sums.map(indicator)
  const groups = Array.from({ length: 63 }, (_, n) =>
    [0, 1, 2, 3, 4, 5].filter((atom) => ((n + 1) >> atom) & 1),
  )
  return groups.filter((group) => {
    const size = group.reduce((sum, atom) => sum + people[atom]!, 0)
    return size <= 9 && rank([...rows, indicator(group)]) === rank(rows)
  })
}

/** By Bareiss' elimination, which never leaves the whole numbers. */
function rank(rows: readonly number[][]): number {
  const left = rows.map((row) => row.map(BigInt))
  let before = 1n
  let found = 0
  for (let column = 0; column < 6; column += 1) {
    const at = left.findIndex((row, place) => place >= found && row[column] !== 0n)
    if (at === -1) continue
    ;[left[found], left[at]] = [left[at]!, left[found]!]
    const pivot = left[found]!
    for (const row of left.slice(found + 1)) {
      const factor = row[column]!
      row.forEach((value, place) => (row[place] = (value * pivot[column]! - factor * pivot[place]!) / before))
    }
    before = pivot[column]!
    found += 1
  }
  return found
}

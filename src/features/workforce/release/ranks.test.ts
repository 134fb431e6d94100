import fc from 'fast-check'
import { expect, it } from 'vitest'
import { withinEachOthersRange, type Figure } from '../../../domain/release/figures'
import { equalInWords, equalStretches, possibleRanks } from './ranks'

const figures = (...people: number[]): Figure[] => people.map((count) => ({ people: count, margin: 3 }))

it('names the ranks that are within each other’s range', () => {
  expect(equalInWords(figures(50, 40, 30, 20, 18, 17, 15, 5))).toBe(
    'Ranks 4 to 7 are within each other’s range: treat them as equal.',
  )
})

it('names two stretches, each of which holds together', () => {
  expect(equalInWords(figures(30, 28, 10, 8))).toBe(
    'Ranks 1 to 2 are within each other’s range, and so are 3 to 4: treat each of these as equal.',
  )
})

it('says nothing where every rank stands, and all where none does', () => {
  expect(equalInWords(figures(40, 30, 20))).toBeUndefined()
  expect(equalInWords(figures(40))).toBeUndefined()
  expect(equalInWords(figures(24, 22, 20))).toBe(
    'All of these are within each other’s range: treat them as equal.',
  )
})

it('points to the column where many stretches overlap', () => {
  expect(equalInWords(figures(40, 36, 32, 28, 24, 20))).toContain('“Could rank”')
})

it('says how far each could move', () => {
  expect(possibleRanks(figures(40, 30, 28, 26, 10))).toEqual([
    [1, 1],
    [2, 4],
    [2, 4],
    [2, 4],
    [5, 5],
  ])
})

it('never calls two figures in one stretch different, nor leaves out two that are not', () => {
  const sorted = fc.array(fc.nat(60), { maxLength: 15 }).map((list) => figures(...list.sort((a, b) => b - a)))
  fc.assert(
    fc.property(sorted, (list) => {
      const stretches = equalStretches(list)
      list.forEach((a, i) =>
        list.forEach((b, j) => {
          if (i >= j) return
          const together = stretches.some(([from, to]) => from <= i + 1 && j + 1 <= to)
          expect(together).toBe(withinEachOthersRange(a, b))
        }),
      )
    }),
    { seed: 20261123 },
  )
})

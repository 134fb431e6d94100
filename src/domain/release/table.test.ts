import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Bands } from '../band'
import { bitsFrom } from './bits'
import { cellId, type Cell, type Keep } from './cell'
import { countBands, type Table } from './count'
import { laplace, rateFor } from './noise'
import { seededBytes } from './seeded'
import { noisyTable, type Terms } from './table'

const seed = 20261123
const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)
const skills = ['s1', 's2', 's3']
const grid: Cell[] = ['f1', 'f1', 'f2', 'f2', 'f3'].map((family, place) => ({
  id: cellId(place),
  label: '',
  parts: [{ unit: `u${place}`, family }],
  headcount: 40,
}))
const names = { units: new Map<string, string>(), families: new Map<string, string>() }
const terms = (keep: Keep): Terms => ({ grid, keep, floor: 10, epsilon: 1, skills, names })

const anyBands: fc.Arbitrary<Bands> = fc.dictionary(fc.constantFrom(...skills), fc.constantFrom(0, 1, 2))
const anyAnswer = fc.record({ cell: fc.constantFrom(...grid.map(({ id }) => id)), bands: anyBands })
const anyAnswers = fc.array(anyAnswer, { minLength: 20, maxLength: 150 })

describe('the table of a release', () => {
  it('counts everyone once, and once per skill at most: cells sum to totals, short and able never pass the replies', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ cell: fc.nat(3), bands: anyBands })), (answers) => {
        const { counts, totals, replied, repliedInAll } = countBands(answers, 4, skills)
        expect(repliedInAll).toBe(answers.length)
        expect(sum(replied)).toBe(answers.length)
        totals.forEach((total, skill) => {
          total.forEach((count, band) => expect(sum(counts.map((row) => row[skill]![band]!))).toBe(count))
          counts.forEach((row, cell) => expect(sum(row[skill]!)).toBeLessThanOrEqual(replied[cell]!))
        })
      }),
      { seed },
    )
  })

  it('counts as short and as able those alone: who meets, or is in no band of a skill, has replied and no more', () => {
    const said: Bands[] = [{ s1: 0, s2: 2 }, { s1: 1, s2: 2 }, { s1: 2 }, {}]
    const answers = said.map((bands, place) => ({ cell: place % 2, bands }))
    expect(countBands(answers, 2, ['s1', 's2'])).toEqual({
      counts: [
        [
          [1, 1],
          [0, 1],
        ],
        [
          [0, 0],
          [0, 1],
        ],
      ],
      totals: [
        [1, 1],
        [0, 2],
      ],
      replied: [2, 2],
      repliedInAll: 4,
    })
  })

  it('moves by one at most in two counts of each table, whatever anyone answers instead, or where they do not answer', () => {
    const anyReply = fc.option(fc.record({ cell: fc.constant(0), bands: anyBands }), { nil: undefined })
    fc.assert(
      fc.property(anyReply, anyReply, (one, another) => {
        const [a, b] = [one, another].map((reply) => countBands(reply ? [reply] : [], 1, skills)) as [
          Table,
          Table,
        ]
        skills.forEach((_, skill) => {
          const of = ({ totals, repliedInAll }: Table) => [...totals[skill]!, repliedInAll]
          const moved = of(a).map((count, which) => Math.abs(count - of(b)[which]!))
          expect(Math.max(...moved)).toBeLessThanOrEqual(1)
          expect(sum(moved)).toBeLessThanOrEqual(2)
        })
      }),
      { seed },
    )
  })

  it('never speaks of a cell with fewer replies than the floor, and keeps every part', () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom<Keep>('families', 'units'), (answers, keep) => {
        const { cells } = noisyTable(answers, terms(keep), bitsFrom(seededBytes(1)))
        const units = cells.flatMap(({ parts }) => parts.map(({ unit }) => unit))
        if (cells.length > 0) expect(units.sort()).toEqual(['u0', 'u1', 'u2', 'u3', 'u4'])
        for (const { parts } of cells) {
          const mine = new Set(
            grid.filter((cell) => parts.some(({ unit }) => unit === cell.parts[0]!.unit)).map(({ id }) => id),
          )
          expect(answers.filter(({ cell }) => mine.has(cell)).length).toBeGreaterThanOrEqual(10)
        }
      }),
      { seed },
    )
  })

  it('is the exact table plus one draw of noise for each count: cells, totals, replies', () => {
    const answers = Array.from({ length: 100 }, (_, n) => ({
      cell: cellId(n % 5),
      bands: { s1: n % 3, s2: n % 2 } as Bands,
    }))
    const table = noisyTable(answers, terms('families'), bitsFrom(seededBytes(9)))
    const bits = bitsFrom(seededBytes(9))
    const without = (row: readonly number[][]) =>
      row.map((counts) => counts.map((count) => count - laplace(rateFor(1, 2), bits)))
    const exact = countBands(
      answers.map(({ cell, bands }) => ({ cell: Number(cell.slice(1)) - 1, bands })),
      5,
      skills,
    )
    expect(table.counts.map(without)).toEqual(exact.counts)
    expect(without(table.totals)).toEqual(exact.totals)
    expect(without([table.replied])).toEqual([exact.replied])
    expect(without([[table.repliedInAll]])).toEqual([[100]])
    expect(table.margin).toBe(6)
  })

  it('has no cells where the whole organisation is the only group, and is closer for it', () => {
    const answers = Array.from({ length: 30 }, () => ({ cell: 'c01', bands: { s1: 0 } as Bands }))
    const table = noisyTable(answers, terms('organisation'), bitsFrom(seededBytes(5)))
    const bits = bitsFrom(seededBytes(5))
    expect(table).toMatchObject({ cells: [], counts: [], replied: [], margin: 4 })
    const without = (count: number) => count - laplace(rateFor(1, 1), bits)
    expect(table.totals.map((counts) => counts.map(without))).toEqual([
      [30, 0],
      [0, 0],
      [0, 0],
    ])
    expect(without(table.repliedInAll)).toBe(30)
  })
})

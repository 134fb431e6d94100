import * as v from 'valibot'
import { expect, it } from 'vitest'
import { inCells, repliesInCells, repliesInOrganisation } from '../domain/release/figures'
import { StoredReleaseSchema } from './storedRelease'

const hash = `sha256-${'A'.repeat(43)}`
/** As version 1 published it: short, meets, able, other. */
const first = {
  ...{ v: 1, period: '2025-H2', published: true, grid: hash, catalogue: hash, epsilon: 1, margin: 6 },
  ...{ replies: 50, spoiled: 0, skills: ['backup', 'recovery'] },
  cells: [
    { id: 'c01', label: 'Data', parts: [] },
    { id: 'c02', label: 'Networks', parts: [] },
  ],
  counts: [
    [
      [12, 3, 9, 6],
      [-2, 10, 14, 12],
    ],
    [
      [4, 4, 8, 2],
      [1, 5, 9, 5],
    ],
  ],
  totals: [
    [15, 8, 18, 9],
    [0, 14, 22, 16],
  ],
}
const read = (stored: unknown) => v.parse(StoredReleaseSchema, stored)

it('a release of version 1 is read with its short and able as they were, and replies from all of its counts', () => {
  const release = read(first)
  if (!release.published) throw new Error('not published')
  expect(release).toMatchObject({
    ...{ v: 2, period: '2025-H2', margin: 6, replies: 50, cells: first.cells },
    counts: [
      [
        [12, 9],
        [-2, 14],
      ],
      [
        [4, 8],
        [1, 9],
      ],
    ],
    totals: [
      [15, 18],
      [0, 22],
    ],
    // (30 + 34) / 2, (18 + 20) / 2, (50 + 52) / 2
    replied: [32, 19],
    repliedInAll: 51,
  })
  expect(inCells(release, [0], 0, 'able').people).toBe(9)
  expect(repliesInCells(release, [1]).people).toBe(19)
  expect(repliesInOrganisation(release).people).toBe(51)
})

it('of the whole organisation only, and where too few replied, likewise', () => {
  const whole = read({ ...first, cells: [], counts: [] })
  expect(whole).toMatchObject({ counts: [], replied: [], repliedInAll: 51 })
  expect(read({ v: 1, period: '2025-H2', published: false, replies: 10 })).toEqual({
    ...{ v: 2, period: '2025-H2', published: false, replies: 10 },
  })
})

it('a release of this version is read as it is, and neither is taken for the other', () => {
  const release = read(first)
  expect(read(release)).toEqual(release)
  for (const mixed of [
    { ...first, v: 2 },
    { ...release, v: 1 },
    { ...first, v: 3 },
  ]) {
    expect(v.safeParse(StoredReleaseSchema, mixed).success).toBe(false)
  }
})

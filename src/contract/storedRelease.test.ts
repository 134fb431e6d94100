import * as v from 'valibot'
import { expect, it } from 'vitest'
import first from '../../tests/fixtures/release/v1.json'
import second from '../../tests/fixtures/release/v2.json'
import { inCells, repliesInCells, repliesInOrganisation } from '../domain/release/figures'
import { StoredReleaseSchema } from './storedRelease'

const read = (stored: unknown) => v.parse(StoredReleaseSchema, stored)

it('a release of version 1 is read with its short and able as they were, and replies from all of its counts', () => {
  const release = read(first)
  if (!release.published) throw new Error('not published')
  const { v: _, counts, totals, ...same } = first
  expect(release).toEqual({
    ...same,
    v: 2,
    counts: counts.map((row) => row.map(([short, , able]) => [short, able])),
    totals: totals.map(([short, , able]) => [short, able]),
    // The first: (13 + 8 + 5) / 3. Of all: (53 + 67 + 72) / 3.
    replied: [9, 14, 15, 16],
    repliedInAll: 64,
  })
  expect(inCells(release, [0], 0, 'short').people).toBe(12)
  expect(repliesInCells(release, [1]).people).toBe(14)
  // (4 × 64 + 54) / 5
  expect(repliesInOrganisation(release).people).toBe(62)
})

it('of the whole organisation only, and where too few replied, likewise', () => {
  const whole = read({ ...first, cells: [], counts: [] })
  expect(whole).toMatchObject({ counts: [], replied: [], repliedInAll: 64 })
  const few = { period: '2025-H2', published: false, replies: 10 }
  expect(read({ v: 1, ...few })).toEqual({ v: 2, ...few })
})

it('a release of version 2 is read as it is, and neither is taken for the other', () => {
  expect(read(second)).toEqual(second)
  for (const mixed of [
    { ...first, v: 2 },
    { ...second, v: 1 },
    { ...second, v: 3 },
  ]) {
    expect(v.safeParse(StoredReleaseSchema, mixed).success).toBe(false)
  }
})

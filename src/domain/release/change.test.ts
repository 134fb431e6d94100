import { describe, expect, it } from 'vitest'
import { cellsMaking, changeInCell, changeInOrganisation, type Gridded } from './change'
import type { Counts } from './count'

const of = (short: number, replies: number): Counts => [short, replies - short]
const part = (unit: string) => ({ unit, family: 'ops' })
const release = (cells: [string[], number, number][]): Gridded => ({
  epsilon: 1,
  skills: ['a'],
  cells: cells.map(([units], place) => ({ id: `c${place}`, parts: units.map(part) })),
  counts: cells.map(([, short, replies]) => [of(short, replies)]),
  totals: [
    of(
      cells.reduce((sum, [, short]) => sum + short, 0),
      cells.reduce((sum, [, , replies]) => sum + replies, 0),
    ),
  ],
  replied: cells.map(([, , replies]) => replies),
  repliedInAll: cells.reduce((sum, [, , replies]) => sum + replies, 0),
})

const before = release([
  [['north'], 40, 100],
  [['south'], 50, 100],
  [['east'], 10, 100],
])

describe('what changed since the last release', () => {
  it('is told of shares, so that more replies alone are no change', () => {
    const doubled = release([[['north', 'south', 'east'], 200, 600]])
    expect(changeInOrganisation(before, doubled, 'a', 'short')).toMatchObject({ isChange: false })
  })

  it('is called a change only beyond the margins of both', () => {
    const fewer = release([[['north', 'south', 'east'], 20, 300]])
    const change = changeInOrganisation(before, fewer, 'a', 'short')!
    expect(change.isChange).toBe(true)
    expect(change.by.share).toBeCloseTo(-80 / 300, 1)
    expect(changeInOrganisation(before, before, 'a', 'short')!.isChange).toBe(false)
  })

  it('compares a group of staff with the earlier groups it was made of', () => {
    const merged = release([
      [['north', 'south'], 90, 200],
      [['east'], 10, 100],
    ])
    expect(cellsMaking(before, merged.cells[0]!.parts)).toEqual([0, 1])
    expect(changeInCell(before, merged, 0, 'a', 'short')).toMatchObject({ isChange: false })
  })

  it('compares nothing that the grids do not allow', () => {
    const finer = release([
      [['north'], 40, 100],
      [['south', 'east', 'west'], 60, 200],
    ])
    expect(changeInCell(before, finer, 1, 'a', 'short')).toBeUndefined()
    expect(changeInOrganisation(before, { ...finer, skills: ['b'] }, 'a', 'short')).toBeUndefined()
  })
})

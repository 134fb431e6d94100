import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partKey, type Cell, type Headcount, type Keep } from './cell'
import { CELL_HEADCOUNT_MIN, planGrid, renameUnits } from './grid'
import type { Names } from './label'

const seed = 20261123
const names: Names = {
  units: new Map([
    ['highways', 'Highways'],
    ['libraries', 'Libraries'],
    ['schools', 'Schools'],
  ]),
  families: new Map([
    ['data', 'Data'],
    ['networks', 'Networks'],
  ]),
}

const keeps: Keep[] = ['organisation', 'families', 'units']
const anyKeep = fc.constantFrom(...keeps)
const anyHeadcounts = fc.uniqueArray(
  fc.record({
    unit: fc.constantFrom('u1', 'u2', 'u3', 'u4', 'u5', 'u6'),
    family: fc.constantFrom('f1', 'f2', 'f3', 'f4', 'f5'),
    headcount: fc.nat(60),
  }),
  { selector: (part) => partKey(part), minLength: 1, maxLength: 30 },
)

function cut(headcounts: readonly Headcount[], keep: Keep, earlier: Cell[][] = []): Cell[] {
  const parts = earlier.map((cells) => cells.map((cell) => cell.parts))
  return planGrid(headcounts, keep, parts, names)?.cells ?? []
}

function keysOf(cells: readonly Cell[]): string[] {
  return cells.flatMap((cell) => cell.parts.map((part) => partKey(part)))
}

describe('a grid', () => {
  it('holds every part in exactly one cell, each of at least 20 posts', () => {
    fc.assert(
      fc.property(anyHeadcounts, anyKeep, (headcounts, keep) => {
        const total = headcounts.reduce((sum, part) => sum + part.headcount, 0)
        const cells = cut(headcounts, keep)
        if (total < CELL_HEADCOUNT_MIN) {
          expect(cells).toEqual([])
          return
        }
        expect(keysOf(cells).sort()).toEqual(headcounts.map((part) => partKey(part)).sort())
        expect(Math.min(...cells.map((cell) => cell.headcount))).toBeGreaterThanOrEqual(CELL_HEADCOUNT_MIN)
        expect(cells.reduce((sum, cell) => sum + cell.headcount, 0)).toBe(total)
      }),
      { seed },
    )
  })

  it('is the same whatever order the headcounts come in', () => {
    const shuffled = anyHeadcounts.chain((headcounts) =>
      fc.tuple(
        fc.constant(headcounts),
        fc.shuffledSubarray(headcounts, { minLength: headcounts.length, maxLength: headcounts.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, anyKeep, ([headcounts, others], keep) => {
        expect(cut(others, keep)).toEqual(cut(headcounts, keep))
      }),
      { seed },
    )
  })

  it('keeps families apart when asked: a cell is within one family, or is whole families', () => {
    fc.assert(
      fc.property(anyHeadcounts, (headcounts) => {
        for (const { parts } of cut(headcounts, 'families')) {
          const families = new Set(parts.map((part) => part.family))
          const theirs = headcounts.filter((part) => families.has(part.family))
          expect(families.size === 1 || theirs.length === parts.length).toBe(true)
        }
      }),
      { seed },
    )
  })

  it('only takes the cells of earlier releases together, never cuts across them', () => {
    fc.assert(
      fc.property(anyHeadcounts, anyHeadcounts, anyKeep, anyKeep, (then, now, keep, keepNow) => {
        const earlier = cut(then, keep)
        for (const cell of cut(now, keepNow, [earlier])) {
          const here = new Set(keysOf([cell]))
          for (const before of earlier) {
            const held = keysOf([before]).filter((key) => here.has(key))
            expect([0, before.parts.length]).toContain(held.length)
          }
        }
      }),
      { seed },
    )
  })

  it('follows several earlier releases at once', () => {
    const part = (unit: string, headcount = 40) => ({ unit, family: 'f', headcount })
    const first = [[part('u1'), part('u2')], [part('u3')], [part('u4')]]
    const second = [
      [part('u1'), part('u2')],
      [part('u3'), part('u4')],
    ]
    const plan = planGrid([part('u1'), part('u2'), part('u3'), part('u4')], 'units', [first, second], names)
    expect(plan?.cells.map((cell) => cell.parts.map(({ unit }) => unit))).toEqual([
      ['u1', 'u2'],
      ['u3', 'u4'],
    ])
  })

  it('speaks of the whole organisation only when a part is new, and says why', () => {
    const headcounts = [
      { unit: 'highways', family: 'data', headcount: 80 },
      { unit: 'libraries', family: 'data', headcount: 80 },
    ]
    const earlier = [[[{ unit: 'highways', family: 'data' }]]]
    const plan = planGrid(headcounts, 'units', earlier, names)
    expect(plan).toMatchObject({ keep: 'organisation', because: 'new-parts' })
    expect(plan?.cells).toHaveLength(1)
  })

  it('knows a unit under its new name once HR says which it was', () => {
    const was = [[{ unit: 'roads', family: 'data' }], [{ unit: 'libraries', family: 'data' }]]
    const headcounts = [
      { unit: 'highways', family: 'data', headcount: 80 },
      { unit: 'libraries', family: 'data', headcount: 80 },
    ]
    const renamed = renameUnits(was, [{ from: 'roads', to: 'highways' }])
    expect(planGrid(headcounts, 'units', [renamed], names)?.cells).toHaveLength(2)
  })

  it('keeps a part that has gone in its cell, and leaves out a cell that has gone whole', () => {
    const earlier = [
      [
        [
          { unit: 'highways', family: 'data' },
          { unit: 'highways', family: 'networks' },
        ],
        [{ unit: 'libraries', family: 'data' }],
        [{ unit: 'schools', family: 'data' }],
      ],
    ]
    const headcounts = [
      { unit: 'highways', family: 'data', headcount: 80 },
      { unit: 'libraries', family: 'data', headcount: 80 },
    ]
    const plan = planGrid(headcounts, 'units', earlier, names)
    expect(plan?.cells.map(({ parts }) => parts.map((part) => partKey(part)))).toEqual([
      ['highways data', 'highways networks'],
      ['libraries data'],
    ])
  })

  it('speaks of the whole organisation only under 100 posts, and of nothing under 20', () => {
    const part = (headcount: number) => [
      { unit: 'highways', family: 'data', headcount },
      { unit: 'libraries', family: 'data', headcount: 10 },
    ]
    expect(planGrid(part(89), 'units', [], names)).toMatchObject({ keep: 'organisation', because: 'small' })
    expect(planGrid(part(90), 'units', [], names)).toMatchObject({ keep: 'units' })
    expect(planGrid(part(9), 'units', [], names)).toBeUndefined()
  })

  it('says in words what each cell is', () => {
    const headcounts = [
      { unit: 'highways', family: 'data', headcount: 12 },
      { unit: 'libraries', family: 'data', headcount: 9 },
      { unit: 'schools', family: 'data', headcount: 40 },
      { unit: 'highways', family: 'networks', headcount: 50 },
    ]
    const labels = (keep: Keep) => cut(headcounts, keep).map((cell) => cell.label)
    expect(labels('families')).toEqual(['Data in Highways and Libraries', 'Data in Schools', 'Networks'])
    expect(labels('units')).toEqual(['Highways', 'Libraries; Schools'])
    expect(labels('organisation')).toEqual(['Whole organisation'])
  })
})

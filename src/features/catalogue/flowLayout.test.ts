import { expect, it } from 'vitest'
import { layOutFlows } from './flowLayout'

const left = [
  { id: 'a', headcount: 60 },
  { id: 'b', headcount: 1 },
]
const right = [
  { id: 'x', headcount: 30 },
  { id: 'y', headcount: 30 },
  { id: 'z', headcount: 1 },
]

it('draws headcounts to one measure on both sides, and gives each name room', () => {
  const layout = layOutFlows(left, right, [])
  expect(layout.left.map(({ barHeight }) => barHeight)).toEqual([120, 2])
  expect(layout.right.map(({ barHeight }) => barHeight)).toEqual([60, 60, 2])
  for (const column of [layout.left, layout.right]) {
    expect(column[0]?.slotTop).toBe(0)
    const last = column.at(-1)
    expect((last?.slotTop ?? 0) + (last?.slotHeight ?? 0)).toBeCloseTo(layout.height, 6)
    expect(column.every(({ slotHeight }) => slotHeight >= 46)).toBe(true)
  }
})

it('lets bands leave a bar one below the other, in the order they arrive', () => {
  const { bands, left: nodes } = layOutFlows(left, right, [
    { from: 'a', to: 'y', headcount: 20 },
    { from: 'a', to: 'x', headcount: 40 },
    { from: 'gone', to: 'x', headcount: 1 },
  ])
  const top = nodes[0]?.barTop ?? 0
  expect(bands.map(({ to }) => to)).toEqual(['x', 'y'])
  expect(bands.map(({ path }) => path.split('C')[0])).toEqual([`M0 ${top}`, `M0 ${top + 80}`])
})

it('tells a unit apart from the one of the same id on the other side', () => {
  const same = [{ id: 'a', headcount: 10 }]
  const { bands } = layOutFlows(same, same, [{ from: 'a', to: 'a', headcount: 10 }])
  expect(bands[0]?.path).toMatch(/^M0 13C50 13 50 13 100 13V33/)
})

import { expect, it } from 'vitest'
import { withinCells } from './within'

const part = (unit: string, family: string) => ({ unit, family })
const cells = [
  { parts: [part('highways', 'data')] },
  { parts: [part('libraries', 'data')] },
  { parts: [part('highways', 'networks'), part('libraries', 'service')] },
  { parts: [part('schools', 'service')] },
]

it('finds for each family the cells that are of it alone, and those where it is taken together with others', () => {
  expect(withinCells(cells, 'family')).toEqual([
    { id: 'data', own: [0, 1], merged: [] },
    { id: 'networks', own: [], merged: [2] },
    { id: 'service', own: [3], merged: [2] },
  ])
})

it('does the same for units, and finds none where a release has no cells', () => {
  expect(withinCells(cells, 'unit').map(({ id, own }) => [id, own])).toEqual([
    ['highways', [0]],
    ['libraries', [1]],
    ['schools', [3]],
  ])
  expect(withinCells([], 'unit')).toEqual([])
})

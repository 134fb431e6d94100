import { expect, it } from 'vitest'
import type { Gap } from './gap'
import { inOwnOrder, movedBy } from './roleCase'

const gap = (skill: string): Gap => ({ skill, essential: true, met: false, toGain: 1 })
const names = (gaps: Gap[]) => gaps.map(({ skill }) => skill)

it('tells requirements in the person’s own order, and those they left out after, as the gap has them', () => {
  expect(names(inOwnOrder(['a', 'b', 'c', 'd'].map(gap), ['c', 'gone', 'a']))).toEqual(['c', 'a', 'b', 'd'])
})

it('moves one up or down, and stays at the ends', () => {
  expect(movedBy(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c'])
  expect(movedBy(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b'])
  expect(movedBy(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c'])
  expect(movedBy(['a', 'b', 'c'], 'none', 1)).toEqual(['a', 'b', 'c'])
})

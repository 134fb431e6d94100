import { expect, it } from 'vitest'
import { minutesToRate } from './ratingTime'
import type { Skill } from './skill'

const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ')
/** 119 words to read: half a minute, and 5 seconds to answer. */
const skill: Skill = {
  id: 'county-a',
  name: words(3),
  summary: words(16),
  groups: [],
  descriptors: [1, 2, 3, 4].map((level) => ({ level, statements: [words(25), words(25)] })),
}

it('is the time to read a skill and two of its levels, and to answer', () => {
  expect(minutesToRate(Array.from({ length: 12 }, () => skill))).toBe(7)
})

it('is never nothing where something is left, and nothing where nothing is', () => {
  expect(minutesToRate([{ ...skill, descriptors: [] }])).toBe(1)
  expect(minutesToRate([])).toBe(0)
})

it('judges a long list by skills from all over it', () => {
  const short = { ...skill, name: 'a', summary: '', descriptors: [] }
  const list = [...Array.from({ length: 300 }, () => short), ...Array.from({ length: 300 }, () => skill)]
  const each = minutesToRate(list.slice(0, 300)) + minutesToRate(list.slice(300))
  expect(Math.abs(minutesToRate(list) - each)).toBeLessThan(each * 0.1)
})

import { expect, it } from 'vitest'
import type { PublishedRelease } from '../../../contract/release'
import { plusMinus, ofWhat } from './figureWords'
import { cellRows, groupRows, skillRows, standsOut } from './gapRows'
import type { ReleaseNames } from './named'

const short = (people: number, of: number): [number, number] => [people, of - people]
const skills = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l']

/** Two groups of staff of 60 and 20; the first skill has a gap, the others none to speak of. */
const release: PublishedRelease = {
  v: 2,
  period: '2026-H2',
  published: true,
  grid: '',
  catalogue: '',
  epsilon: 1,
  margin: 6,
  replies: 80,
  spoiled: 0,
  cells: [
    { id: 'c01', label: 'Data', parts: [] },
    { id: 'c02', label: 'Networks', parts: [] },
  ],
  skills,
  counts: [
    skills.map((skill) => short(skill === 'a' ? 30 : 1, 60)),
    skills.map((skill) => short(skill === 'a' ? 10 : -2, 20)),
  ],
  totals: skills.map((skill) => short(skill === 'a' ? 40 : -1, 80)),
  replied: [60, 20],
  repliedInAll: 80,
}
const names: ReleaseNames = {
  skills: new Map([['a', 'Recovery testing']]),
  units: new Map(),
  families: new Map(),
  groups: [
    { id: 'all', name: 'Everything', skills: skills.map((_, place) => place) },
    { id: 'one', name: 'Resilience', skills: [0] },
  ],
}

it('puts the largest gap first, by its name, with its margin and its share of the replies', () => {
  const [first, second] = skillRows(release, names)
  expect(first).toMatchObject({ id: 'a', name: 'Recovery testing' })
  expect(plusMinus(first!.short)).toBe('40 ± 5')
  expect(first!.share!.share).toBeCloseTo(0.5)
  expect(standsOut(first!)).toBe(true)
  expect(second!.short.people).toBe(0)
  expect(standsOut(second!)).toBe(false)
})

it('shows ids where there are no names', () => {
  const none: ReleaseNames = { skills: new Map(), units: new Map(), families: new Map(), groups: [] }
  expect(skillRows(release, none)[0]!.name).toBe('a')
})

it('averages a skill group over its skills', () => {
  const [one, all] = groupRows(release, names)
  expect(plusMinus(one!.short)).toBe('40 ± 5')
  // (40 + 11 × −1) / 12 = 2.4
  expect(all!.short.people).toBe(2)
})

it('tells a group of staff skill by skill where its replies allow, else by skill group, else says which not', () => {
  const large = cellRows(release, names, [0])
  expect(large.skills).toHaveLength(12)
  expect(plusMinus(large.skills[0]!.short)).toBe('50 ± 12')
  expect(large.untold).toEqual([])

  const small = cellRows(release, names, [1])
  expect(small.skills).toEqual([])
  expect(small.groups.map(({ name }) => name)).toEqual(['Everything'])
  expect(small.untold).toEqual(['Resilience'])
})

it('says what every figure is of', () => {
  expect(ofWhat(130, 240)).toBe('Self-assessed; 130 of 240 replied.')
  expect(ofWhat(130)).toBe('Self-assessed; about 130 replied.')
})

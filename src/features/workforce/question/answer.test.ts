import { expect, it } from 'vitest'
import { town } from '../../../../tests/support/town'
import type { PublishedRelease } from '../../../contract/release'
import { namesFor } from '../release/named'
import type { Book } from '../release/useBook'
import { answerTo } from './answer'

const skills = ['town-digging', 'town-planting', 'town-draining', 'town-bathing']
const release: PublishedRelease = {
  v: 2,
  period: '2026-H2',
  published: true,
  grid: 'g',
  catalogue: 'c',
  epsilon: 1,
  margin: 6,
  replies: 130,
  spoiled: 0,
  cells: [
    { id: 'c01', label: 'Parks', parts: [] },
    { id: 'c02', label: 'Pools', parts: [] },
  ],
  skills,
  counts: [skills.map(() => [20, 60]), skills.map(() => [5, 10])],
  totals: skills.map(() => [25, 70]),
  replied: [110, 20],
  repliedInAll: 130,
}
const catalogue = town()
const book: Book = {
  release,
  closed: '2026-09-30',
  headcount: 240,
  catalogue,
  names: namesFor(release, catalogue),
}

it('says one figure with its margin, its share, what it means, of how many and how it was made', () => {
  const answer = answerTo({ skill: 'town-digging', band: 'short' }, book)!
  expect(answer.question).toBe('How many in the whole organisation are below what their role asks: Digging?')
  expect(answer.figure).toBe('25 ± 5 people')
  expect(answer.share).toMatch(/^19 % ± \d of those who replied$/)
  expect(answer.of).toBe('Self-assessed; 130 of 240 replied.')
  expect(answer.margin).toContain('between 20 and 30, 19 times out of 20')
  expect(answer.method.join(' ')).toContain('weighed 2 to 1')
  expect(answer.method.at(-1)).toBe('Release 2026-H2, catalogue c.')
})

it('tells of a group of staff only what its replies allow', () => {
  const parks = answerTo({ skill: 'town-digging', band: 'able', of: 'c01' }, book)!
  expect(parks.figure).toBe('60 ± 6 people')
  expect(parks.question).toContain('in the group “Parks”')
  const pools = answerTo({ skill: 'town-digging', band: 'able', of: 'c02' }, book)!
  expect(pools.figure).toBe('Not told')
  expect(pools).not.toHaveProperty('share')
  expect(JSON.stringify(pools)).not.toContain('10 ±')
})

it('holds a figure against what a strand needs', () => {
  const answer = answerTo({ skill: 'town-digging', band: 'able', of: 'town-green' }, book)!
  expect(answer.against).toBe('The strand “Green” needs 2 people able; 70 ± 5 said they are. Enough.')
})

it('has no answer to what the release does not speak of', () => {
  expect(answerTo({ skill: 'elsewhere', band: 'able' }, book)).toBeUndefined()
  expect(answerTo({ skill: 'town-digging', band: 'able', of: 'c99' }, book)).toBeUndefined()
})

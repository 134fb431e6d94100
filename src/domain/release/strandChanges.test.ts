import { expect, it } from 'vitest'
import type { Counts } from './count'
import type { Published } from './figures'
import { strandChanges } from './strandChanges'

const release = (...people: number[]): Published => ({
  epsilon: 1,
  skills: people.map((_, place) => `s${place}`),
  counts: [],
  totals: people.map((able): Counts => [0, able]),
  replied: [],
  repliedInAll: 60,
})
const strand = (id: string, skill: string) => ({
  id,
  name: id,
  purpose: '',
  needs: [{ skill, headcount: 40 }],
})
const strands = [strand('rises', 's0'), strand('stays', 's1'), strand('falls', 's2')]

it('says which way a strand moved only where the ranges of then and now do not meet', () => {
  const told = strandChanges(release(10, 20, 40), release(30, 22, 5), strands, [])
  expect(told.map(({ moved }) => moved)).toEqual(['up', undefined, 'down'])
  expect(told[0]!.then!.share).toBeCloseTo(0.25)
  expect(told[0]!.now!.share).toBeCloseTo(0.75)
})

it('compares no strand with a skill whose needed level is another now, or that was not told then', () => {
  expect(strandChanges(release(10, 20, 40), release(30, 22, 5), strands, ['s0'])[0]).not.toHaveProperty(
    'then',
  )
  expect(strandChanges(release(10), release(30, 22, 5), strands, []).map(({ then }) => then?.share)).toEqual([
    0.25,
    undefined,
    undefined,
  ])
})

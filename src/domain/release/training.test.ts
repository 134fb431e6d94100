import { expect, it } from 'vitest'
import { town } from '../../../tests/support/town'
import type { Learning, Skill } from '../skill'
import type { Counts } from './count'
import type { Published } from './figures'
import { together, trainingNeeds } from './training'

const short = (people: number): Counts => [people, 0]
const learning = (to: number, hours: number): Learning => ({ to, way: 'formal', what: 'A course', hours })
const [framework] = town().frameworks
const skill = (id: string, learnt: Learning[]): Skill => ({
  ...framework!.skills[0]!,
  id,
  needed: 2,
  learning: learnt,
})
const frameworks = [
  {
    ...framework!,
    skills: [
      skill('a', [learning(1, 10), learning(1, 8), learning(2, 20)]),
      skill('b', [learning(2, 20)]),
      skill('c', []),
    ],
  },
]
const release: Published = {
  epsilon: 1,
  skills: ['a', 'b', 'c'],
  counts: [],
  totals: [short(20), short(30), short(1)],
  replied: [],
  repliedInAll: 60,
}

it('takes from the quickest way up one step to every step up to the needed level, and the noise', () => {
  const needs = trainingNeeds(release, frameworks)
  const a = needs.find(({ skill: id }) => id === 'a')!
  expect(a.steps).toEqual([
    { to: 1, hours: 8 },
    { to: 2, hours: 20 },
  ])
  expect(a.each).toEqual({ least: 8, most: 28 })
  expect(a.all).toEqual({ least: (20 - a.short.margin) * 8, most: (20 + a.short.margin) * 28 })
})

it('says nothing of hours where the catalogue is silent, and leaves out who may be nobody', () => {
  const needs = trainingNeeds(release, frameworks)
  expect(needs.map(({ skill: id }) => id)).toEqual(['b', 'a'])
  expect(needs[0]).not.toHaveProperty('all')
  expect(together(needs)).toMatchObject({ hours: needs[1]!.all, unknown: 1 })
})

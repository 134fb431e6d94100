import { expect, it } from 'vitest'
import { somebody, TODAY } from '../../../tests/support/madeUpTeam'
import { coverOf } from './cover'
import { resting } from './resting'

const at2 = (...skills: string[]) => skills.map((skill) => ({ skill, level: 2 }))

it('says by name what rests on whom alone and with one other, and leaves out what more can do', () => {
  const people = [
    somebody('Rowan', { 'town-a': 2, 'town-b': 3, 'town-c': 2 }),
    somebody('Alder', { 'town-b': 2, 'town-c': 4 }),
    somebody('Maple', { 'town-a': 1, 'town-c': 2 }),
  ]
  const found = resting(coverOf(people, at2('town-a', 'town-b', 'town-c'), TODAY))
  const told = found.map(({ person, alone, withOne }) => [
    person.name,
    alone.map(({ skill }) => skill),
    withOne.map(({ skill }) => skill),
  ])
  expect(told).toEqual([
    ['Alder', [], ['town-b']],
    ['Rowan', ['town-a'], ['town-b']],
  ])
})

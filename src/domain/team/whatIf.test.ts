import { expect, it } from 'vitest'
import { somebody, TODAY } from '../../../tests/support/madeUpTeam'
import { coverOf } from './cover'
import { falls, stepTo, supposing } from './whatIf'

const ASKED = ['town-a', 'town-b', 'town-c'].map((skill) => ({ skill, level: 2 }))
const people = [
  somebody('Alder', { 'town-a': 2, 'town-b': 2, 'town-c': 2 }),
  somebody('Rowan', { 'town-a': 1, 'town-b': 3, 'town-c': 4 }),
  somebody('Maple', { 'town-b': 2 }),
]
const fall = (out: string[], away: string[]) =>
  falls(
    coverOf(people, ASKED, TODAY),
    coverOf(supposing(people, { out, away, until: '2027-01-31' }), ASKED, TODAY),
  ).map(({ before, after }) => [after.skill, before.known, after.known, after.upTo, after.ableAway.length])

it('says which cover falls and to what range, the worst first', () => {
  expect(fall(['alder'], [])).toEqual([
    ['town-a', 1, 0, 1, 0],
    ['town-c', 2, 1, 2, 0],
    ['town-b', 3, 2, 2, 0],
  ])
})

it('takes several at once, and knows somebody away from somebody gone', () => {
  expect(fall(['rowan'], ['alder'])).toEqual([
    ['town-a', 1, 0, 1, 1],
    ['town-c', 2, 0, 1, 1],
    ['town-b', 3, 1, 1, 1],
  ])
  const away = supposing(people, { out: [], away: ['alder'], until: '2027-01-31' })
  expect(away.find(({ id }) => id === 'alder')?.away).toEqual({ until: '2027-01-31' })
})

it('changes nothing where nothing is supposed', () => {
  expect(fall([], [])).toEqual([])
  expect(fall(['nobody-here'], [])).toEqual([])
})

it('adds up the hours of the one step, all ways together, and says nothing where the catalogue does not', () => {
  const learning = [
    { to: 2, way: 'on the job' as const, what: 'Watch one', hours: 6 },
    { to: 3, way: 'on the job' as const, what: 'Do one', hours: 20 },
    { to: 3, way: 'formal' as const, what: 'A course', hours: 14 },
  ]
  const skill = { id: 'town-a', name: 'A', summary: '', groups: [], descriptors: [], learning }
  expect(stepTo(skill, 3)).toMatchObject({ hours: 34, ways: [{ what: 'Do one' }, { what: 'A course' }] })
  expect(stepTo(skill, 4)).toEqual({ ways: [] })
})

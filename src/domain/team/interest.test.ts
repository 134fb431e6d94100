import { expect, it } from 'vitest'
import { somebody } from '../../../tests/support/madeUpTeam'
import { wishes } from './interest'

const ASKED = [
  { skill: 'town-a', level: 3 },
  { skill: 'town-b', level: 3 },
]
const names = (people: { name: string }[]) => people.map(({ name }) => name)

it('tells the keen and able, the able who are glad to leave it, and the keen who are below', () => {
  const [a, ...others] = wishes(
    [
      somebody('Rowan', { 'town-a': { level: 3, interest: 'grow' }, 'town-b': 5 }),
      somebody('Alder', { 'town-a': { level: 4, interest: 'leave' } }),
      somebody('Maple', { 'town-a': { level: 0, interest: 'grow' } }),
      somebody('Larch', { 'town-a': { level: 1, interest: 'leave' } }),
      { ...somebody('Gorse', { 'town-a': { level: 5, interest: 'grow' } }), away: {} },
    ],
    ASKED,
  )
  expect(names(a!.keenAndAble)).toEqual(['Rowan'])
  expect(names(a!.ableButLeaving)).toEqual(['Alder'])
  expect(names(a!.keenAndBelow)).toEqual(['Maple'])
  expect(others).toEqual([])
})

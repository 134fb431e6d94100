import { expect, it } from 'vitest'
import { madeOf } from './madeOf'

const names = {
  skills: new Map<string, string>(),
  units: new Map([
    ['u1', 'Applications support'],
    ['u2', 'Highways'],
  ]),
  families: new Map([
    ['f1', 'Applications Support'],
    ['f2', 'Data'],
    ['f3', 'Networks'],
  ]),
  groups: [],
}
const part = (unit: string, family: string) => ({ unit, family })

it('names a unit once, with all its families, and a unit and family of one name once', () => {
  const parts = [part('u2', 'f2'), part('u1', 'f1'), part('u2', 'f3')]
  expect(madeOf('Several', parts, names)).toBe('Data and Networks in Highways; Applications support')
})

it('does not repeat the label of the group', () => {
  expect(madeOf('Applications support', [part('u1', 'f1')], names)).toBe('as named')
  expect(madeOf('Data in Highways', [part('u2', 'f2')], names)).toBe('as named')
})

it('lets an id that the catalogue does not know stand for itself', () => {
  expect(madeOf('Data', [part('lost', 'f2')], names)).toBe('Data in lost')
})

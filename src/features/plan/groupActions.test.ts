import { expect, it } from 'vitest'
import type { Action } from '../../domain/plan/action'
import { byDate, bySkill } from './groupActions'

const action = (id: string, skill: string, due: string, doneAt?: string): Action => ({
  id,
  person: 'me',
  skill,
  to: 3,
  way: 'formal',
  what: id,
  due,
  createdAt: '2026-11-01T09:00:00.000Z',
  ...(doneAt && { doneAt }),
})
const actions = [
  action('late', 'design', '2026-11-01'),
  action('today', 'budgets', '2026-11-23'),
  action('soon', 'design', '2026-11-30'),
  action('next', 'budgets', '2027-01-10'),
  action('done', 'design', '2026-10-01', '2026-10-01T09:00:00.000Z'),
]
const shape = (groups: ReturnType<typeof byDate>) =>
  groups.map(({ title, actions: of }) => [title, of.map(({ id }) => id)])

it('puts what is overdue first, then months, then what is done; due today is not overdue', () => {
  expect(shape(byDate(actions, '2026-11-23'))).toEqual([
    ['Overdue', ['late']],
    ['November 2026', ['today', 'soon']],
    ['January 2027', ['next']],
    ['Done', ['done']],
  ])
})

it('puts the actions of one skill together, skills by name', () => {
  expect(shape(bySkill(actions, (id) => id.toUpperCase()))).toEqual([
    ['BUDGETS', ['today', 'next']],
    ['DESIGN', ['late', 'soon', 'done']],
  ])
})

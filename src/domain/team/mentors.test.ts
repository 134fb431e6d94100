import { expect, it } from 'vitest'
import { somebody } from '../../../tests/support/madeUpTeam'
import { mentoring } from './mentors'

it('pairs who is keen with everybody at work two levels above them, and marks who would rather leave the skill', () => {
  const found = mentoring(
    [
      somebody('Rowan', { 'town-a': { level: 1, interest: 'grow' } }),
      somebody('Maple', { 'town-a': { level: 3, interest: 'leave' } }),
      somebody('Alder', { 'town-a': 5 }),
      somebody('Larch', { 'town-a': 2 }),
      { ...somebody('Gorse', { 'town-a': 5 }), away: {} },
      somebody('Heath'),
    ],
    ['town-a', 'town-b'],
  )
  expect(found).toHaveLength(1)
  expect(found[0]).toMatchObject({
    skill: 'town-a',
    level: 1,
    learner: { name: 'Rowan' },
    mentors: [
      { person: { name: 'Alder' }, level: 5, leaving: false },
      { person: { name: 'Maple' }, level: 3, leaving: true },
    ],
  })
})

it('names no learner for whom there is nobody', () => {
  expect(mentoring([somebody('Rowan', { 'town-a': { level: 4, interest: 'grow' } })], ['town-a'])).toEqual([])
})

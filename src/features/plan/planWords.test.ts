import { expect, it } from 'vitest'
import { bringsWords, dueWords, holdsWords } from './planWords'

const today = '2026-11-23'

it('says how long until an action is due, or since', () => {
  expect(dueWords('2026-11-22', today)).toBe('overdue by 1 day')
  expect(dueWords('2026-11-23', today)).toBe('due today')
  expect(dueWords('2026-12-01', today)).toBe('due in 8 days')
  expect(dueWords('2027-02-28', today)).toBe('due 28 February 2027')
})

it('says how long a certificate holds', () => {
  expect(holdsWords(undefined, today)).toBe('does not run out')
  expect(holdsWords('2027-01-20', today)).toBe('holds until 20 January 2027, 58 days more')
  expect(holdsWords('2026-03-01', today)).toBe('ran out on 1 March 2026')
})

it('says the level in the words of its scale', () => {
  expect(bringsWords({ to: 3 }, { levels: [{ ordinal: 3, label: 'Works unaided' }] })).toBe(
    'to level 3, Works unaided',
  )
})

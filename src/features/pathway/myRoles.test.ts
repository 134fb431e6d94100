import { expect, it } from 'vitest'
import type { Person } from '../../domain/assessment'
import { myRolesOn } from './myRoles'

const seconded: Person = {
  id: 'me',
  role: 'county-own',
  roleHistory: [
    { kind: 'role', role: 'county-own' },
    { kind: 'secondment', role: 'county-other', from: '2026-03-01', until: '2026-08-31' },
  ],
}
const on = (person: Person, day: string) => [...myRolesOn(person, day)]

it('marks the role worked in first while a secondment lasts, and the role held beside it', () => {
  for (const day of ['2026-03-01', '2026-08-31']) {
    expect(on(seconded, day)).toEqual([
      ['county-other', 'You, on secondment'],
      ['county-own', 'Your own role'],
    ])
  }
})

it('marks the role held alone before a secondment and after it', () => {
  for (const day of ['2026-02-28', '2026-09-01']) expect(on(seconded, day)).toEqual([['county-own', 'You']])
})

it('follows a secondment without an end, and long leave moves nobody', () => {
  const from = '2026-03-01'
  const open: Person = { ...seconded, roleHistory: [{ kind: 'secondment', role: 'county-other', from }] }
  expect(on(open, '2027-01-01')[0]).toEqual(['county-other', 'You, on secondment'])
  const away: Person = { ...seconded, roleHistory: [{ kind: 'leave', from }] }
  expect(on(away, '2026-04-01')).toEqual([['county-own', 'You']])
})

it('marks none where no role is held', () => {
  expect(on({ id: 'me' }, '2026-04-01')).toEqual([])
})

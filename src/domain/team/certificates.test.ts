import { expect, it } from 'vitest'
import { somebody, TODAY } from '../../../tests/support/madeUpTeam'
import { expiringInTeam } from './certificates'

it('lists what has run out or soon will across the team, the soonest first', () => {
  const held = (name: string, expires: string | undefined, of: string) => ({
    ...somebody(of),
    certificates: [{ id: name, person: of, name, gained: '2020-01-01', ...(expires && { expires }) }],
  })
  const found = expiringInTeam(
    [
      held('Firewalls', '2027-02-01', 'Ash'),
      held('First aid', '2026-11-20', 'Bay'),
      held('Diving', undefined, 'Elm'),
      held('Driving', '2028-01-01', 'Fir'),
    ],
    TODAY,
  )
  expect(found.map(({ person, certificate, days }) => [person.name, certificate.name, days])).toEqual([
    ['Bay', 'First aid', -3],
    ['Ash', 'Firewalls', 70],
  ])
})

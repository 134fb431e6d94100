import { expect, it } from 'vitest'
import { rolesIn, subjectIn } from './claims'

const roleValues = { hr: 'Waymark.HR', publisher: 'Waymark.Publisher' }
const rolesAt = (rolesClaim: string, claims: Record<string, unknown>) =>
  rolesIn(claims, { rolesClaim, roleValues })

it.each([
  ['Entra ID', 'roles', { roles: ['Waymark.HR', 'Other'] }],
  ['Keycloak', 'realm_access.roles', { realm_access: { roles: ['Waymark.HR'] } }],
  [
    'Keycloak, of one client',
    'resource_access.way-mark.roles',
    { resource_access: { 'way-mark': { roles: ['Waymark.HR'] } } },
  ],
  [
    'a claim with an address for a name',
    'https://example.gov.uk/roles',
    { 'https://example.gov.uk/roles': ['Waymark.HR'] },
  ],
  ['a single role', 'role', { role: 'Waymark.HR' }],
])('reads the roles where %s puts them', (_, claim, claims) => {
  expect(rolesAt(claim, claims)).toEqual(['hr'])
})

it.each([
  ['no claim', {}],
  ['another role', { roles: ['waymark.hr', 'Waymark.HR2'] }],
  ['both in one text', { roles: 'Waymark.HR Waymark.Publisher' }],
  ['a number', { roles: 7 }],
  ['nothing', { roles: null }],
  ['what every object has', { roles: { constructor: ['Waymark.HR'] } }],
])('gives no role for %s', (_, claims) => {
  expect(rolesAt('roles', claims)).toEqual([])
  expect(rolesAt('constructor.name', claims)).toEqual([])
})

it('knows somebody by the claim that is set, and by none that is no text', () => {
  expect(subjectIn({ sub: 'a1', oid: 'b2' }, { subjectClaim: 'oid' })).toBe('b2')
  for (const sub of [undefined, '', 7, ['a'], 'x'.repeat(256)]) {
    expect(subjectIn({ sub }, { subjectClaim: 'sub' })).toBeUndefined()
  }
})

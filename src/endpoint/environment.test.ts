import { expect, it } from 'vitest'
import { readEnvironment } from './environment'
import { signInSettings } from './signIn/settings'

it('needs nothing set', () => {
  const environment = readEnvironment({ PATH: '/bin', DATA_DIR: '' })
  expect(environment).toMatchObject({
    PORT: 8080,
    HOST: '127.0.0.1',
    DATA_DIR: './data',
    BASE_PATH: '/',
    WAYMARK_FLOOR: 10,
  })
  expect(signInSettings(environment)).toBeUndefined()
})

const ISSUER = { WAYMARK_OIDC_ISSUER: 'https://login.example.gov.uk/realms/county' }
const CLIENT = { WAYMARK_OIDC_CLIENT_ID: 'waymark' }
const PUBLIC = { PUBLIC_URL: 'https://intranet.example.gov.uk/waymark', BASE_PATH: '/waymark/' }

it('signs in with an identity provider by three settings, and takes a public client without a secret', () => {
  expect(signInSettings(readEnvironment({ ...ISSUER, ...CLIENT, ...PUBLIC }))).toEqual({
    home: 'https://intranet.example.gov.uk/waymark/',
    issuer: 'https://login.example.gov.uk/realms/county',
    clientId: 'waymark',
    name: 'your work account',
    scope: 'openid',
    rolesClaim: 'roles',
    roleValues: { hr: 'waymark-hr', publisher: 'waymark-publisher' },
    subjectClaim: 'sub',
  })
})

it('takes a base path however its slashes are written', () => {
  for (const path of ['waymark', '/waymark', '/waymark/', '//waymark//']) {
    expect(readEnvironment({ BASE_PATH: path }).BASE_PATH).toBe('/waymark/')
  }
})

it('takes the address a service has moved to with or without its last slash', () => {
  for (const address of ['https://skills.example.gov.uk', 'https://skills.example.gov.uk/']) {
    expect(readEnvironment({ MOVED_TO: address }).MOVED_TO).toBe('https://skills.example.gov.uk/')
  }
  for (const address of ['https://intranet.example:8443/waymark/', 'http://localhost:8081/']) {
    expect(readEnvironment({ MOVED_TO: address }).MOVED_TO).toBe(address)
  }
})

it.each([
  'http://skills.example.gov.uk/',
  'http://localhost.example.gov.uk/',
  'https://hr:secret@skills.example.gov.uk/',
  'https://skills.example.gov.uk/?from=old',
  'https://skills.example.gov.uk/#join=code',
  'https://skills.example.gov.uk:99999/',
  'https://1.2.3.999/',
  'https:///waymark/',
  'javascript:alert(1)',
  'skills.example.gov.uk',
])('takes %s for no address a service could move to', (address) => {
  expect(() => readEnvironment({ MOVED_TO: address })).toThrow(/^MOVED_TO (must be|is not) an address /)
})

it.each([
  [{ PORT: 'http' }, /^PORT /],
  [{ PORT: '70000' }, /^PORT /],
  [{ BASE_PATH: '/a"><script>' }, /^BASE_PATH must be a path/],
  [{ BASE_PATH: '/../x/' }, /^BASE_PATH must be a path/],
  [{ WAYMARK_FLOOR: '5' }, /^WAYMARK_FLOOR must be at least 10/],
  [{ WAYMARK_HR_TOKEN: 'short' }, /^WAYMARK_HR_TOKEN must have at least 12/],
  [{ WAYMARK_JOIN_CODE: 'with a space in it' }, /^WAYMARK_JOIN_CODE may hold no spaces/],
  [{ DATABASE_URL: 'mysql://db/waymark' }, /^DATABASE_URL must be an address such as postgres:/],
  [{ DATABASE_URL: 'waymark' }, /^DATABASE_URL must be an address such as postgres:/],
  [{ ...ISSUER, ...CLIENT }, /^PUBLIC_URL is needed with WAYMARK_OIDC_ISSUER/],
  [{ ...ISSUER, ...PUBLIC }, /^WAYMARK_OIDC_CLIENT_ID is needed with WAYMARK_OIDC_ISSUER/],
  [CLIENT, /^WAYMARK_OIDC_ISSUER is needed with WAYMARK_OIDC_CLIENT_ID/],
  [{ ...PUBLIC, BASE_PATH: '/skills/' }, /^PUBLIC_URL must end with the path of BASE_PATH/],
  [{ PUBLIC_URL: 'http://intranet.example.gov.uk/' }, /^PUBLIC_URL must be an address such as https:/],
  [{ PUBLIC_URL: 'https://example.gov.uk/?a=1' }, /^PUBLIC_URL must be an address such as https:/],
  [{ PUBLIC_URL: 'intranet' }, /^PUBLIC_URL must be an address such as https:/],
  [
    { ...CLIENT, ...PUBLIC, WAYMARK_OIDC_ISSUER: 'http://10.0.0.1/' },
    /^WAYMARK_OIDC_ISSUER must be an address/,
  ],
  [
    { ...CLIENT, ...PUBLIC, WAYMARK_OIDC_ISSUER: 'https://login.microsoftonline.com/common/v2.0' },
    /^WAYMARK_OIDC_ISSUER must name your own tenant/,
  ],
  [
    { ...CLIENT, ...PUBLIC, WAYMARK_OIDC_ISSUER: 'https://login.microsoftonline.com/Organizations/v2.0/' },
    /^WAYMARK_OIDC_ISSUER must name your own tenant/,
  ],
  [{ WAYMARK_OIDC_SCOPE: 'email' }, /^WAYMARK_OIDC_SCOPE must have the word openid/],
  [{ WAYMARK_OIDC_ROLES_CLAIM: 'the roles' }, /^WAYMARK_OIDC_ROLES_CLAIM may hold no spaces/],
])('refuses %o in one sentence that names it', (variables, sentence) => {
  expect(() => readEnvironment(variables)).toThrow(sentence)
})

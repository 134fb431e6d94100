import { expect, it } from 'vitest'
import { readEnvironment } from './environment'

it('needs nothing set', () => {
  expect(readEnvironment({ PATH: '/bin', DATA_DIR: '' })).toEqual({
    PORT: 8080,
    HOST: '127.0.0.1',
    DATA_DIR: './data',
    BASE_PATH: '/',
    WAYMARK_FLOOR: 10,
  })
})

it('takes a base path however its slashes are written', () => {
  for (const path of ['waymark', '/waymark', '/waymark/', '//waymark//']) {
    expect(readEnvironment({ BASE_PATH: path }).BASE_PATH).toBe('/waymark/')
  }
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
])('refuses %o in one sentence that names it', (variables, sentence) => {
  expect(() => readEnvironment(variables)).toThrow(sentence)
})

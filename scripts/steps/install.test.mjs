import { describe, expect, it } from 'vitest'
import { isInstalled } from './install.mjs'

const vue = { version: '3.5.0', integrity: 'sha512-a' }
const macOnly = { version: '1.0.0', integrity: 'sha512-b', optional: true }
const asked = { '': {}, 'node_modules/vue': vue, 'node_modules/fsevents': macOnly }

describe('packages are installed again only where that is needed', () => {
  it('skips when all that is asked stands there', () => {
    expect(isInstalled(asked, { 'node_modules/vue': vue, 'node_modules/fsevents': macOnly })).toBe(true)
  })

  it('does not miss what belongs to another system', () => {
    expect(isInstalled(asked, { 'node_modules/vue': vue })).toBe(true)
  })

  it.each([
    ['nothing was ever installed, or it was broken off', undefined],
    ['a package is missing', { 'node_modules/fsevents': macOnly }],
    ['a package stands in another version', { 'node_modules/vue': { ...vue, version: '3.4.0' } }],
    ['a package has other contents', { 'node_modules/vue': { ...vue, integrity: 'sha512-c' } }],
  ])('installs when %s', (_, installed) => {
    expect(isInstalled(asked, installed)).toBe(false)
  })
})

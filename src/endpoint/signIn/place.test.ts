import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { placeOf, withFault } from './place'

const HOME = 'https://intranet.example.gov.uk/waymark/'

it('goes back to a page of ours with what it shows, and without why an earlier sign-in failed', () => {
  expect(placeOf('workforce?open=new&sign-in=failed', HOME)).toBe(`${HOME}workforce?open=new`)
  expect(withFault(`${HOME}workforce?open=new`, 'no-role')).toBe(`${HOME}workforce?open=new&sign-in=no-role`)
  for (const nothing of [undefined, null, '']) expect(placeOf(nothing, HOME)).toBe(`${HOME}workforce`)
})

it('goes back to no address of the API, however it is written, nor to one longer than a cookie holds', () => {
  for (const to of ['api', 'api?a=1', '%61pi/v1/sign-in/start', 'a%70i/v1/sign-in', 'api%2fv1/sign-in'])
    expect(placeOf(to, HOME)).toBe(`${HOME}workforce`)
  expect(placeOf(`workforce?open=${'\u20ac'.repeat(300)}`, HOME)).toBe(`${HOME}workforce`)
  expect(placeOf('catalogue/skills/made-up?a=1#b', HOME)).toBe(`${HOME}catalogue/skills/made-up?a=1#b`)
  expect(placeOf('?a=1', 'https://skills.example.gov.uk/')).toBe('https://skills.example.gov.uk/?a=1')
})

it('never goes to another site, out of our path or to the API, whatever is asked', () => {
  const part = fc.constantFrom(
    '/',
    '\\',
    '..',
    '.',
    '@',
    ':',
    'https',
    'evil.example',
    'api',
    '%2f',
    '?',
    '#',
    '\t',
  )
  const asked = fc.oneof(
    fc.string(),
    fc.array(part, { maxLength: 12 }).map((parts) => parts.join('')),
    fc.webUrl(),
  )
  fc.assert(
    fc.property(asked, (to) => {
      const place = new URL(placeOf(to, HOME))
      expect([place.origin, place.username]).toEqual(['https://intranet.example.gov.uk', ''])
      expect(place.pathname).toMatch(/^\/waymark\/(?!api\/)/)
    }),
    { seed: 6, numRuns: 2000 },
  )
})

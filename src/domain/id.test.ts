import fc from 'fast-check'
import { expect, it } from 'vitest'
import { idFrom, isId } from './id'

it('makes ids out of the words a source gives', () => {
  expect(idFrom('gdd', 'User-centred design')).toBe('gdd-user-centred-design')
  expect(idFrom('gdd', 'Risk & issues', 'Café’s')).toBe('gdd-risk-and-issues-cafes')
})

it('always makes an id that the rest of the product accepts, whatever the words', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (words) => {
      expect(isId(idFrom('gdd', ...words))).toBe(true)
    }),
  )
})

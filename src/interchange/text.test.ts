import fc from 'fast-check'
import { expect, it } from 'vitest'
import { statementsIn } from './statements'
import { cleanText } from './text'

it('cleans what cannot be seen and counts each kind', () => {
  expect(cleanText(' a\u00A0b\u200B\u00ADc\u2028d\r\ne ')).toEqual({
    text: 'a bc\nd\ne',
    changes: { 'line-separator': 1, 'no-break-space': 1, 'hidden-character': 2 },
    trimmed: true,
  })
  expect(cleanText('cafe\u0301')).toEqual({ text: 'café', changes: { normalised: 1 }, trimmed: false })
})

it('leaves clean text alone: cleaning twice is cleaning once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (raw) => {
      const once = cleanText(raw).text
      expect(cleanText(once)).toEqual({ text: once, changes: {}, trimmed: false })
    }),
    { seed: 11, numRuns: 500 },
  )
})

it('finds the statements of a descriptor', () => {
  expect(statementsIn('You can:\n- plan\n  ahead\n• lead\n\n* stop')).toEqual(['plan ahead', 'lead', 'stop'])
  expect(statementsIn('Not defined.')).toEqual(['Not defined.'])
  expect(statementsIn('You can')).toEqual([])
})

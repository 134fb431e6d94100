import { expect, test } from 'vitest'
import { readabilityGrade, sentencesOf, wordsOf } from './readability'

test('the grade is the published formula: 4.71 characters a word + 0.5 words a sentence - 21.43', () => {
  // 9 words, 35 letters, 2 sentences.
  const grade = readabilityGrade(['The quick brown fox jumps', 'over the lazy dog'])
  expect(grade).toBeCloseTo(4.71 * (35 / 9) + 0.5 * (9 / 2) - 21.43, 10)
})

test('longer words and longer sentences ask for more schooling', () => {
  const plain = readabilityGrade(['We fix the van', 'It runs'])
  expect(readabilityGrade(['We fix the van and then it runs'])).toBeGreaterThan(plain)
  expect(readabilityGrade(['We rehabilitate the transporter', 'It functions'])).toBeGreaterThan(plain)
})

test('a word is what a reader counts as one, and a sentence ends at its mark', () => {
  expect(wordsOf("The county's out-of-hours rota, 24 nights.")).toEqual([
    'The',
    "county's",
    'out-of-hours',
    'rota',
    '24',
    'nights',
  ])
  expect(sentencesOf('Asks first. Then acts! Why? In version 2.1.')).toHaveLength(4)
})

test('a text without words has no grade', () => {
  expect(() => readabilityGrade(['', '...'])).toThrow(RangeError)
})

import { expect, it } from 'vitest'
import { balanceInWords, changeInWords, hoursInWords, pounds, stepsInWords } from './releaseWords'

const able = { people: 12, margin: 5 }

it('says how far short of the posts, with the margin, and nothing where it is within it', () => {
  const of = (beyond: number, verdict: 'lacking' | 'spare' | 'too close to tell') =>
    balanceInWords({ skill: 'a', posts: 20, able, beyond, verdict })
  expect(of(-8, 'lacking')).toBe('8 too few, ± 5')
  expect(of(14, 'spare')).toBe('14 to spare, ± 5')
  expect(of(-3, 'too close to tell')).toBe('Too close to tell')
})

it('says hours as a range, and that they are not known', () => {
  expect(hoursInWords({ least: 120, most: 2400 })).toBe('120 to 2,400 hours')
  expect(hoursInWords({ least: 40, most: 40 })).toBe('40 hours')
  expect(hoursInWords(undefined)).toBe('not known')
  expect(stepsInWords([{ to: 1, hours: 8 }, { to: 2 }])).toBe('to 1: 8, to 2: not known')
  expect(stepsInWords([{ to: 1 }])).toBe('not known')
})

it('says a change in points, with its margin', () => {
  const change = {
    before: { share: 0.24, margin: 0.03 },
    now: { share: 0.12, margin: 0.03 },
    by: { share: -0.12, margin: 0.042 },
    isChange: true,
  }
  expect(changeInWords(change)).toBe('down 12 points, ± 5')
  expect(pounds(12500)).toBe('£12,500')
})

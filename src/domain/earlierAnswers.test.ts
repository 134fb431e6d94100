import { expect, it } from 'vitest'
import type { Rating } from './assessment'
import { earlierAfter } from './earlierAnswers'

const rating = (level: number, on: string, day: number): Rating => ({
  level,
  on,
  at: `2026-11-0${day}T09:00:00Z`,
})
const [then, still, more] = [rating(3, 'town@1', 1), rating(3, 'town@2', 2), rating(4, 'town@2', 3)]

it('keeps an answer that was given on another wording', () => {
  expect(earlierAfter([], then, still)).toEqual([then])
  expect(earlierAfter([rating(1, 'town@0', 1)], then, still)).toEqual([then, rating(1, 'town@0', 1)])
})

it('lets an answer on the same wording give way', () => {
  expect(earlierAfter([then], still, more)).toEqual([then])
  expect(earlierAfter([], undefined, then)).toEqual([])
  expect(earlierAfter([then], still, undefined)).toEqual([then])
})

it('is as before once an answer is taken back', () => {
  expect(earlierAfter(earlierAfter([], then, still), still, then)).toEqual([])
})

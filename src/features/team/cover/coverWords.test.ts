import { expect, it } from 'vitest'
import { somebody, TODAY } from '../../../../tests/support/madeUpTeam'
import { coverOf } from '../../../domain/team/cover'
import { inARow, rangeWords, stateWords } from './coverWords'

const cover = (...people: ReturnType<typeof somebody>[]) =>
  coverOf(people, [{ skill: 'town-a', level: 3 }], TODAY)[0]!
const able = somebody('Ash', { 'town-a': 3 })
const other = somebody('Bay', { 'town-a': 4 })
const silent = somebody('Elm')

it('says cover as a range, and never calls what is not shared nobody', () => {
  expect(rangeWords(cover(able, other, silent, { ...silent, id: 'fir' }))).toBe('2 known, up to 4')
  expect(rangeWords(cover(able))).toBe('1 known')
  expect(rangeWords(cover(silent))).toBe('nobody known, up to 1')
  expect(rangeWords(cover())).toBe('nobody')
})

it('says how sure a state is', () => {
  expect(stateWords(cover(able))).toBe('single point of failure')
  expect(stateWords(cover(able, silent))).toBe('one known: may be a single point of failure')
  expect(stateWords(cover(silent))).toBe('nobody known')
  expect(stateWords(cover(somebody('Fir', { 'town-a': 1 })))).toBe('nobody')
  expect(stateWords(cover({ ...able, away: {} }, silent))).toBe('able only in people away now')
  expect(stateWords(cover(able, other))).toBe('covered')
})

it('lists names as people do', () => {
  expect(inARow([])).toBe('')
  expect(inARow(['Ash'])).toBe('Ash')
  expect(inARow(['Ash', 'Bay', 'Elm'])).toBe('Ash, Bay and Elm')
})

import { expect, it } from 'vitest'
import { cookieIn, SESSION_COOKIE } from './cookies'

it('finds a cookie among others', () => {
  expect(cookieIn(`a=1; ${SESSION_COOKIE}=own; b=2`, SESSION_COOKIE)).toBe('own')
  expect(cookieIn(`${SESSION_COOKIE}-sign-in=begun`, SESSION_COOKIE)).toBeUndefined()
  expect(cookieIn(undefined, SESSION_COOKIE)).toBeUndefined()
})

it.each(['\u00a0', '\u0085', '\ufeff', '\v', '\f', '\u2000', '"', '='])(
  'takes no name with %j before it for ours: browsers let a neighbour set that',
  (before) => {
    const header = `${before}${SESSION_COOKIE}=planted; ${SESSION_COOKIE}=own`
    expect(cookieIn(header, SESSION_COOKIE)).toBe('own')
  },
)

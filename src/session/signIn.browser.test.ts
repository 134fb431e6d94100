import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import { EndpointProblem } from '../client/problem'
import { hrToken, readHrToken, takeHrToken } from './hrToken'
import { useSignIn } from './signIn'

beforeEach(() => {
  sessionStorage.clear()
  setActivePinia(createPinia())
})

/** Opens the app at an address with this fragment; gives the address it is at afterwards. */
function arrive(hash: string): string | undefined {
  const location = { hash }
  let address: string | undefined
  const replaceState = (_state: unknown, _unused: string, to?: string | URL | null) => {
    address = String(to)
    location.hash = new URL(address).hash
  }
  takeHrToken(location, { state: null, replaceState }, 'https://county.example/waymark/')
  return address
}

it('takes the token out of the link, and leaves nothing of it in the address', () => {
  expect(arrive('#hr=abc-DEF_123')).toBe('https://county.example/waymark/workforce')
  expect(hrToken()).toBe('abc-DEF_123')
  expect(useSignIn().token).toBe('abc-DEF_123')
})

it('leaves every other address alone', () => {
  expect(arrive('')).toBeUndefined()
  expect(arrive('#join=abc')).toBeUndefined()
  expect(hrToken()).toBeUndefined()
})

it('clears a damaged link from the address too, and keeps nothing', () => {
  expect(arrive('#hr=%E0%A4%A not a token')).toBe('https://county.example/waymark/workforce')
  expect(hrToken()).toBeUndefined()
})

it('reads a pasted link, a token alone, and blanks around either', () => {
  expect(readHrToken(' https://county.example/#hr=abc-123 \n')).toBe('abc-123')
  expect(readHrToken('  abc-123 ')).toBe('abc-123')
  expect(readHrToken('http://localhost:8080/#join=xyz')).toBeUndefined()
  expect(readHrToken('the link from Monday')).toBeUndefined()
  expect(readHrToken('')).toBeUndefined()
})

it('forgets the token on signing out, and when the endpoint refuses it', async () => {
  const signIn = useSignIn()
  expect(signIn.signIn('abc')).toBe(true)
  expect([signIn.pass, signIn.may('hr'), signIn.may('publisher')]).toEqual([{ token: 'abc' }, true, true])
  await signIn.signOut()
  expect([signIn.pass, hrToken()]).toEqual([undefined, undefined])
  expect(signIn.signIn('not a token')).toBe(false)

  signIn.signIn('abc')
  expect(signIn.heed(new EndpointProblem('role', 403, 'Not this'))).toBe(false)
  expect(signIn.heed(new EndpointProblem('sign-in', 401, 'Sign in'))).toBe(true)
  expect([signIn.lapsed, signIn.pass, hrToken()]).toEqual(['link', undefined, undefined])
})

import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Pass } from '../client/endpoint'
import { EndpointProblem } from '../client/problem'
import { askSignOut, fetchSignIn } from '../client/signIn'
import type { Role, Who } from '../contract/signIn'
import { hrToken, keepHrToken, readHrToken } from './hrToken'

/**
 * Who is signed in for what the endpoint guards: by the token of its link, in this tab, or with the organisation's
 * identity provider, in this browser. Nothing else in the app needs signing in.
 */
export const useSignIn = defineStore('signIn', () => {
  const token = shallowRef(hrToken())
  /** Who signed in with the identity provider. */
  const who = shallowRef<Who>()
  /** What follows "Sign in with"; undefined where there is only the link. */
  const offer = shallowRef<string>()
  /** Whether it is known who is signed in, or that it cannot be known now. */
  const looked = shallowRef(token.value !== undefined)
  /** By what somebody was signed in until the endpoint refused it. */
  const lapsed = shallowRef<'link' | 'session'>()
  /** Where one who signed out here signs out of the identity provider too. */
  const end = shallowRef<string>()

  /** What a call of HR's or a publisher's goes with; undefined when nobody is signed in. */
  const pass = computed<Pass | undefined>(() => {
    if (token.value !== undefined) return { token: token.value }
    return who.value === undefined ? undefined : 'cookie'
  })
  const may = (role: Role) => token.value !== undefined || who.value?.roles.includes(role) === true

  /** Asks the endpoint how one signs in and who did. Where it does not answer, what was known stays. */
  async function look(): Promise<void> {
    if (token.value !== undefined) return
    try {
      const told = await fetchSignIn()
      offer.value = told.with
      who.value = told.who
      if (told.who !== undefined) lapsed.value = undefined
    } catch (problem) {
      if (!(problem instanceof EndpointProblem)) throw problem
    } finally {
      looked.value = true
    }
  }

  /** Takes a pasted link or token; false where it can be neither. Whether it is right, the endpoint says. */
  function signIn(text: string): boolean {
    const read = readHrToken(text)
    if (read === undefined) return false
    keepHrToken(read)
    token.value = read
    lapsed.value = undefined
    return true
  }

  /** Throws an `EndpointProblem` where the endpoint could not be told: then one is still signed in. */
  async function signOut(): Promise<void> {
    if (pass.value === 'cookie') end.value = (await askSignOut()).end
    forget()
  }

  /** Takes a refusal for what it says: who was signed in is so no more. */
  function heed(problem: unknown): boolean {
    if (!(problem instanceof EndpointProblem) || problem.kind !== 'sign-in') return false
    if (pass.value !== undefined) lapsed.value = pass.value === 'cookie' ? 'session' : 'link'
    forget()
    return true
  }

  function forget(): void {
    keepHrToken()
    token.value = undefined
    who.value = undefined
  }

  return { token, who, offer, looked, lapsed, end, pass, may, look, signIn, signOut, heed }
})

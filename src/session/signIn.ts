import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

const KEY = 'waymark-hr-token'
/** One word of visible ASCII, as the endpoint takes it; an address is not one. */
const TOKEN = /^(?!.*:\/\/)[\x21-\x7e]{1,128}$/
const LINK = /#hr=(.*)$/s
const ANOTHER_SIGN_IN = 'You are signed in already. Sign in with this other link instead?'

/**
 * Takes HR's token out of the link the endpoint printed (`…/#hr=TOKEN`), keeps it until
 * this tab is closed, and goes to Workforce with nothing of it left in the address.
 * Called before the router starts.
 */
export function takeHrToken(
  location: Pick<Location, 'hash'>,
  history: Pick<History, 'state' | 'replaceState'>,
  base = document.baseURI,
): void {
  if (!LINK.test(location.hash)) return
  const token = readHrToken(location.hash)
  history.replaceState(history.state, '', new URL('workforce', base))
  const held = hrToken()
  if (token === undefined || token === held) return
  // Any page can lead to a link: one that would sign in as somebody else is asked about.
  if (held === undefined || confirm(ANOTHER_SIGN_IN)) sessionStorage.setItem(KEY, token)
}

/** The token HR signed in with in this tab; undefined when nobody has. */
export function hrToken(): string | undefined {
  return sessionStorage.getItem(KEY) ?? undefined
}

/** The token in a pasted link, or a pasted token itself; undefined where it can be neither. */
export function readHrToken(text: string): string | undefined {
  const [, linked] = LINK.exec(text) ?? []
  const token = decoded(linked ?? text).trim()
  return TOKEN.test(token) ? token : undefined
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Whether HR is signed in, for pages that show more then. Nothing else in the app needs signing in. */
export const useSignIn = defineStore('signIn', () => {
  const token = shallowRef(hrToken())

  /** Takes a pasted link or token; false where it can be neither. Whether it is right, the endpoint says. */
  function signIn(text: string): boolean {
    const read = readHrToken(text)
    if (read === undefined) return false
    sessionStorage.setItem(KEY, read)
    token.value = read
    return true
  }

  function signOut(): void {
    sessionStorage.removeItem(KEY)
    token.value = undefined
  }

  return { token, signIn, signOut }
})

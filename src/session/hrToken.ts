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
  if (held === undefined || confirm(ANOTHER_SIGN_IN)) keepHrToken(token)
}

/** The token HR signed in with in this tab; undefined when nobody has. */
export function hrToken(): string | undefined {
  return sessionStorage.getItem(KEY) ?? undefined
}

/** Keeps a token until this tab is closed; without one, forgets the one kept. */
export function keepHrToken(token?: string): void {
  if (token === undefined) sessionStorage.removeItem(KEY)
  else sessionStorage.setItem(KEY, token)
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

import { FAULT_PARAMETER, type SignInFault } from '../../contract/signIn'

/** With its percent signs, as it goes into a cookie; browsers take 4,096 bytes of one. */
const PLACE_MAX = 500
/** Ours start with a plain word, or are the first page: `%61pi` would be the API just as well. */
const PAGE = /^(?!api\b)(?:[a-z-]+(?:[/?#]|$)|[?#]|$)/

/**
 * The page of our own to go back to after signing in, as a whole address: `to` from `home` where it is one, else
 * Workforce. Never another site, whatever `to` says, and never the API.
 */
export function placeOf(to: string | null | undefined, home: string): string {
  const workforce = new URL('workforce', home).href
  if (!to || !URL.canParse(to, home)) return workforce
  const place = new URL(to, home)
  const page = place.href.slice(home.length)
  if (!place.href.startsWith(home) || page.length > PLACE_MAX || !PAGE.test(page)) return workforce
  place.searchParams.delete(FAULT_PARAMETER)
  return place.href
}

/** The same page, which then says why nobody is signed in. */
export function withFault(place: string, fault: SignInFault): string {
  const told = new URL(place)
  told.searchParams.set(FAULT_PARAMETER, fault)
  return told.href
}

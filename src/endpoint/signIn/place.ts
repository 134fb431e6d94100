import { FAULT_PARAMETER, type SignInFault } from '../../contract/signIn'

const PLACE_MAX = 500

/**
 * The page of our own to go back to after signing in, as a whole address: `to` from `home` where it is one, else
 * Workforce. Never another site, whatever `to` says, and never the API.
 */
export function placeOf(to: string | null | undefined, home: string): string {
  const workforce = new URL('workforce', home).href
  if (!to || to.length > PLACE_MAX || !URL.canParse(to, home)) return workforce
  const place = new URL(to, home)
  const { href } = place
  if (!href.startsWith(home) || href.startsWith(new URL('api/', home).href)) return workforce
  place.searchParams.delete(FAULT_PARAMETER)
  return place.href
}

/** The same page, which then says why nobody is signed in. */
export function withFault(place: string, fault: SignInFault): string {
  const told = new URL(place)
  told.searchParams.set(FAULT_PARAMETER, fault)
  return told.href
}

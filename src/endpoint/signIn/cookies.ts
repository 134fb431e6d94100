/**
 * Only this host can set a cookie whose name starts so, over TLS and for all its paths (RFC 6265bis, section 4.1.3): no
 * neighbour below the same domain can plant one.
 */
export const SESSION_COOKIE = '__Host-waymark'
/** What the browser keeps while its person is at the identity provider. */
export const STARTED_COOKIE = '__Host-waymark-sign-in'

const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Lax'

/** A `Set-Cookie`. It lasts so many seconds, or until the browser is closed. */
export function cookie(name: string, value: string, seconds?: number): string {
  return `${name}=${value}; ${ATTRIBUTES}${seconds === undefined ? '' : `; Max-Age=${seconds}`}`
}

/** A `Set-Cookie` that takes the cookie away. */
export function noCookie(name: string): string {
  return cookie(name, '', 0)
}

/** What may stand round a pair (RFC 6265, section 4.2.1). */
const SPACE = /^[ \t]+|[ \t]+$/g

/**
 * The value of a cookie in a `Cookie` header; undefined where there is none. Only what stands between pairs is taken off
 * a name: `trim` would take off U+00A0 too, with which a neighbour may set a name that a browser does not guard.
 */
export function cookieIn(header: string | undefined, name: string): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at !== -1 && pair.slice(0, at).replace(SPACE, '') === name)
      return pair.slice(at + 1).replace(SPACE, '')
  }
  return undefined
}

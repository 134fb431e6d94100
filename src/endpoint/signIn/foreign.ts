import { Refusal } from '../refusal'

/** What is looked at of a call that comes with our cookie. */
export interface Call {
  method: string
  header(name: string): string | undefined
}

/**
 * Refuses what another site could have made a browser send with our cookie. A call that changes something says that a
 * page of our own sent it (`Sec-Fetch-Site`, or `Origin` where a browser does not know that), and is JSON, which no
 * form can send. That the cookie is `SameSite=Lax` is one fence more, and none against a neighbour of the same domain.
 */
export function refuseForeign({ method, header }: Call, home: string): void {
  if (method === 'GET' || method === 'HEAD') return
  const site = header('sec-fetch-site')
  const ours = site === undefined ? header('origin') === new URL(home).origin : site === 'same-origin'
  if (!ours) throw new Refusal('foreign')
  if (!/^application\/json\s*(;|$)/i.test(header('content-type') ?? '')) throw new Refusal('media-type')
}

/** What the service says of one of its addresses without giving it: so that no schema is loaded to read an answer. */
export function head(path: string, base: string, headers?: Record<string, string>): Promise<Response> {
  return fetch(new URL(`api/v1/${path}`, base), {
    method: 'HEAD',
    headers,
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
  })
}

/**
 * Whether the service says that it has moved. A question of its own, so that the schema that reads where to is loaded
 * only where there is something to read. Throws where there is no answer.
 */
export async function hasMoved(base = document.baseURI): Promise<boolean> {
  const response = await fetch(new URL('api/v1/moved', base), {
    method: 'HEAD',
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
  })
  if (!response.ok) throw new Error(`moved answered ${response.status}`)
  return response.status !== 204
}

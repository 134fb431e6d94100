/**
 * Whether the endpoint publishes another catalogue than the one held. A question of its own, so that the schemas
 * that read a catalogue are loaded only where there is one to read. Throws where there is no answer.
 */
export async function isCatalogueNewer(held: string, base = document.baseURI): Promise<boolean> {
  const response = await fetch(new URL('api/v1/catalogue', base), {
    method: 'HEAD',
    headers: { 'if-none-match': `"${held}"` },
    cache: 'no-store',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  })
  return response.ok
}

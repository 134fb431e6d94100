import { head } from './head'

/**
 * Whether the endpoint publishes another catalogue than the one held. A question of its own, so that the schemas
 * that read a catalogue are loaded only where there is one to read. Throws where there is no answer.
 */
export async function isCatalogueNewer(held: string, base = document.baseURI): Promise<boolean> {
  return (await head('catalogue', base, { 'if-none-match': `"${held}"` })).ok
}

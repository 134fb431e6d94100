import { head } from './head'

/**
 * Whether the service says that it has moved. A question of its own, so that the schema that reads where to is loaded
 * only where there is something to read. Throws where there is no answer.
 */
export async function hasMoved(base = document.baseURI): Promise<boolean> {
  const { ok, status } = await head('moved', base)
  if (!ok) throw new Error(`moved answered ${status}`)
  return status !== 204
}

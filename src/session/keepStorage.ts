import type { WaymarkDatabase } from '../database/database'
import { note, setNote } from '../database/notes'

/**
 * Asks the browser, once, to keep this data when it runs short of space, and notes the
 * answer. Called after the first rating: browsers grant it to sites that are in use.
 */
export async function keepStorage(db: WaymarkDatabase): Promise<void> {
  if (navigator.storage?.persist === undefined || (await note(db, 'persisted')) !== undefined) return
  const granted = (await navigator.storage.persisted()) || (await navigator.storage.persist())
  await setNote(db, 'persisted', granted ? 'granted' : 'refused')
}

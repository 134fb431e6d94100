import type { WaymarkDatabase } from './database'
import { note } from './notes'

/** Whether sharing has anything to do here: it is on, or something still waits to go. */
export async function sharingInUse(db: WaymarkDatabase): Promise<boolean> {
  return (await note(db, 'sharingOn')) === true || (await db.outbox.count()) > 0
}

import type { WaymarkDatabase } from '../database/database'
import { eraseDue, dueToErase } from '../database/members'
import { note, setNote } from '../database/notes'
import type { Day } from '../domain/day'

/** Whether there is anybody whose day to be erased has come. */
export async function hasErasureDue(db: WaymarkDatabase, today: Day): Promise<boolean> {
  return (await dueToErase(db, today)).length > 0
}

/** Erases everybody whose day has come, and keeps their names until they were read. */
export function eraseWhatIsDue(db: WaymarkDatabase, today: Day): Promise<void> {
  return db.transaction('rw', db.members, db.appraisals, db.files, db.notes, async () => {
    const names = await eraseDue(db, today)
    if (names.length === 0) return
    await setNote(db, 'erased', [...((await note(db, 'erased')) ?? []), { names, on: today }])
  })
}

/** That it was read who was erased; then their names go too. */
export function erasuresRead(db: WaymarkDatabase): Promise<void> {
  return setNote(db, 'erased', undefined)
}

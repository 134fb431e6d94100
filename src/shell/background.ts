import { liveQuery } from 'dexie'
import type { WaymarkDatabase } from '../database/database'
import { note } from '../database/notes'
import { sharingInUse } from '../database/sharing'
import { eraseWhatIsDue, hasErasureDue } from '../session/erasures'
import { followMove } from '../session/followMove'
import { today } from '../session/today'

/**
 * What goes on behind the pages: sending what waits, keeping the copy in a chosen folder current, erasing what was to
 * be kept until today, and hearing whether the service has moved.
 */
export function startBackground(db: WaymarkDatabase): void {
  followMove(db)
  onceTrue(
    () => sharingInUse(db),
    async () => (await import('../outbox/startDraining')).startDraining(db),
  )
  onceTrue(
    async () => (await note(db, 'backupFolder')) !== undefined,
    async () => (await import('../session/keepCopyCurrent')).keepCopyCurrent(db),
  )
  onceTrue(
    () => hasErasureDue(db, today()),
    () => eraseWhatIsDue(db, today()),
  )
}

/** Loads and starts a piece of work the first time there is something for it to do. */
function onceTrue(needed: () => Promise<boolean>, start: () => Promise<unknown>): void {
  const subscription = liveQuery(needed).subscribe((isNeeded) => {
    if (!isNeeded) return
    subscription.unsubscribe()
    void start()
  })
}

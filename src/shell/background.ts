import { liveQuery } from 'dexie'
import type { WaymarkDatabase } from '../database/database'
import { note } from '../database/notes'
import { sharingInUse } from '../database/sharing'

/** What goes on behind the pages: sending what waits, and keeping the copy in a chosen folder current. */
export function startBackground(db: WaymarkDatabase): void {
  onceTrue(
    () => sharingInUse(db),
    async () => (await import('../outbox/startDraining')).startDraining(db),
  )
  onceTrue(
    async () => (await note(db, 'backupFolder')) !== undefined,
    async () => (await import('../session/keepCopyCurrent')).keepCopyCurrent(db),
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

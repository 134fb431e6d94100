import { liveQuery } from 'dexie'
import type { WaymarkDatabase } from '../database/database'
import { sharingInUse } from '../database/sharing'

/** Sends what waits, loading the code for it only once sharing is in use here. */
export function sendWhatWaits(db: WaymarkDatabase): void {
  const subscription = liveQuery(() => sharingInUse(db)).subscribe(async (inUse) => {
    if (!inUse) return
    subscription.unsubscribe()
    const { startDraining } = await import('../outbox/startDraining')
    startDraining(db)
  })
}

import { hasMoved } from '../client/hasMoved'
import type { WaymarkDatabase } from '../database/database'
import { note, setNote } from '../database/notes'

const HOUR_MS = 60 * 60 * 1000

/** Asks at start, hourly and when the network is back whether the service has moved, for as long as the app is open. */
export function followMove(db: WaymarkDatabase): void {
  const ask = () => void hearOfMove(db)
  ask()
  addEventListener('online', ask)
  setInterval(ask, HOUR_MS)
}

/** Keeps what the service says of its move. Where it says nothing, what was heard last holds. */
export async function hearOfMove(db: WaymarkDatabase): Promise<void> {
  try {
    const to = (await hasMoved()) ? await (await import('../client/moved')).fetchMovedTo() : undefined
    if (to !== (await note(db, 'movedTo'))) await setNote(db, 'movedTo', to)
  } catch {
    // No network, no endpoint, or another's answer in between.
  }
}

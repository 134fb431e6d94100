import { liveQuery } from 'dexie'
import { sendSummary } from '../client/summaries'
import type { OutboxItem, WaymarkDatabase } from '../database/database'
import type { Outside } from './attempt'
import { drain, millisecondsUntilDue } from './drain'

/** The real world: the endpoint, the clock, and the browser's cryptographic randomness. */
export const world: Outside = {
  send: (submission) => sendSummary(submission),
  now: () => new Date(),
  chance: () => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32,
}

/** Longer than a call can take; after it, another tab's unfinished item is worth looking at. */
const SENDING_AT_MOST = 20_000
/** Between two looks, so that a tab that finds the lock taken does not spin. */
const SHORTEST_PAUSE = 1_000
/** A laptop that slept, or whose clock was changed, looks again at least this often. */
const LONGEST_PAUSE = 15 * 60_000

/**
 * Keeps the outbox moving: at start, whenever something is queued (in any tab), when the
 * network or the page comes back, and when a wait is over. Returns what stops it.
 * Without a secure context there is no WebCrypto and no lock: nothing can be sent, so nothing starts.
 */
export function startDraining(db: WaymarkDatabase, outside: Outside = world): () => void {
  if (!isSecureContext) return () => {}
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let waiting: OutboxItem[] = []

  function schedule(shortest: number) {
    clearTimeout(timer)
    const pauses = waiting.map((item) => pauseFor(item, outside.now()))
    if (stopped || pauses.length === 0) return
    timer = setTimeout(wake, Math.min(Math.max(Math.min(...pauses), shortest), LONGEST_PAUSE))
  }

  async function wake(options?: { backOnline: boolean }) {
    // A closed database (erased, or handed to a newer version) ends this tab's sending; items stay as they are.
    if (!stopped) await drain(db, outside, options).catch(() => false)
    schedule(SHORTEST_PAUSE)
  }

  const onOnline = () => void wake({ backOnline: true })
  const onVisible = () => void (document.visibilityState === 'visible' && wake())
  const subscription = liveQuery(() => db.outbox.toArray()).subscribe({
    next: (items) => {
      waiting = items.filter(({ state }) => state === 'queued' || state === 'sending')
      schedule(0)
    },
    error: () => {}, // The database was closed; see wake.
  })
  addEventListener('online', onOnline)
  document.addEventListener('visibilitychange', onVisible)
  // Opening the app is as good a sign as any that the network may be back.
  void wake({ backOnline: true })

  return () => {
    stopped = true
    clearTimeout(timer)
    subscription.unsubscribe()
    removeEventListener('online', onOnline)
    document.removeEventListener('visibilitychange', onVisible)
  }
}

function pauseFor(item: OutboxItem, now: Date): number {
  return item.state === 'sending' ? SENDING_AT_MOST : millisecondsUntilDue(item, now)
}

/** Makes everything that waits its turn due now, at a person's wish. */
export async function hurry(db: WaymarkDatabase, now: Date): Promise<void> {
  await db.outbox.filter(({ state }) => state === 'queued').modify({ nextAttemptAt: now.toISOString() })
}

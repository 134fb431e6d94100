import Dexie, { type ObservabilitySet } from 'dexie'
import type { WaymarkDatabase } from '../database/database'
import { writeCopy } from './backupFolder'

/** Long enough for a run of ratings to be one write, short enough to be kept before the lid closes. */
const QUIET_MS = 3000

/**
 * Rewrites the copy in the chosen folder shortly after anything changes, in any tab; one
 * tab at a time does it. Does nothing while no folder is chosen. Returns what stops it.
 */
export function keepCopyCurrent(db: WaymarkDatabase, quiet = QUIET_MS): () => void {
  const stopping = new AbortController()
  const { signal } = stopping
  const lock = `waymark backup ${db.name}`
  // Held until stopped or the tab closes; then the next tab in line takes over.
  void navigator.locks.request(lock, { signal }, () => follow(db, quiet, signal)).catch(() => {})
  return () => stopping.abort()
}

function follow(db: WaymarkDatabase, quiet: number, signal: AbortSignal): Promise<void> {
  let digest: string | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let writing = Promise.resolve()

  function write() {
    clearTimeout(timer)
    timer = undefined
    writing = writing.then(async () => {
      digest = await writeCopy(db, new Date(), digest)
    })
  }

  function changed(parts: ObservabilitySet) {
    if (!Object.keys(parts).some((part) => part.startsWith(`idb://${db.name}/`))) return
    clearTimeout(timer)
    timer = setTimeout(write, quiet)
  }

  function hidden() {
    if (timer !== undefined && document.visibilityState === 'hidden') write()
  }

  Dexie.on.storagemutated.subscribe(changed)
  document.addEventListener('visibilitychange', hidden)
  write()
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      Dexie.on.storagemutated.unsubscribe(changed)
      document.removeEventListener('visibilitychange', hidden)
      clearTimeout(timer)
      resolve(writing)
    })
  })
}

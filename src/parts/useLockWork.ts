import { onScopeDispose, shallowRef } from 'vue'
import type { Watching } from '../interchange/locked/lock'

/**
 * One piece of locking or unlocking that a page waits for: how far it is, and stopping it. Leaving the page stops it.
 */
export function useLockWork() {
  /** How much is done, 0 to 1; undefined while nothing is being done. */
  const share = shallowRef<number>()
  let stopping: AbortController | undefined

  /**
   * Resolves with what the work gives, or undefined where it was stopped.
   * @throws what the work throws.
   */
  async function run<Result>(work: (watching: Watching) => Promise<Result>): Promise<Result | undefined> {
    stop()
    const mine = new AbortController()
    stopping = mine
    share.value = 0
    const onProgress = (done: number) => {
      if (stopping === mine) share.value = done
    }
    try {
      return await work({ onProgress, signal: mine.signal })
    } catch (reason) {
      if (mine.signal.aborted) return undefined
      throw reason
    } finally {
      if (stopping === mine) share.value = undefined
    }
  }

  function stop() {
    stopping?.abort()
  }

  onScopeDispose(stop)
  return { share, run, stop }
}

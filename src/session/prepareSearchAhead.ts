import { onScopeDispose, watch } from 'vue'
import { prepareSearch } from '../domain/search'
import { useLibrary } from './library'

/** Read between looks at the clock: under a millisecond's work. */
const THINGS_A_TURN = 20
const MILLISECONDS_TO_SPARE = 2

/**
 * Reads the words of every skill and role while the browser has nothing else to do, so that no keystroke of a search
 * waits for it. For a page with a search box, in its setup; what one page has read serves the next.
 */
export function prepareSearchAhead(): void {
  const library = useLibrary()
  let stop = () => {}
  watch(
    () => library.frameworks,
    (frameworks) => {
      stop()
      const lists = frameworks.flatMap(({ skills, roles }) => [skills, roles])
      stop = whenIdle((mayGoOn) => {
        while (lists[0] !== undefined && mayGoOn()) {
          if (prepareSearch(lists[0], THINGS_A_TURN)) lists.shift()
        }
        return lists.length === 0
      })
    },
    { immediate: true },
  )
  onScopeDispose(() => stop())
}

/** Calls `work` whenever there is time to spare, until it says that it is done. Returns what stops it. */
function whenIdle(work: (mayGoOn: () => boolean) => boolean): () => void {
  // One browser has no idle callback; there the work is done in short turns of its own.
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setInterval(() => {
      const until = performance.now() + MILLISECONDS_TO_SPARE
      if (work(() => performance.now() < until)) clearInterval(timer)
    }, 50)
    return () => clearInterval(timer)
  }
  let waiting = requestIdleCallback(turn)
  function turn(idle: IdleDeadline): void {
    if (!work(() => idle.timeRemaining() > MILLISECONDS_TO_SPARE)) waiting = requestIdleCallback(turn)
  }
  return () => cancelIdleCallback(waiting)
}

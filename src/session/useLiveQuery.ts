import { liveQuery } from 'dexie'
import { onScopeDispose, shallowRef, watch, type ShallowRef, type WatchSource } from 'vue'

export interface LiveQuery<T> {
  /** The last result; `initial` until the first one arrives. Never change it: it is the database's view. */
  value: Readonly<ShallowRef<T>>
  loading: Readonly<ShallowRef<boolean>>
  error: Readonly<ShallowRef<unknown>>
}

/**
 * A page's view of a database query, run again whenever what it read changes (in any
 * tab) and whenever one of `deps` does. Kept shallow: a deep ref makes reading slow
 * and hands out proxies that IndexedDB cannot store.
 */
export function useLiveQuery<T, I = undefined>(
  querier: () => Promise<T> | T,
  options: { deps?: WatchSource[]; initial?: I } = {},
): LiveQuery<T | I> {
  const value = shallowRef<T | I>(options.initial as I)
  const loading = shallowRef(true)
  const error = shallowRef<unknown>()
  let stop = () => {}

  function subscribe() {
    stop()
    loading.value = true
    const subscription = liveQuery(querier).subscribe({
      next: (result) => {
        value.value = result
        loading.value = false
        error.value = undefined
      },
      error: (reason) => {
        error.value = reason
        loading.value = false
      },
    })
    stop = () => subscription.unsubscribe()
  }

  watch(options.deps ?? [], subscribe, { immediate: true })
  onScopeDispose(() => stop())
  return { value, loading, error }
}

import { onScopeDispose, readonly, shallowRef } from 'vue'

/** Whether the browser thinks there is a network: a hint for words on screen, never a gate for sending. */
export function useOnline() {
  const online = shallowRef(navigator.onLine)
  const change = () => (online.value = navigator.onLine)
  addEventListener('online', change)
  addEventListener('offline', change)
  onScopeDispose(() => {
    removeEventListener('online', change)
    removeEventListener('offline', change)
  })
  return readonly(online)
}

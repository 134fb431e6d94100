import { registerSW } from 'virtual:pwa-register'
import { shallowRef } from 'vue'

const HOUR_MS = 60 * 60 * 1000
/** WebKit may never say that the new worker took over, so the reload does not wait for ever. */
const TAKE_OVER_MS = 2000

/** `waiting`: a new version asks to take over. `taken`: it has, in another tab; this one reloads when the person says. */
export const update = shallowRef<'none' | 'waiting' | 'taken'>('none')
/** True once everything the app needs is kept for use without a network. */
export const offlineReady = shallowRef(false)

let takeOver: () => Promise<void> = async () => {}
let accepted = false

/** Keeps the app usable offline, and asks before a new version replaces the running one. */
export function watchForUpdates(): void {
  if (!('serviceWorker' in navigator)) return
  takeOver = registerSW({
    onNeedRefresh: () => (update.value = 'waiting'),
    // Without this, accepting in one tab would reload the others and lose what is typed there.
    onNeedReload: () => (accepted ? location.reload() : (update.value = 'taken')),
    onOfflineReady: () => (offlineReady.value = true),
    onRegisteredSW: (_url, registration) => {
      if (registration !== undefined) checkNowAndThen(registration)
    },
  })
}

function checkNowAndThen(registration: ServiceWorkerRegistration): void {
  if (registration.active !== null) offlineReady.value = true
  const check = () => void registration.update().catch(() => {})
  setInterval(check, HOUR_MS)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') check()
  })
}

/** Reloads into the new version. Everything rated is already stored. */
export function useNewVersion(): void {
  accepted = true
  if (update.value === 'taken') {
    location.reload()
    return
  }
  void takeOver()
  setTimeout(() => location.reload(), TAKE_OVER_MS)
}

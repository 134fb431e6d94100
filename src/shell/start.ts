import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { openDatabase } from '../database/open'
import { databaseName, isSampleName, laptopKey, type Laptop } from '../session/laptop'
import { takeHrToken } from '../session/signIn'
import { applyTheme, storedTheme } from '../session/theme'
import App from './App.vue'
import CannotOpen from './CannotOpen.vue'
import { watchForUpdates } from './updates'
import { createAppRouter, loadPageAt } from './router'
import { startBackground } from './background'
import { superseded } from './superseded'

/** Opens this laptop's database and shows the app, or a page saying why it cannot be shown. */
export async function start(): Promise<void> {
  applyTheme(storedTheme())
  const router = createAppRouter()
  loadPageAt(router, location)
  const name = databaseName(localStorage)
  const opened = await openDatabase(name, () => (superseded.value = true))
  watchForUpdates()
  if (opened.state !== 'open') {
    createApp(CannotOpen, { opened }).mount('#app')
    return
  }
  const laptop = { db: opened.db, sample: isSampleName(name) }
  takeHrToken(location, history)
  await takeJoinLink(laptop)
  createApp(App).provide(laptopKey, laptop).use(createPinia()).use(router).mount('#app')
  if (!laptop.sample) startBackground(laptop.db)
}

/** A join link keeps its code and leads to the page that says what sharing would send. */
async function takeJoinLink({ db, sample }: Laptop): Promise<void> {
  if (sample || !location.hash.startsWith('#join=')) return
  const { takeJoinCode } = await import('../outbox/joinCode')
  await takeJoinCode(db, location, history)
  history.replaceState(history.state, '', new URL('sharing', document.baseURI))
}

import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { openDatabase } from '../database/open'
import { takeJoinCode } from '../outbox/joinCode'
import { databaseName, isSampleName, laptopKey } from '../session/laptop'
import { applyTheme, storedTheme } from '../session/theme'
import App from './App.vue'
import CannotOpen from './CannotOpen.vue'
import { watchForUpdates } from './updates'
import { createAppRouter } from './router'
import { superseded } from './superseded'

/** Opens this laptop's database and shows the app, or a page saying why it cannot be shown. */
export async function start(): Promise<void> {
  applyTheme(storedTheme())
  const name = databaseName(localStorage)
  const opened = await openDatabase(name, () => (superseded.value = true))
  watchForUpdates()
  if (opened.state !== 'open') {
    createApp(CannotOpen, { opened }).mount('#app')
    return
  }
  const laptop = { db: opened.db, sample: isSampleName(name) }
  if (!laptop.sample) await takeJoinCode(laptop.db, location, history)
  createApp(App).provide(laptopKey, laptop).use(createPinia()).use(createAppRouter()).mount('#app')
}

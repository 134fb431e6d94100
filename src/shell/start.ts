import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { openDatabase } from '../database/open'
import { chooseSample, databaseName, isSampleName, laptopKey, type Laptop } from '../session/laptop'
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
  // Links are read before the router is made: it takes the address as it then is.
  // A link is for the real service, whatever was being looked around before.
  if (isLink(location.hash)) chooseSample(localStorage, false)
  takeHrToken(location, history)
  const join = takeJoinLink()
  // In a tab where Waymark is open already, a link changes the fragment only.
  addEventListener('hashchange', () => isLink(location.hash) && location.reload())
  const router = createAppRouter()
  loadPageAt(router, location)

  const name = databaseName(localStorage)
  const opened = await openDatabase(name, () => (superseded.value = true))
  watchForUpdates()
  if (opened.state !== 'open') {
    createApp(CannotOpen, { opened }).mount('#app')
    return
  }
  const laptop: Laptop = { db: opened.db, sample: isSampleName(name) }
  if (join !== undefined) await keepJoinLink(laptop, join)
  createApp(App).provide(laptopKey, laptop).use(createPinia()).use(router).mount('#app')
  if (!laptop.sample) startBackground(laptop.db)
}

/** Storage that is refused outright (a strict privacy setting) must not leave an empty page. */
export function cannotStart(reason: unknown): void {
  createApp(CannotOpen, { opened: { state: 'failed', reason } }).mount('#app')
}

const isLink = (hash: string) => /^#(hr|join)=/.test(hash)

/** A join link leads to the page that says what sharing would send. Answers the fragment that holds the code. */
function takeJoinLink(): string | undefined {
  const { hash } = location
  if (!hash.startsWith('#join=')) return undefined
  history.replaceState(history.state, '', new URL('sharing', document.baseURI))
  return hash
}

async function keepJoinLink({ db }: Laptop, hash: string): Promise<void> {
  const { takeJoinCode } = await import('../outbox/joinCode')
  await takeJoinCode(db, { hash, pathname: location.pathname, search: location.search }, history)
}

import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { openDatabase } from '../database/open'
import { chooseSample, databaseName, isSampleName, laptopKey, type Laptop } from '../session/laptop'
import { takeHrToken } from '../session/hrToken'
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
  // Links are read, and their secrets cleared, before the router is made: it takes the address as it then is.
  // A link is for the real service, whatever was being looked around before.
  if (isLink(location.hash)) chooseSample(localStorage, false)
  takeHrToken(location, history)
  const joining = takeJoinLink()
  takeCardLink()
  // In a tab where Waymark is open already, a link changes the fragment only.
  addEventListener('hashchange', () => isLink(location.hash) && location.reload())
  if (!joining) loadPageAt(location)

  const name = databaseName(localStorage)
  const opened = await openDatabase(name, () => (superseded.value = true))
  watchForUpdates()
  if (opened.state !== 'open') {
    createApp(CannotOpen, { opened }).mount('#app')
    return
  }
  const laptop: Laptop = { db: opened.db, sample: isSampleName(name) }
  if (joining) await keepJoinLink(laptop)
  createApp(App).provide(laptopKey, laptop).use(createPinia()).use(createAppRouter()).mount('#app')
  if (!laptop.sample) startBackground(laptop.db)
}

/** Storage that is refused outright (a strict privacy setting) must not leave an empty page. */
export function cannotStart(reason: unknown): void {
  createApp(CannotOpen, { opened: { state: 'failed', reason } }).mount('#app')
}

const isLink = (hash: string) => /^#(hr|join|card)=/.test(hash)

/** A join link leads to the page that says what sharing would send. Its code stays in the address until it is kept. */
function takeJoinLink(): boolean {
  const { hash } = location
  if (!hash.startsWith('#join=')) return false
  history.replaceState(history.state, '', new URL(`sharing${hash}`, document.baseURI))
  return true
}

/** A link to a manager's card leads to the page that locks a pack to it, which reads it there. It is no secret. */
function takeCardLink(): void {
  const { hash } = location
  if (hash.startsWith('#card='))
    history.replaceState(history.state, '', new URL(`appraisals/pack${hash}`, document.baseURI))
}

async function keepJoinLink({ db }: Laptop): Promise<void> {
  const { takeJoinCode } = await import('../outbox/joinCode')
  await takeJoinCode(db, location, history)
}

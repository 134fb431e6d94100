import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { h } from 'vue'
import { town } from '../../tests/support/town'
import { keepCatalogue } from '../database/catalogues'
import { WaymarkDatabase } from '../database/database'
import { changeMe } from '../database/people'
import type { Catalogue } from '../domain/catalogue'
import { laptopKey } from './laptop'
import { useLibrary } from './library'
import { useNews } from './useNews'

let db: WaymarkDatabase
let news: ReturnType<typeof useNews>
let library: ReturnType<typeof useLibrary>
let app: VueWrapper | undefined

const edition = (name: string, more: Partial<Catalogue> = {}): Catalogue => ({
  ...town(),
  edition: name,
  ...more,
})
const receive = (catalogue: Catalogue) =>
  keepCatalogue(db, { version: catalogue.edition, text: JSON.stringify(catalogue) })

async function start() {
  app?.unmount()
  const provide = { [laptopKey as symbol]: { db, sample: false } }
  const page = {
    setup() {
      library = useLibrary()
      news = useNews()
      return () => h('p')
    },
  }
  app = mount(page, { global: { plugins: [createPinia()], provide } })
  await library.open()
  await vi.waitFor(() => expect(library.ready).toBe(true))
}

beforeEach(async () => {
  db = new WaymarkDatabase(`news-${crypto.randomUUID()}`)
  await receive(edition('1'))
  await start()
})
afterEach(async () => {
  app?.unmount()
  app = undefined
  await db.delete({ disableAutoOpen: true })
})

it('tells of an edition that has arrived, and uses it when the person says so or at the next start', async () => {
  await receive(edition('2'))
  await vi.waitFor(() => expect(news.waiting.value).toBe('2'))
  expect(library.catalogue?.edition).toBe('1')
  await news.take()
  expect(library.catalogue?.edition).toBe('2')
  await vi.waitFor(() => expect(news.waiting.value).toBeUndefined())

  await receive(edition('3'))
  await start()
  expect(library.catalogue?.edition).toBe('3')
})

it('shows a notice to whom it concerns, once, though the next edition may still carry it', async () => {
  const notice = { text: 'Parks have moved', families: ['town-parks'] }
  await changeMe(db, { role: 'town-bathkeeper' })
  await receive(edition('2', { notice }))
  await start()
  await vi.waitFor(() => expect(library.catalogue?.edition).toBe('2'))
  expect(news.notice.value).toBeUndefined()
  await changeMe(db, { role: 'town-gardener' })
  await vi.waitFor(() => expect(news.notice.value).toEqual(notice))
  await news.read()
  await vi.waitFor(() => expect(news.notice.value).toBeUndefined())

  await receive(edition('3', { notice }))
  await start()
  await vi.waitFor(() => expect(library.catalogue?.edition).toBe('3'))
  expect(news.notice.value).toBeUndefined()
})

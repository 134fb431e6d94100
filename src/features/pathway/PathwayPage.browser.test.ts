import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, disposePinia, type Pinia } from 'pinia'
import { page } from 'vitest/browser'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { town } from '../../../tests/support/town'
import { keepCatalogue } from '../../database/catalogues'
import { WaymarkDatabase } from '../../database/database'
import { laptopKey } from '../../session/laptop'
import { useLibrary } from '../../session/library'
import PathwayPage from './PathwayPage.vue'

const catalogue = town()
const [role] = catalogue.frameworks[0]!.roles

let db: WaymarkDatabase
let wrapper: VueWrapper
let pinia: Pinia

beforeEach(async () => {
  db = new WaymarkDatabase(`pathway-${crypto.randomUUID()}`)
  await keepCatalogue(db, { version: 'built-in', text: JSON.stringify(catalogue) })
})
afterEach(async () => {
  wrapper.unmount()
  disposePinia(pinia)
  await db.delete({ disableAutoOpen: true })
})

async function shown(width: number, address: string) {
  await page.viewport(width, 800)
  pinia = createPinia()
  const routes = [{ path: '/:rest(.*)*', component: PathwayPage }]
  const router = createRouter({ history: createMemoryHistory(), routes })
  await router.push(address)
  wrapper = mount(PathwayPage, {
    attachTo: document.body,
    global: { plugins: [pinia, router], provide: { [laptopKey as symbol]: { db, sample: false } } },
  })
  await useLibrary(pinia).open()
}

/** The parts of the page in the order they are read, by the ids of their headings. */
const order = () =>
  [...document.querySelectorAll('h2, details:has(#map-title)')]
    .map((part) => (part.tagName === 'DETAILS' ? 'folded' : part.id))
    .filter((id) => ['target-title', 'routes-title', 'gap-title', 'folded', 'map-title'].includes(id))

it('says on a phone how ready for the chosen role, the ways and the gap first, and folds the other roles', async () => {
  await shown(360, `/pathway?role=${role!.id}`)
  await expect.poll(order).toEqual(['target-title', 'routes-title', 'gap-title', 'folded', 'map-title'])
  expect(document.querySelector<HTMLDetailsElement>('details:has(#map-title)')!.open).toBe(false)
})

it('lists the roles open on a phone while none is chosen', async () => {
  await shown(360, '/pathway')
  await expect.poll(order).toEqual(['map-title'])
})

it('says how ready before the map where there is one wide column', async () => {
  await shown(900, `/pathway?role=${role!.id}`)
  await expect.poll(order).toEqual(['target-title', 'map-title', 'routes-title', 'gap-title'])
})

it('puts a role that is looked at on the map, also one with no post in the structure shown', async () => {
  const after = { ...catalogue.after, posts: catalogue.after.posts.filter((post) => post.role !== role!.id) }
  const text = JSON.stringify({ ...catalogue, after })
  await keepCatalogue(db, { version: 'without', text })
  await shown(1400, `/pathway?role=${role!.id}`)
  await expect.poll(() => document.querySelector(`[data-role="${role!.id}"] .looking`)).not.toBeNull()
})

it('puts the gap right under the map where there is room for two columns', async () => {
  await shown(1400, `/pathway?role=${role!.id}`)
  await expect.poll(order).toEqual(['map-title', 'gap-title', 'target-title', 'routes-title'])
})

import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { WaymarkDatabase } from '../../database/database'
import { eraseDatabase } from '../../database/open'
import { laptopKey } from '../../session/laptop'
import { useSignIn } from '../../session/signIn'
import WorkforcePage from './WorkforcePage.vue'

let db: WaymarkDatabase
beforeEach(async () => {
  db = new WaymarkDatabase(`workforce ${crypto.randomUUID()}`)
  await db.open()
})
afterEach(async () => {
  vi.restoreAllMocks()
  sessionStorage.clear()
  await eraseDatabase(db)
})
enableAutoUnmount(afterEach)

async function open({ sample = false, address = '/workforce' } = {}) {
  const pinia = createPinia()
  const routes = [{ path: '/:rest(.*)*', component: { render: () => null } }]
  const router = createRouter({ history: createMemoryHistory(), routes })
  await router.push(address)
  const global = { plugins: [pinia, router], provide: { [laptopKey as symbol]: { db, sample } } }
  const page = mount(WorkforcePage, { attachTo: document.body, global })
  await flushPromises()
  return { page, signIn: useSignIn(pinia) }
}

it('does nothing of HR’s in the made-up county, though HR is signed in, and asks the service nothing', async () => {
  sessionStorage.setItem('waymark-hr-token', 'oak')
  const fetched = vi.spyOn(globalThis, 'fetch')
  const { page } = await open({ sample: true, address: '/workforce?open=new' })
  dispatchEvent(new Event('online'))
  await flushPromises()
  expect(page.text()).toContain('This is the made-up county: leave it to work with the real service')
  expect(page.findAll('button, input, form')).toEqual([])
  expect(fetched).not.toHaveBeenCalled()
})

it('does not sign in from a link opened in the made-up county', async () => {
  const { page, signIn } = await open({ sample: true, address: '/workforce#hr=oak' })
  expect(signIn.token).toBeUndefined()
  expect(page.find('form').exists()).toBe(false)
})

it('asks the service how one signs in, and what is open once HR has', async () => {
  const fetched = vi.spyOn(globalThis, 'fetch')
  const { page, signIn } = await open()
  await expect.poll(() => page.text()).toContain('For HR and the steering group')
  const asked = () => fetched.mock.calls.map(([address]) => String(address).replace(/.*\/api\/v1\//, ''))
  expect(asked()).toEqual(['sign-in'])
  signIn.signIn('oak')
  await expect.poll(asked).toContain('periods/current')
})

import { mount, type VueWrapper } from '@vue/test-utils'
import axe from 'axe-core'
import { createPinia } from 'pinia'
import { page, userEvent } from 'vitest/browser'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { town } from '../../../tests/support/town'
import { actionsOf } from '../../database/actions'
import { keepCatalogue } from '../../database/catalogues'
import { WaymarkDatabase } from '../../database/database'
import { ME } from '../../database/people'
import { laptopKey } from '../../session/laptop'
import { useLibrary } from '../../session/library'
import PlanPage from './PlanPage.vue'

const catalogue = town()
const framework = catalogue.frameworks[0]!
const role = framework.roles.find(({ requirements }) => requirements.some(({ level }) => (level ?? 0) > 1))!
const skill = framework.skills.find(({ id }) => role.requirements.some((asked) => asked.skill === id))!

let db: WaymarkDatabase
let wrapper: VueWrapper

beforeEach(async () => {
  db = new WaymarkDatabase(`plan-${crypto.randomUUID()}`)
  await keepCatalogue(db, { version: 'built-in', text: JSON.stringify(catalogue) })
  await db.people.put({ id: ME, target: role.id })
  const pinia = createPinia()
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: PlanPage }],
  })
  wrapper = mount(PlanPage, {
    attachTo: document.body,
    global: { plugins: [pinia, router], provide: { [laptopKey as symbol]: { db, sample: false } } },
  })
  await useLibrary(pinia).open()
  await expect.element(page.getByRole('heading', { name: 'Plan something' })).toBeVisible()
})
afterEach(async () => {
  wrapper.unmount()
  await db.delete({ disableAutoOpen: true })
})

const kept = () => actionsOf(db, ME)
async function planFirst() {
  await userEvent.click(page.getByRole('button', { name: /^Plan this/ }).first())
  await expect.poll(async () => (await kept()).length).toBe(1)
  return (await kept())[0]!
}

it('plans in one press, for the next level and a quarter from now', async () => {
  const action = await planFirst()
  expect(role.requirements.map((asked) => asked.skill)).toContain(action.skill)
  expect(action).toMatchObject({ to: 1, person: ME })
  await expect.element(page.getByText(/when this action is done/)).toBeVisible()
})

it('takes back a delete, and every change before it', async () => {
  const action = await planFirst()
  await userEvent.click(page.getByRole('button', { name: `Delete: ${action.what}` }))
  await expect.poll(kept).toEqual([])
  await userEvent.click(page.getByRole('button', { name: /^Undo: Delete/ }))
  await expect.poll(kept).toEqual([action])
  await userEvent.click(page.getByRole('button', { name: /^Undo: Add/ }))
  await expect.poll(kept).toEqual([])
})

it('is done with what shows it', async () => {
  const action = await planFirst()
  await userEvent.click(page.getByRole('button', { name: `Done: ${action.what}` }))
  await userEvent.fill(page.getByLabelText('What shows it, if you like'), 'The beds of Mill Lane.')
  await userEvent.click(page.getByRole('button', { name: 'It is done' }))
  await expect.poll(async () => (await kept())[0]?.evidence?.[0]?.text).toBe('The beds of Mill Lane.')
  expect((await kept())[0]?.doneAt).toBeDefined()
})

it('keeps a certificate only once it says what and when, and takes it back', async () => {
  await userEvent.click(page.getByRole('button', { name: 'Add a certificate' }))
  await userEvent.click(page.getByRole('button', { name: 'Keep it' }))
  await expect.element(page.getByRole('alert')).toHaveTextContent('Give the certificate its name.')
  await userEvent.fill(page.getByLabelText('Name'), 'Tree care')
  await userEvent.click(page.getByRole('button', { name: 'Keep it' }))
  await expect.poll(() => db.certificates.count()).toBe(1)
  await userEvent.click(page.getByRole('button', { name: /^Undo: Keep/ }))
  await expect.poll(() => db.certificates.count()).toBe(0)
})

it('has nothing axe objects to, with an action and with none', async () => {
  const faults = async () =>
    (await axe.run(document.body, { rules: { region: { enabled: false } } })).violations
  expect(await faults()).toEqual([])
  await planFirst()
  await expect.element(page.getByRole('heading', { name: 'Timeline' })).toBeVisible()
  expect(await faults()).toEqual([])
  expect(skill).toBeDefined()
})

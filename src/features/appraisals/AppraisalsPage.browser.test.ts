import { mount, type VueWrapper } from '@vue/test-utils'
import axe from 'axe-core'
import { createPinia } from 'pinia'
import { page, userEvent } from 'vitest/browser'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import { town } from '../../../tests/support/town'
import { sayIn } from '../../database/appraisals'
import { keepCatalogue } from '../../database/catalogues'
import { WaymarkDatabase } from '../../database/database'
import { appraisalKey } from '../../database/laptopKeys'
import { members } from '../../database/members'
import { ME } from '../../database/people'
import { laptopKey } from '../../session/laptop'
import { useLibrary } from '../../session/library'
import { today } from '../../session/today'
import AppraisalsPage from './AppraisalsPage.vue'

const SEASON = today().slice(0, 4)
const AT = '2026-11-20T09:00:00.000Z'
const ON = 'town@1'

let db: WaymarkDatabase
let wrapper: VueWrapper | undefined
let router: Router
let manager: string

beforeEach(async () => {
  db = new WaymarkDatabase(`board-${crypto.randomUUID()}`)
  await keepCatalogue(db, { version: 'built-in', text: JSON.stringify(town()) })
  await db.people.put({ id: ME, name: 'Oak' })
  manager = await appraisalKey(db)
})
afterEach(async () => {
  wrapper?.unmount()
  await db.delete({ disableAutoOpen: true })
})

async function show(address = '/appraisals') {
  const pinia = createPinia()
  router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: AppraisalsPage }],
  })
  await router.push(address)
  wrapper = mount(AppraisalsPage, {
    attachTo: document.body,
    global: { plugins: [pinia, router], provide: { [laptopKey as symbol]: { db, sample: false } } },
  })
  await useLibrary(pinia).open()
  await expect.element(page.getByRole('heading', { name: 'My own appraisal' })).toBeVisible()
}

const member = (id: string, name: string) =>
  db.members.put({ id, name, role: 'town-gardener', unit: 'town-outdoors', addedAt: AT })
const given = (skill: string) =>
  ({ kind: 'given', key: `${manager}/${skill}`, value: { level: 2, on: ON } }) as const
const packOf = (name: string) => ({ kind: 'person', key: '', value: { name } }) as const
const rowOf = (name: string) =>
  [...document.querySelectorAll('tbody tr')].find((row) => row.textContent?.includes(name))?.textContent ?? ''

it('says first what staff do here, and to a manager with nobody yet what comes next', async () => {
  await show()
  await expect.element(page.getByRole('link', { name: 'Make a pack for your appraisal' })).toBeVisible()
  await expect.element(page.getByRole('heading', { name: 'Nobody in your team yet' })).toBeVisible()
})

it('adds a team from a pasted list, as it shows it was understood', async () => {
  await show()
  await userEvent.click(page.getByRole('button', { name: 'Add your team' }))
  await userEvent.fill(
    page.getByRole('textbox', { name: 'Names, one a line' }),
    'Name\tRole\tUnit\nAlder\tgardener\tOutdoors\nBay\tWizard',
  )
  await expect.element(page.getByText('no role is called “Wizard”')).toBeVisible()
  await userEvent.click(page.getByRole('button', { name: 'Add 2 people' }))
  await expect
    .poll(async () => (await members(db)).map(({ name, role, unit }) => [name, role, unit]))
    .toEqual([
      ['Alder', 'town-gardener', 'town-outdoors'],
      ['Bay', undefined, undefined],
    ])
  await expect.element(page.getByRole('rowheader', { name: /Alder/ })).toBeVisible()
})

it('opens at adding people where the address asks for it, and asks no more once that is put away', async () => {
  await show(`/appraisals?add=yes&season=${SEASON}`)
  const names = page.getByRole('textbox', { name: 'Names, one a line' })
  await expect.element(names).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(names).not.toBeInTheDocument()
  await expect.poll(() => router.currentRoute.value.query).toEqual({ season: SEASON })
})

it('shows each person’s stage in words, what is owed to them, and the next thing to do as one button', async () => {
  await member('alder', 'Alder')
  await member('bay', 'Bay')
  await member('cedar', 'Cedar')
  await sayIn(db, 'bay', SEASON, AT, packOf('Bay'), given('town-digging'), given('town-planting'))
  await sayIn(db, 'cedar', SEASON, AT, packOf('Cedar'), given('town-digging'))
  await show()
  await expect.poll(() => rowOf('Alder')).toContain('No pack yet')
  expect(rowOf('Bay')).toContain('Rated, pack waiting')
  expect(rowOf('Bay')).toContain('2 of 2')
  expect(rowOf('Bay')).toContain('not yet given')
  expect(rowOf('Cedar')).toContain('1 of 2')
  const next = page.getByRole('link', { name: 'Open theirs: Bay' }).first()
  await expect.element(next).toHaveAttribute('href', '/appraisals/bay/rate')
  await userEvent.click(page.getByRole('button', { name: '1 Rating' }))
  expect(document.querySelectorAll('tbody tr')).toHaveLength(1)
  expect(rowOf('Cedar')).toContain('Go on rating')
})

it('keeps seasons apart, and takes a new one by its name', async () => {
  await member('bay', 'Bay')
  await sayIn(db, 'bay', SEASON, AT, packOf('Bay'), given('town-digging'))
  await show()
  await expect.poll(() => rowOf('Bay')).toContain('1 of 2')
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Season' }), 'Another…')
  await userEvent.fill(page.getByRole('textbox', { name: 'What is it called?' }), 'Autumn')
  await userEvent.keyboard('{Enter}')
  expect(router.currentRoute.value.query.season).toBeUndefined()
  await userEvent.fill(page.getByRole('textbox', { name: 'What is it called?' }), `${SEASON} autumn`)
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => router.currentRoute.value.query.season).toBe(`${SEASON}-autumn`)
  await expect.poll(() => rowOf('Bay')).toContain('0 of 2')
})

it('passes axe with a team', async () => {
  await member('bay', 'Bay')
  await show()
  await expect.poll(() => rowOf('Bay')).toContain('No pack yet')
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } })
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
})

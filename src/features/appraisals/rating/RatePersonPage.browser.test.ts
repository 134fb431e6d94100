import { mount, type VueWrapper } from '@vue/test-utils'
import axe from 'axe-core'
import { createPinia } from 'pinia'
import { page, userEvent } from 'vitest/browser'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { town } from '../../../../tests/support/town'
import { appraisalsOf, mergeInto } from '../../../database/appraisals'
import { keepCatalogue } from '../../../database/catalogues'
import { WaymarkDatabase } from '../../../database/database'
import { appraisalKey } from '../../../database/laptopKeys'
import { sayAll } from '../../../domain/appraisal/say'
import { skillsGiven } from '../../../domain/appraisal/stage'
import { valueOf } from '../../../domain/appraisal/standing'
import { laptopKey } from '../../../session/laptop'
import { useLibrary } from '../../../session/library'
import { today } from '../../../session/today'
import RatePersonPage from './RatePersonPage.vue'

const SEASON = today().slice(0, 4)
const AT = '2026-11-20T09:00:00.000Z'
const OWN = 'Proved it in the storm of October'

let db: WaymarkDatabase
let wrapper: VueWrapper
let manager: string

/** What Alder says of themselves came in a pack: digging 3, with evidence. */
const pack = () =>
  sayAll({}, { laptop: 'alders', at: AT }, [
    { kind: 'person', key: '', value: { name: 'Alder' } },
    { kind: 'own', key: 'town-digging', value: { level: 3, at: AT, on: 'town@1' } },
    { kind: 'evidence', key: 'town-digging', value: [{ text: OWN, addedAt: AT }] },
  ])

beforeEach(async () => {
  db = new WaymarkDatabase(`rating-${crypto.randomUUID()}`)
  await keepCatalogue(db, { version: 'built-in', text: JSON.stringify(town()) })
  await db.members.put({ id: 'alder', name: 'Alder', role: 'town-gardener', addedAt: AT })
  manager = await appraisalKey(db)
  await mergeInto(db, 'alder', SEASON, pack())
  await show()
})
afterEach(async () => {
  wrapper.unmount()
  await db.delete({ disableAutoOpen: true })
})

async function show() {
  const pinia = createPinia()
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: RatePersonPage }],
  })
  wrapper = mount(RatePersonPage, {
    props: { member: 'alder' },
    attachTo: document.body,
    global: { plugins: [pinia, router], provide: { [laptopKey as symbol]: { db, sample: false } } },
  })
  await useLibrary(pinia).open()
  await expect.element(page.getByRole('radiogroup', { name: 'Digging' })).toBeInTheDocument()
}

const writes = async () => (await appraisalsOf(db, 'alder'))[0]!.writes
const given = async () => skillsGiven(await writes(), manager).sort()
const radio = (name: string) => page.getByRole('radio', { name })
const text = () => document.body.textContent ?? ''
async function focusFirst() {
  ;(radio('Digging: none yet').element() as HTMLElement).focus()
}

it('rates with one key, keeps it at once, and counts it against what the role asks', async () => {
  await focusFirst()
  await userEvent.keyboard('2')
  await expect.poll(given).toEqual(['town-digging'])
  await expect.element(page.getByText('1 of 2 for Gardener')).toBeVisible()
  await userEvent.keyboard('{ArrowDown}0')
  await expect.poll(given).toEqual(['town-digging', 'town-planting'])
  expect(valueOf(await writes(), 'given', `${manager}/town-planting`)).toEqual({ level: 0, on: 'town@1' })
})

it('tells none yet from not rated, and takes back the last key', async () => {
  await focusFirst()
  await userEvent.keyboard('0')
  await expect.poll(given).toEqual(['town-digging'])
  await userEvent.keyboard('{Backspace}')
  await expect.poll(given).toEqual([])
  await userEvent.keyboard('z')
  await expect.poll(given).toEqual(['town-digging'])
  await userEvent.keyboard('z')
  await expect.poll(given).toEqual([])
})

it('shows nothing of what the person says until the manager says that they have rated', async () => {
  expect(text()).toContain('own ratings are hidden')
  expect(text()).not.toContain(OWN)
  expect(document.querySelectorAll('input[type=radio]:checked')).toHaveLength(0)
  await focusFirst()
  await userEvent.keyboard('2')
  await expect.poll(given).toHaveLength(1)
  expect(text()).not.toContain(OWN)
  await userEvent.click(page.getByRole('button', { name: 'I have rated: open theirs' }))
  expect(text()).not.toContain(OWN)
  await userEvent.click(page.getByRole('button', { name: 'Open theirs', exact: true }))
  await expect.element(page.getByText(OWN)).toBeVisible()
  expect(text()).toContain('3 Leads')
  expect(valueOf(await writes(), 'opened', manager)).toEqual({ how: 'rated first', rated: 1 })
})

it('records who opens without rating first, and says so before', async () => {
  await userEvent.click(page.getByRole('button', { name: 'Open without rating first' }))
  await expect.element(page.getByText(/recorded in the appraisal, and both of you can see it/)).toBeVisible()
  await userEvent.click(page.getByRole('button', { name: 'Go on rating' }))
  expect(valueOf(await writes(), 'opened', manager)).toBeUndefined()
  await userEvent.click(page.getByRole('button', { name: 'Open without rating first' }))
  await userEvent.click(page.getByRole('button', { name: 'Open theirs', exact: true }))
  await expect
    .poll(async () => valueOf(await writes(), 'opened', manager))
    .toEqual({ how: 'chose not to rate first', rated: 0 })
  await expect.element(page.getByText(/You chose not to rate first: 0 skills/)).toBeVisible()
})

it('finds any skill besides those that the role asks', async () => {
  await userEvent.fill(page.getByRole('searchbox', { name: 'Any skill' }), 'bath')
  await expect.element(page.getByRole('radiogroup', { name: 'Bathing' })).toBeInTheDocument()
  await userEvent.keyboard('{ArrowDown}1')
  await expect.poll(given).toEqual(['town-bathing'])
})

it('keeps the words that a rating was given on', async () => {
  await focusFirst()
  await userEvent.keyboard('2')
  await expect
    .poll(async () => (await db.wordings.get('town@1'))?.skills.map(({ name }) => name))
    .toEqual(['Digging'])
})

it('passes axe', async () => {
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } })
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
})

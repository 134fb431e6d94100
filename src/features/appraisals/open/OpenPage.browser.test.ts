import { mount, type VueWrapper } from '@vue/test-utils'
import axe from 'axe-core'
import { createPinia } from 'pinia'
import { page, userEvent } from 'vitest/browser'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Component } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { town } from '../../../../tests/support/town'
import { appraisalsOf } from '../../../database/appraisals'
import { keepCatalogue } from '../../../database/catalogues'
import { WaymarkDatabase } from '../../../database/database'
import { fileRecords } from '../../../database/files'
import { putManagerKey } from '../../../database/managerKey'
import { keepManagerCard } from '../../../database/managerCards'
import { members } from '../../../database/members'
import { changeMe, ME } from '../../../database/people'
import { rate } from '../../../database/ratings'
import type { PackPart } from '../../../domain/appraisal/fileRecord'
import { frameworkRef } from '../../../domain/framework'
import { cardOf } from '../../../interchange/locked/card'
import { makeKey } from '../../../interchange/locked/lock'
import { laptopKey } from '../../../session/laptop'
import { useLibrary } from '../../../session/library'
import { draftOfMine, packKeys } from '../../../session/packs/draftPack'
import { makePack, type PackLock } from '../../../session/packs/makePack'
import PackPage from '../pack/PackPage.vue'
import WhoPage from '../who/WhoPage.vue'
import OpenPage from './OpenPage.vue'

const catalogue = town()
const ON = frameworkRef(catalogue.frameworks[0]!)
const AT = '2026-11-23T09:00:00.000Z'
const PASSPHRASE = 'heron at the weir at noon'

let fern: WaymarkDatabase
let oak: WaymarkDatabase
let wrapper: VueWrapper

beforeEach(async () => {
  ;[fern, oak] = ['fern', 'oak'].map((name) => new WaymarkDatabase(`${name}-${crypto.randomUUID()}`)) as [
    WaymarkDatabase,
    WaymarkDatabase,
  ]
  for (const db of [fern, oak])
    await keepCatalogue(db, { version: 'built-in', text: JSON.stringify(catalogue) })
  await changeMe(fern, { name: 'Fern Sample', role: 'town-gardener', target: 'town-foreman' })
  await changeMe(oak, { name: 'Oak Sample' })
  const evidence = [{ text: 'The weir garden', addedAt: AT }]
  await rate(
    fern,
    'town-digging',
    () => ({ level: 2, at: AT, on: ON, evidence }),
    () => ({ id: 'now', person: ME, title: 'Autumn 2026', startedAt: AT, ratings: {} }),
  )
})
afterEach(async () => {
  wrapper.unmount()
  for (const db of [fern, oak]) await db.delete({ disableAutoOpen: true })
})

async function show(component: Component, db: WaymarkDatabase, at = '/') {
  const pinia = createPinia()
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component }],
  })
  await router.push(at)
  wrapper = mount(component, {
    attachTo: document.body,
    global: { plugins: [pinia, router], provide: { [laptopKey as symbol]: { db, sample: false } } },
  })
  await useLibrary(pinia).open()
}
async function packFile(by: PackLock, name: string, parts: PackPart[] = ['ratings']): Promise<File> {
  const draft = await draftOfMine(fern, await packKeys(fern), { season: '2026', parts })
  return new File([(await makePack(fern, catalogue.frameworks, draft, by, new Date(AT))).bytes], name)
}
async function cardOfOak() {
  const key = { ...(await makeKey()), name: 'Oak Sample', madeAt: AT }
  await putManagerKey(oak, key)
  return cardOf(key)
}
const row = (name: string) => page.getByRole('listitem', { name })
const drop = (...files: File[]) =>
  userEvent.upload(page.getByLabelText('Choose locked files, or drop them here, as many as you like'), files)
async function faults() {
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } })
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

it('opens many files in one drop, each with its state, and writes nothing before it is taken in', async () => {
  const card = await cardOfOak()
  const byCard = await packFile({ card }, 'card.age')
  const cut = new File([(await byCard.bytes()).slice(0, 600)], 'cut.age')
  await show(OpenPage, oak)
  await drop(
    byCard,
    await packFile({ passphrase: PASSPHRASE }, 'words.age', ['targets']),
    cut,
    new File(['{}'], 'other.json'),
  )
  await expect.element(row('card.age').getByText('Opened')).toBeVisible()
  await expect.element(row('words.age').getByText('Needs a passphrase')).toBeVisible()
  await expect.element(row('cut.age').getByText(/cut off or was changed on its way/)).toBeVisible()
  await expect.element(row('other.json').getByText(/not an appraisal pack/)).toBeVisible()
  expect(await faults()).toEqual([])
  expect(await members(oak)).toEqual([])

  await userEvent.selectOptions(row('card.age').getByLabelText('Whose is it?'), 'new')
  await userEvent.click(row('card.age').getByRole('button', { name: 'Take it in' }))
  await expect.element(row('card.age').getByText('Taken in')).toBeVisible()
  await userEvent.fill(page.getByLabelText('Its passphrase'), 'not this one at all')
  await userEvent.click(page.getByRole('button', { name: 'Open', exact: true }))
  await expect.element(page.getByText('That is not the passphrase this file was locked with.')).toBeVisible()
  await userEvent.fill(page.getByLabelText('Its passphrase'), PASSPHRASE)
  await userEvent.click(page.getByRole('button', { name: 'Open', exact: true }))
  // Known by the key that the first file brought.
  await expect.element(row('words.age').getByText(/of your team/)).toBeVisible()
  await userEvent.click(row('words.age').getByRole('button', { name: 'Take it in' }))
  await expect.element(row('words.age').getByText('Taken in')).toBeVisible()
  const [member, ...more] = await members(oak)
  expect(more).toEqual([])
  expect(await fileRecords(oak)).toHaveLength(2)
  const [appraisal] = await appraisalsOf(oak, member!.id)
  expect(new Set(Object.values(appraisal!.writes).map(({ kind }) => kind))).toEqual(
    new Set(['person', 'own', 'target']),
  )
})

it('keeps the person’s own level hidden from a manager who has not rated', async () => {
  const card = await cardOfOak()
  await show(OpenPage, oak)
  await drop(await packFile({ card }, 'card.age'))
  await expect.element(page.getByText(/Hidden until you have rated/)).toBeVisible()
  await expect.element(page.getByText('2 Works unaided')).not.toBeInTheDocument()
})

it('keeps it hidden from them in the copy they make, too', async () => {
  const card = await cardOfOak()
  await show(OpenPage, oak)
  await drop(await packFile({ card }, 'card.age'))
  await userEvent.selectOptions(page.getByLabelText('Whose is it?'), 'new')
  await userEvent.click(page.getByRole('button', { name: 'Take it in' }))
  await expect.element(page.getByText('Taken in')).toBeVisible()
  wrapper.unmount()
  const [member] = await members(oak)
  await show(PackPage, oak, `/?for=${member!.id}`)
  const preview = page.getByRole('region', { name: 'As they will see it' })
  await expect.element(preview.getByText('Fern Sample')).toBeVisible()
  await expect.element(preview.getByRole('heading', { name: /^Own ratings/ })).not.toBeInTheDocument()
  await expect.element(preview.getByText('2 Works unaided')).not.toBeInTheDocument()
})

it('says what to do where the manager’s key is missing', async () => {
  const card = cardOf({ ...(await makeKey()), name: 'Oak Sample', madeAt: AT })
  await show(OpenPage, oak)
  await drop(await packFile({ card }, 'card.age'))
  await expect
    .element(page.getByText(/there is no manager’s key on this laptop.*restore the locked copy/))
    .toBeVisible()
})

it('shows a pack as the manager will see it while its parts are ticked, evidence only on purpose', async () => {
  await keepManagerCard(fern, await cardOfOak())
  await show(PackPage, fern)
  const preview = page.getByRole('region', { name: 'As your manager will see it' })
  await expect.element(preview.getByText('2 Works unaided')).toBeVisible()
  await expect.element(preview.getByText('Foreman')).toBeVisible()
  await expect.element(preview.getByText('The weir garden')).not.toBeInTheDocument()
  await userEvent.click(page.getByLabelText(/^My evidence/))
  await expect.element(preview.getByText('The weir garden')).toBeVisible()
  await userEvent.click(page.getByLabelText(/^My ratings/))
  await expect.element(preview.getByText('2 Works unaided')).not.toBeInTheDocument()
  expect(await faults()).toEqual([])
  expect(await appraisalsOf(fern, ME)).toEqual([])
  await userEvent.click(page.getByRole('button', { name: 'Save the locked file' }))
  await expect.element(page.getByText(/^Saved as appraisal-/)).toBeVisible()
  expect(await fileRecords(fern)).toMatchObject([
    { did: 'made', with: 'Oak Sample', parts: ['evidence', 'targets'], locked: 'card' },
  ])
})

it('tells who can see what from what happened here, and what no summary shows', async () => {
  await packFile({ card: await cardOfOak() }, 'card.age', ['ratings', 'evidence'])
  await show(WhoPage, fern)
  await expect
    .element(page.getByRole('row', { name: /for Oak Sample ratings, evidence to a manager’s card/ }))
    .toBeVisible()
  await expect.element(page.getByText('Nothing was sent.')).toBeVisible()
  await expect.element(page.getByText(/this laptop cannot see/)).toBeVisible()
  await expect.element(page.getByText('pay, grading or bonus')).toBeVisible()
  expect(await faults()).toEqual([])
})

import { enableAutoUnmount, mount, type VueWrapper } from '@vue/test-utils'
import axe from 'axe-core'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { collector, textOf } from '../../../tests/collector'
import { openPeriod, rated, smallCatalogue } from '../../../tests/sharingCase'
import { versionOf } from '../../client/digest'
import { WaymarkDatabase } from '../../database/database'
import { note, setNote } from '../../database/notes'
import { eraseDatabase } from '../../database/open'
import { ME } from '../../database/people'
import { rate } from '../../database/ratings'
import { drain } from '../../outbox/drain'
import { laptopKey } from '../../session/laptop'
import SharingPage from './SharingPage.vue'

const NOW = new Date()
const text = JSON.stringify(smallCatalogue())
const endpoint = collector('oak')

let db: WaymarkDatabase
let page: VueWrapper
enableAutoUnmount(afterEach)
beforeEach(async () => {
  db = new WaymarkDatabase(`sharing ${crypto.randomUUID()}`)
  await db.open()
})
afterEach(() => eraseDatabase(db))

function open({ sample = false } = {}) {
  page = mount(SharingPage, {
    attachTo: document.body,
    global: { plugins: [createPinia()], provide: { [laptopKey as symbol]: { db, sample } } },
  })
}

/** A laptop that has heard of an open period, though the service cannot be reached now. */
async function ready() {
  const version = await versionOf(text)
  await db.catalogues.put({ version, text })
  await setNote(db, 'openPeriod', openPeriod({ catalogue: version, closes: '2999-11-23' }))
  await setNote(db, 'sharingOn', true)
  await setNote(db, 'joinCode', 'oak')
  await give(2)
}

const give = (level: number) =>
  rate(
    db,
    'county-incident',
    () => rated(level),
    () => ({
      id: 'a1',
      person: ME,
      title: 'Autumn 2026',
      startedAt: NOW.toISOString(),
      ratings: {},
    }),
  )
const send = () => drain(db, { send: endpoint.send, now: () => new Date(), chance: () => 0.5 })
const heading = (name: string) => expect.poll(() => page.findAll('h2').map((h2) => h2.text())).toContain(name)
const button = (name: string) => page.findAll('button').find((found) => found.text() === name)

async function press(name: string) {
  await expect.poll(() => button(name)?.exists()).toBe(true)
  await button(name)!.trigger('click')
}

async function choose(label: string, value: string) {
  await expect.poll(() => page.find('select').exists()).toBe(true)
  const id = page
    .findAll('label')
    .find((found) => found.text() === label)
    ?.attributes('for')
  await page.get(`[id="${id}"]`).setValue(value)
}

async function faults() {
  const { violations } = await axe.run(page.element.parentElement!, {
    rules: { 'color-contrast': { enabled: false }, 'page-has-heading-one': { enabled: false } },
  })
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

it('is off until turned on, and asks nothing of the service until then', async () => {
  const fetched = vi.spyOn(globalThis, 'fetch')
  open()
  await heading('Sharing is off')
  expect(fetched).not.toHaveBeenCalled()
  expect(await faults()).toEqual([])
  await press('Turn sharing on')
  await expect.poll(() => note(db, 'sharingOn')).toBe(true)
  await expect.poll(() => fetched.mock.calls.length).toBeGreaterThan(0)
  fetched.mockRestore()
})

it('never sends the made-up county, and says so', () => {
  open({ sample: true })
  expect(page.text()).toContain('Nothing of it is ever sent anywhere')
  expect(page.findAll('button')).toEqual([])
})

it('sends the very bytes that were shown, once Send is pressed, and not before', async () => {
  await ready()
  open()
  await choose('Your unit', 'digital')
  await choose('Your role', 'county-architect')
  await expect.poll(() => page.find('pre').exists()).toBe(true)
  const shown = page.get('pre').element.textContent
  expect(await faults()).toEqual([])
  expect(await db.outbox.count()).toBe(0)
  await press('Send')
  await heading('Waiting to go')
  const [item] = await db.outbox.toArray()
  expect(textOf(item!.submission.body)).toBe(shown)
  expect(page.text()).toContain(`${new TextEncoder().encode(shown).length} bytes`)
  await send()
  await heading('Sent')
  expect(endpoint.counted()).toContain(shown)
  expect(await faults()).toEqual([])
})

it('says when later ratings put it out of date, sends again only when pressed, and withdraws', async () => {
  await ready()
  await setNote(db, 'sharingAs', { unit: 'digital', role: 'county-architect' })
  open()
  await press('Send')
  await heading('Waiting to go')
  await send()
  await heading('Sent')
  await give(3)
  await heading('Out of date')
  expect(await db.outbox.count()).toBe(0)
  await press('Send again')
  await heading('Waiting to go')
  await send()
  await heading('Sent')
  await press('Withdraw')
  await expect.poll(() => page.find('dialog[open]').exists()).toBe(true)
  await page.get('dialog[open] .button-danger').trigger('click')
  await heading('Withdrawal waiting to go')
  await send()
  await heading('Withdrawn')
})

it('says why nothing is sent where the person’s part of the service is too small', async () => {
  await ready()
  await setNote(db, 'sharingAs', { unit: 'networks', role: 'county-operator' })
  open()
  await expect.poll(() => page.text()).toContain('Fewer than 20 people')
  expect(button('Send')).toBeUndefined()
  expect(page.find('pre').exists()).toBe(false)
})

it('says which choices would be counted where these are not, and keeps them in sight', async () => {
  await ready()
  await setNote(db, 'sharingAs', { unit: 'networks', role: 'county-architect' })
  open()
  await expect.poll(() => page.text()).toContain('In Networks it counts roles in Operations')
  expect(page.text()).toContain('Solutions architect: not counted in this unit')
  expect(button('Send')).toBeUndefined()
  await choose('Your role', 'county-operator')
  await expect.poll(() => note(db, 'sharingAs')).toEqual({ unit: 'networks', role: 'county-operator' })
  await expect.poll(() => page.text()).not.toContain('not counted in this unit')
})

it('offline says that it cannot tell whether a period is open', async () => {
  await setNote(db, 'sharingOn', true)
  open()
  await heading('Cannot tell whether a period is open')
  expect(page.text()).not.toContain('No period is open')
})

it('says that a join code taken from a link is kept', async () => {
  await setNote(db, 'joinCode', 'oak')
  open()
  await heading('Sharing is off')
  expect(page.text()).toContain('Join code kept')
})

it('says of a period that closed what becomes of what was sent, and makes few replies no lost ones', async () => {
  const version = await versionOf(text)
  await db.catalogues.put({ version, text })
  const few = { catalogue: version, replies: 0 }
  await setNote(db, 'openPeriod', openPeriod({ ...few, closes: '2999-11-23' }))
  await setNote(db, 'sharingOn', true)
  const keys = (await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ])) as CryptoKeyPair
  const sentAt = '2026-11-02T09:00:00Z'
  await db.periods.add({ period: '2026-H2', keys, sequence: 1, body: '{}', sentAt, state: 'sent' })
  open()
  await expect.poll(() => page.text()).toContain('told once there are ten')
  expect(page.text()).not.toContain('the period has closed')
  await setNote(db, 'openPeriod', openPeriod({ ...few, closes: '2020-11-23' }))
  await heading('This period has closed')
  expect(page.text()).toContain('deleted from the server once the release is made')
  expect(page.text()).toContain('Sent; the period has closed')
})

it('asks for the join code before anything can be sent', async () => {
  await ready()
  await setNote(db, 'joinCode', undefined)
  await setNote(db, 'sharingAs', { unit: 'digital', role: 'county-architect' })
  open()
  await heading('First, the join code')
  expect(button('Send')).toBeUndefined()
  await page.get('input').setValue('   ')
  await page.get('form').trigger('submit')
  expect(page.text()).toContain('Type the code as HR gave it')
  await page.get('input').setValue(' oak ')
  await page.get('form').trigger('submit')
  await expect.poll(() => note(db, 'joinCode')).toBe('oak')
  await expect.poll(() => button('Send')?.exists()).toBe(true)
})

it('does not send from a restored laptop, and says why', async () => {
  await ready()
  await setNote(db, 'sharingAs', { unit: 'digital', role: 'county-architect' })
  await db.periods.add({ period: '2026-H2', sequence: 1, body: '{}', state: 'sent' })
  open()
  await heading('This laptop cannot send in this period')
  expect(page.text()).toContain('restored from a copy')
  expect(button('Send')).toBeUndefined()
  expect(button('Withdraw')).toBeUndefined()
})

it('turned off while one waits, withdraws it', async () => {
  await ready()
  await setNote(db, 'sharingAs', { unit: 'digital', role: 'county-architect' })
  open()
  await press('Send')
  await heading('Waiting to go')
  await press('Turn sharing off')
  await expect.poll(() => page.find('dialog[open]').exists()).toBe(true)
  await page.get('dialog[open] .button-primary').trigger('click')
  await heading('Sharing is off')
  expect(await db.outbox.count()).toBe(0)
})

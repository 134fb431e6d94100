import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import axe from 'axe-core'
import Dexie from 'dexie'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import v1Text from '../../../tests/fixtures/backup/v1.json?raw'
import { makeBackup } from '../../database/backup'
import { keepCatalogue } from '../../database/catalogues'
import { WaymarkDatabase } from '../../database/database'
import { changeDraft, startDraft } from '../../database/drafts'
import { fileRecords } from '../../database/files'
import { putManagerKey } from '../../database/managerKey'
import { note } from '../../database/notes'
import { changeMe, me } from '../../database/people'
import type { Backup } from '../../contract/backup'
import type { Catalogue } from '../../domain/catalogue'
import { lock, makeKey } from '../../interchange/locked/lock'
import { laptopKey } from '../../session/laptop'
import { useLibrary } from '../../session/library'
import { eraseLaptop } from '../../session/eraseLaptop'
import SettingsPage from './SettingsPage.vue'

const v1 = JSON.parse(v1Text) as Backup
let db: WaymarkDatabase
let page: VueWrapper

beforeEach(async () => {
  db = new WaymarkDatabase(`settings-${crypto.randomUUID()}`)
  await keepCatalogue(db, v1.catalogues[0]!)
})
afterEach(async () => {
  localStorage.clear()
  delete document.documentElement.dataset.theme
  await db.delete({ disableAutoOpen: true })
})
// Registered last, so that it is done first: a page outlives no database.
enableAutoUnmount(afterEach)

async function open(sample = false): Promise<void> {
  const pinia = createPinia()
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: { render: () => null } }],
  })
  page = mount(SettingsPage, {
    attachTo: document.body,
    global: { plugins: [pinia, router], provide: { [laptopKey as symbol]: { db, sample } } },
  })
  await useLibrary(pinia).open()
  await expect.poll(() => page.text()).toContain('Keeper')
}

function button(name: string) {
  const found = page.findAll('button').find((candidate) => candidate.text() === name)
  if (found === undefined) throw new Error(`No button is called ${name}`)
  return found
}

async function choose(content: string | Uint8Array<ArrayBuffer>, name = 'copy.json'): Promise<void> {
  const input = page.get<HTMLInputElement>('input[type=file]')
  const files = new DataTransfer()
  files.items.add(new File([content], name, { type: 'application/json' }))
  input.element.files = files.files
  await input.trigger('change')
}

describe('restoring on the Settings page', () => {
  it('writes nothing until the person has seen what the copy brings, and then all of it', async () => {
    await open()
    await choose(v1Text)
    await expect.poll(() => page.find('dialog[open]').exists()).toBe(true)
    expect(page.get('dialog').text()).toContain(
      '2 assessments that were not here: Spring 2026 and Autumn 2026',
    )
    expect(page.get('dialog').text()).toContain('Your role, not said here: Keeper')
    expect(page.get('dialog').text()).toContain('Your target, not said here: Warden')
    expect(await db.assessments.count()).toBe(0)
    await button('Merge it in').trigger('click')
    await expect.poll(() => page.text()).toContain('is merged in')
    expect(await db.assessments.count()).toBe(2)
    expect(await me(db)).toMatchObject({ role: 'county-keeper', target: 'county-warden' })
  })

  it('says of a draft of the catalogue, before and after, that it comes and where it is kept', async () => {
    const at = '2026-11-20T16:30:00.000Z'
    const catalogue = JSON.parse(v1.catalogues[0]!.text) as Catalogue
    await startDraft(db, { id: 'd', basedOn: v1.catalogues[0]!.version, catalogue }, at)
    const copy = JSON.stringify(await makeBackup(db, new Date(at)))
    await changeDraft(db, 'd', 'Rename', (mine) => ({ ...mine, title: 'Mine' }), at)
    await open()
    const kept = /1 draft of the catalogue, kept beside what is drafted here as “From the copy of 20 November/
    await choose(copy)
    await expect.poll(() => page.find('dialog[open]').exists()).toBe(true)
    expect(page.get('dialog').text()).toMatch(kept)
    expect(await db.drafts.count()).toBe(1)
    await button('Merge it in').trigger('click')
    await expect.poll(() => page.text()).toContain('is merged in')
    expect(page.get('[role=status].notice').text()).toMatch(kept)
    expect(await db.drafts.count()).toBe(2)
  })

  it('shows both answers where the copy and the laptop differ, and keeps both', async () => {
    const at = '2026-11-21T08:00:00.000Z'
    const autumn = v1.assessments[1]!
    await db.assessments.put({
      ...autumn,
      ratings: { 'county-sluices': { level: 1, at, on: 'county@2026.1' } },
    })
    await open()
    await choose(v1Text)
    await expect.poll(() => page.find('dialog table').exists()).toBe(true)
    const row = page.get('dialog tbody tr').text()
    expect(row).toContain('Sluices')
    expect(row).toContain('1 · Aware, 21 November 2026')
    expect(row).toContain('2 · Works unaided, 2 November 2026')
    await button('Merge it in').trigger('click')
    await expect.poll(() => page.get('details').text()).toContain('2 · Works unaided')
  })

  it.each([
    ['{"waymark":"backup","v":9}', 'copy.json was made by a newer Waymark'],
    [v1Text.slice(0, 900), 'copy.json is cut off or damaged'],
    [v1Text.replace('"me"', '"m e"'), 'copy.json cannot be restored. What is wrong is at people.0.id'],
    [v1Text.replace('Waterways', 'Waterwayz'), 'copy.json was changed or damaged'],
    [v1Text.replace('"settings":{', '"settings":{"__proto__":{},'), 'forbidden name, at settings.__proto__'],
  ])('refuses a hostile or broken file in a sentence and writes nothing', async (content, sentence) => {
    await open()
    const before = await Promise.all(db.tables.map((table) => table.toArray()))
    await choose(content)
    await expect.poll(() => page.find('[role=alert]').exists()).toBe(true)
    expect(page.get('[role=alert]').text()).toContain(sentence)
    expect(page.find('dialog[open]').exists()).toBe(false)
    expect(await Promise.all(db.tables.map((table) => table.toArray()))).toEqual(before)
  })
})

it('makes a copy, and remembers when', async () => {
  await open()
  expect(page.text()).toContain('No copy made yet')
  await button('Make a copy').trigger('click')
  await expect.poll(() => page.text()).toContain('Last copy made')
})

it('keeps what is said: the role held, a name, where one works, light or dark', async () => {
  await open()
  await page.get('select').setValue('county-warden')
  await page.get('input[type=text]').setValue('  Ash  ')
  await page.get('input[type=text]').trigger('change')
  await page.findAll('input[type=checkbox]')[1]!.setValue(true)
  await page.findAll('input[type=radio]')[2]!.setValue(true)
  await expect.poll(() => me(db)).toEqual({ id: 'me', role: 'county-warden', name: 'Ash' })
  await expect.poll(() => note(db, 'places')).toEqual(['manager'])
  expect(document.documentElement.dataset.theme).toBe('dark')
})

describe('a copy locked with a passphrase', () => {
  const TICK = '[aria-label="Copies (backup)"] input[type=checkbox]'

  it('is offered with six words, which stay to be written down once it is made', async () => {
    await open()
    await page.get(TICK).setValue(true)
    const words = page.get('[aria-label="The passphrase"]').text()
    expect(words).toMatch(/^[a-z]+(-[a-z]+){5}$/)
    await button('Make a copy').trigger('click')
    await expect.poll(() => page.find('progress').exists()).toBe(true)
    await expect.poll(() => page.text()).toContain('without it, nobody opens this copy')
    expect(page.text()).toMatch(/waymark-backup-\d{4}-\d\d-\d\d\.age/)
    expect(page.get('[aria-label="The passphrase"]').text()).toBe(words)
  })

  it('is not made with a passphrase that is short, nor once it is stopped', async () => {
    await open()
    await page.get(TICK).setValue(true)
    await page.get('input[value=own]').setValue()
    await page.get('input[type=password]').setValue('too short')
    await button('Make a copy').trigger('click')
    expect(page.get('[role=alert]').text()).toContain('Too short')
    await page.get('input[type=password]').setValue('the heron eats at noon')
    await button('Make a copy').trigger('click')
    await expect.poll(() => page.find('progress').exists()).toBe(true)
    await button('Stop').trigger('click')
    await expect.poll(() => page.find('progress').exists()).toBe(false)
    expect(page.text()).toContain('No copy made yet')
  })

  it('is restored once its passphrase is given, after one that is wrong, as any other copy', async () => {
    const bytes = await lock(v1Text, { passphrase: 'the heron eats at noon' })
    await open()
    await choose(bytes, 'copy.age')
    await expect.poll(() => page.text()).toContain('copy.age is locked')
    for (const [passphrase, then] of [
      ['the heron eats at moon', 'not the passphrase this file was locked with'],
      ['the heron eats at noon', '2 assessments that were not here'],
    ] as const) {
      await page.get('input[type=password]').setValue(passphrase)
      await button('Open it').trigger('click')
      await expect.poll(() => page.text()).toContain(then)
    }
    await button('Merge it in').trigger('click')
    await expect.poll(() => page.text()).toContain('is merged in')
    expect(await db.assessments.count()).toBe(2)
    expect(await fileRecords(db)).toMatchObject([{ did: 'opened', name: 'copy.age', locked: 'passphrase' }])
  })

  it('is what a manager is offered first, because only it has their key', async () => {
    await putManagerKey(db, { ...(await makeKey()), name: 'Ash', madeAt: '2026-11-23T09:00:00.000Z' })
    await open()
    await expect.poll(() => page.get<HTMLInputElement>(TICK).element.checked).toBe(true)
    await page.get(TICK).setValue(false)
    expect(page.text()).toContain('this one will not open packs')
  })
})

describe('erasing', () => {
  it('offers a copy and a withdrawal first, and asks twice', async () => {
    const { publicKey, privateKey } = await crypto.subtle.generateKey(
      { name: 'ECDSA', namedCurve: 'P-256' },
      false,
      ['sign', 'verify'],
    )
    await db.periods.put({
      period: '2026-H2',
      keys: { publicKey, privateKey },
      sequence: 1,
      body: '{}',
      state: 'sent',
    })
    await open()
    await button('Erase…').trigger('click')
    await expect.poll(() => page.find('dialog[open]').exists()).toBe(true)
    const first = page.get('dialog[open]').text()
    expect(first).toContain('Make a copy first')
    expect(first).toContain('2026-H2')
    expect(page.get('dialog[open] a').attributes('href')).toBe('/sharing')
    await button('Go on to erase').trigger('click')
    expect(page.get('dialog[open]').text()).toContain('for good')
    expect(button('Erase everything').exists()).toBe(true)
    expect(await db.periods.count()).toBe(1)
  })

  it('takes the data, the sample county and the settings, and nothing of anybody else’s', async () => {
    const sample = new WaymarkDatabase('waymark-sample')
    await sample.open()
    sample.close()
    localStorage.setItem('waymark-theme', 'dark')
    localStorage.setItem('other-app', 'kept')
    await changeMe(db, { name: 'Ash' })
    await eraseLaptop(db, localStorage, sessionStorage)
    expect(await Dexie.exists(db.name)).toBe(false)
    expect(await Dexie.exists('waymark-sample')).toBe(false)
    expect(Object.keys(localStorage)).toEqual(['other-app'])
  })
})

it('has a way into the sample county, though a role is held, and says that one’s own data stays', async () => {
  await changeMe(db, { role: 'county-keeper' })
  await open()
  expect(button('Look around the sample county').attributes('disabled')).toBeUndefined()
  expect(page.text()).toContain('Your own data stays as it is')
  page.unmount()
  await open(true)
  expect(() => button('Look around the sample county')).toThrow()
})

it('has nothing to copy, restore or erase in the sample county', async () => {
  await open(true)
  expect(page.find('input[type=file]').exists()).toBe(false)
  expect(page.text()).toContain('leaving it removes it')
})

it('has no fault that axe can find', async () => {
  await open()
  await choose('rubbish')
  await flushPromises()
  const { violations } = await axe.run(page.element.parentElement!, { rules: { region: { enabled: false } } })
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
})

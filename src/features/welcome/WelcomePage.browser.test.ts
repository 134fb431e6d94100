import { enableAutoUnmount, mount, type VueWrapper } from '@vue/test-utils'
import axe from 'axe-core'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import v1 from '../../../tests/fixtures/backup/v1.json'
import type { Backup } from '../../contract/backup'
import { keepCatalogue } from '../../database/catalogues'
import { WaymarkDatabase } from '../../database/database'
import { setNote } from '../../database/notes'
import { changeMe } from '../../database/people'
import { restore } from '../../database/restore'
import { laptopKey } from '../../session/laptop'
import { useLibrary } from '../../session/library'
import WelcomePage from './WelcomePage.vue'

const copy = v1 as unknown as Backup
let db: WaymarkDatabase
let page: VueWrapper

beforeEach(async () => {
  db = new WaymarkDatabase(`welcome-${crypto.randomUUID()}`)
  await keepCatalogue(db, copy.catalogues[0]!)
})
afterEach(() => db.delete({ disableAutoOpen: true }))
// Registered last, so that it is done first: a page outlives no database.
enableAutoUnmount(afterEach)

async function open(sample = false): Promise<void> {
  const pinia = createPinia()
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: { render: () => null } }],
  })
  page = mount(WelcomePage, {
    attachTo: document.body,
    global: { plugins: [pinia, router], provide: { [laptopKey as symbol]: { db, sample } } },
  })
  await useLibrary(pinia).open()
  await expect.poll(() => page.find('h1').exists()).toBe(true)
}

async function faults() {
  const { violations } = await axe.run(page.element.parentElement!, { rules: { region: { enabled: false } } })
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
}
const section = (words: string) => page.findAll('section').find((one) => one.text().includes(words))

describe('the first visit', () => {
  it('offers two ways in, says what stays private, and what each kind of person does first', async () => {
    await open()
    expect(page.get('.button-primary').attributes('href')).toBe('/skills')
    await expect
      .poll(
        () => page.findAll('button').find((one) => one.text().includes('sample county'))?.element.disabled,
      )
      .toBe(false)
    expect(page.text()).toContain('a made-up service of 24 staff')
    expect(page.text()).toContain('nothing leaves this laptop unless you send it')
    expect(page.findAll('h3').map((one) => one.text())).toEqual([
      'You work in ICT',
      'You manage people',
      'You work in HR or the steering group',
    ])
    expect(await faults()).toEqual([])
  })

  it('gives way to where one stands as soon as a role is said, in whatever tab', async () => {
    await open()
    const otherTab = new WaymarkDatabase(db.name)
    await changeMe(otherTab, { role: 'county-keeper' })
    otherTab.close()
    await expect.poll(() => page.find('h1').text()).toBe('Where you stand')
  })
})

describe('a later visit', () => {
  it('shows the role with what is rated, the target with what it takes, and the last copy', async () => {
    await restore(db, copy)
    await setNote(db, 'lastBackupAt', '2026-11-20T16:30:00.000Z')
    await open()
    await expect.poll(() => section('The role you hold')?.text()).toContain('1 of 1 skills rated')
    const target = section('The role you aim for')!.text()
    expect(target).toContain('Warden')
    expect(target).toContain('0 % ready')
    expect(target).toContain('none yet of any level')
    await expect.poll(() => section('Your last copy')?.text()).toContain('20 November 2026')
    expect(await faults()).toEqual([])
  })

  it('says what to do next where there is no role, target or copy', async () => {
    await db.assessments.put(copy.assessments[0]!)
    await open()
    await expect.poll(() => section('The role you hold')?.text()).toContain('1 skill rated')
    expect(section('The role you aim for')!.text()).toContain('Choose it in My pathway')
    await expect.poll(() => section('Your last copy')?.text()).toContain('None yet')
  })

  it('says when the folder of the last copy cannot be written to', async () => {
    await changeMe(db, { role: 'county-keeper' })
    await setNote(db, 'backupTrouble', 'permission')
    await open()
    await expect.poll(() => section('Your last copy')?.text()).toContain('cannot be written to any more')
  })

  it('asks for no copy of the made-up county', async () => {
    await changeMe(db, { role: 'county-keeper' })
    await open(true)
    await expect.poll(() => section('The role you hold')?.exists()).toBe(true)
    expect(section('Your last copy')).toBeUndefined()
  })
})

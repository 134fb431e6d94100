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
import { changeMe, ME } from '../../database/people'
import { restore } from '../../database/restore'
import { addDays } from '../../domain/day'
import type { Action } from '../../domain/plan/action'
import { dayInWords } from '../../parts/dayInWords'
import { today } from '../../session/today'
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
const action = (what: string, inDays: number, doneAt?: string): Action => ({
  id: what,
  person: ME,
  skill: 'county-locks',
  to: 2,
  way: 'on the job',
  what,
  due: addDays(today(), inDays),
  createdAt: '2026-01-01T09:00:00.000Z',
  ...(doneAt !== undefined && { doneAt }),
})
/** The lines of the plan's card: what, and when. */
const planned = () =>
  section('Your plan')
    ?.findAll('li')
    .map((line) => line.findAll('span').map((part) => part.text()))
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

describe('what the plan has due', () => {
  beforeEach(() => changeMe(db, { role: 'county-keeper' }))

  it('says first what is overdue, the longest first, then what is due within two weeks, today included', async () => {
    await db.actions.bulkPut([
      action('Later', 15),
      action('In a fortnight', 14),
      action('Today', 0),
      action('Yesterday', -1),
      action('Long ago', -40),
      action('Done long ago', -60, '2026-01-02T09:00:00.000Z'),
    ])
    await open()
    await expect.poll(() => section('Your plan')?.get('h2').text()).toBe('2 overdue')
    expect(planned()).toEqual([
      ['Long ago', `was due ${dayInWords(addDays(today(), -40))}`],
      ['Yesterday', `was due ${dayInWords(addDays(today(), -1))}`],
      ['Today', `due ${dayInWords(today())}`],
      ['In a fortnight', `due ${dayInWords(addDays(today(), 14))}`],
    ])
    expect(await faults()).toEqual([])
  })

  it('says what is due soon where nothing is overdue, and else the next day', async () => {
    await db.actions.put(action('Soon', 3))
    await open()
    await expect.poll(() => section('Your plan')?.get('h2').text()).toBe('1 due soon')
    await db.actions.put(action('Soon', 30))
    await expect
      .poll(() => section('Your plan')?.get('h2').text())
      .toBe(`Next on ${dayInWords(addDays(today(), 30))}`)
    await db.actions.clear()
    await expect.poll(() => section('Your plan')?.get('h2').text()).toBe('Nothing due')
  })
})

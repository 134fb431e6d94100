import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import axe from 'axe-core'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Component } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { asFirstVersion, keepTownReleases, townRelease } from '../../../tests/support/townReleases'
import { WaymarkDatabase } from '../../database/database'
import { setNote, type KeptReleases } from '../../database/notes'
import { eraseDatabase } from '../../database/open'
import { progressEntries } from '../../database/progress'
import { laptopKey } from '../../session/laptop'
import ProgressPage from './progress/ProgressPage.vue'
import QuestionPage from './question/QuestionPage.vue'
import ReportPage from './report/ReportPage.vue'
import WorkforcePage from './WorkforcePage.vue'

let db: WaymarkDatabase
beforeEach(async () => {
  db = new WaymarkDatabase(`workforce pages ${crypto.randomUUID()}`)
  await db.open()
})
afterEach(async () => {
  vi.restoreAllMocks()
  document.body.replaceChildren()
  await eraseDatabase(db)
})
enableAutoUnmount(afterEach)

async function open(component: Component, address: string) {
  const routes = [{ path: '/:rest(.*)*', component: { render: () => null } }]
  const router = createRouter({ history: createMemoryHistory(), routes })
  await router.push(address)
  const global = {
    plugins: [createPinia(), router],
    provide: { [laptopKey as symbol]: { db, sample: false } },
  }
  const main = document.body.appendChild(document.createElement('main'))
  const page = mount(component, { attachTo: main, global })
  await flushPromises()
  return { page, router }
}
type Page = Awaited<ReturnType<typeof open>>['page']

const says = (page: Page, words: string | RegExp) => expect.poll(() => page.text()).toMatch(words)
const OF = 'Self-assessed; 130 of 240 replied.'

describe('a release, from what is kept on this laptop and with no network', () => {
  beforeEach(() => keepTownReleases(db))

  it('opens on where the service stands: the strategy, shortages, what changed, replies against headcount', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch')
    const { page } = await open(WorkforcePage, '/workforce')
    await says(page, 'Where the strategy stands')
    expect(page.text()).toContain('of 240 posts (54 %), to the nearest ten')
    expect(page.text()).toContain('What changed since 2025-H2')
    expect(page.text()).toMatch(/Digging\s*46 % ± 5\s*23 % ± 4\s*down 23 points, ± 6\s*better/)
    expect(page.text()).toContain(OF)
    // How one would sign in is asked, and nothing waits for the answer.
    expect(fetched.mock.calls.map(([address]) => String(address))).toEqual([
      expect.stringMatching(/api\/v1\/sign-in$/),
    ])
    expect((await axe.run('main')).violations).toEqual([])
  })

  it.each([
    ['strand', 'How many the strand needs'],
    ['structure', 'What the new structure lacks'],
    ['training', 'largest gaps takes'],
    ['skill', 'Ten largest gaps'],
    ['group', 'Gaps by skill group'],
    ['family', 'Parks: skill groups'],
    ['cell', 'Groups of staff in this release'],
  ])('shows by %s what the address asks for, and of how many it is', async (by, words) => {
    const { page } = await open(WorkforcePage, `/workforce?by=${by}`)
    await says(page, words)
    expect(page.text()).toMatch(/Self-assessed; (?:130 of 240|\d+ ± \d+) replied/)
    for (const canvas of page.findAll('canvas')) expect(canvas.attributes('aria-label')).toContain('table')
  })

  it('compares with a release that was kept here before one told only short, able and the replies', async () => {
    const [now, then] = [townRelease('2026-H2', 30), asFirstVersion(townRelease('2025-H2', 60))]
    await setNote(db, 'keptReleases', {
      releases: [
        { release: now, closed: '2026-09-30' },
        { release: then as unknown as typeof now, closed: '2025-09-29' },
      ],
      headcounts: { '2026-H2': 240, '2025-H2': 240 },
      readAt: '2026-10-01T09:00:00.000Z',
    } satisfies KeptReleases)
    const { page } = await open(WorkforcePage, '/workforce')
    await says(page, 'What changed since 2025-H2')
    expect(page.text()).toMatch(/Digging\s*46 % ± 5\s*23 % ± 4\s*down 23 points, ± 6\s*better/)
    const before = await open(WorkforcePage, '/workforce?period=2025-H2')
    await says(before.page, 'Where the strategy stands')
    expect(before.page.text()).toContain('There is no release before this one to compare it with.')
  })

  it('says of a unit that is told whole, and writes the choice into the address', async () => {
    const { page, router } = await open(WorkforcePage, '/workforce?by=family')
    await says(page, 'Parks: skill groups')
    await page.find('select').setValue('town-pools')
    await says(page, 'Pools: skill groups')
    expect(router.currentRoute.value.query).toMatchObject({ by: 'family', of: 'town-pools' })
  })
})

describe('the steering group’s report', () => {
  it('is four pages, each saying of how many it is', async () => {
    await keepTownReleases(db)
    const { page } = await open(ReportPage, '/workforce/report')
    await says(page, 'Where we stand')
    const sheets = page.findAll('section[aria-label^="Page "]')
    expect(sheets.map((sheet) => sheet.find('h2').text())).toEqual([
      'Where we stand',
      'What changed',
      'The 1 largest gap',
      'What is planned',
    ])
    for (const sheet of sheets.slice(0, 3)) expect(sheet.text()).toContain(OF)
    expect(sheets[3]!.text()).toContain('1 have no action yet: Digging')
  })

  it('says how to come by a release where none is here', async () => {
    const { page } = await open(ReportPage, '/workforce/report')
    await says(page, 'No release is on this laptop')
  })
})

describe('one figure on a page', () => {
  it('is what the address asks, with definition, margin and method', async () => {
    await keepTownReleases(db)
    const { page } = await open(
      QuestionPage,
      '/workforce/question?skill=town-digging&band=able&of=town-green',
    )
    await says(page, 'How many in the whole organisation are able at the level the service needs: Digging?')
    expect(page.text()).toContain('The strand “Green” needs 2 people able')
    expect(page.text()).toContain(OF)
    for (const words of ['What is counted', 'How sure it is', 'How it was made']) {
      expect(page.text()).toContain(words)
    }
  })
})

it('says that what a release does not tell is not told, where an older address asks it', async () => {
  await keepTownReleases(db)
  const { page } = await open(QuestionPage, '/workforce/question?skill=town-digging&band=meets')
  await says(page, 'A release tells how many are short of a skill and how many are able, and no more.')
  expect(page.find('article').exists()).toBe(false)
  await page
    .findAll('select')
    .find((select) => select.text().includes('are able'))!
    .setValue('able')
  await says(page, 'How many in the whole organisation are able')
})

describe('a gap turned into an action', () => {
  beforeEach(() => keepTownReleases(db))

  async function planned() {
    const opened = await open(ProgressPage, '/workforce/progress?plan=town-digging&period=2026-H2')
    await says(opened.page, 'An action on Digging')
    const field = (label: string) => {
      const id = opened.page
        .findAll('label')
        .find((one) => one.text().startsWith(label))!
        .attributes('for')
      return opened.page.find(`[id="${id}"]`)
    }
    await field('What will be done').setValue('A course in digging')
    await field('Owner').setValue('Head of parks')
    await field('By').setValue('2027-03-31')
    return { ...opened, field }
  }

  it('keeps its figure, owner, day, cost and status on this laptop, and can be taken back', async () => {
    const { page, field } = await planned()
    await field('Cost').setValue('£1,200')
    await page.find('form').trigger('submit')
    await says(page, 'Kept on this laptop.')
    expect(await progressEntries(db)).toMatchObject([
      {
        ...{ kind: 'action', about: { skill: 'town-digging', name: 'Digging' }, owner: 'Head of parks' },
        ...{ due: '2027-03-31', cost: 1200, status: 'planned' },
        from: { period: '2026-H2', figure: '30 ± 5 short of what their role asks' },
      },
    ])
    await says(page, '£1,200')
    await page.find('select[aria-label="Status of A course in digging"]').setValue('done')
    await expect.poll(async () => (await progressEntries(db))[0]).toMatchObject({ status: 'done' })
    const undo = () => page.findAll('button').find((button) => button.text().startsWith('Undo'))!
    await undo().trigger('click')
    await expect.poll(async () => (await progressEntries(db))[0]).toMatchObject({ status: 'planned' })
    await undo().trigger('click')
    await expect.poll(() => progressEntries(db)).toEqual([])
  })

  it('refuses a cost that is no number of pounds, naming it, and keeps what was typed', async () => {
    const { page, field } = await planned()
    await field('Cost').setValue('a lot')
    await page.find('form').trigger('submit')
    expect(page.text()).toContain('A cost is whole pounds, up to 1,000,000,000: “a lot” is not.')
    expect(await progressEntries(db)).toEqual([])
    expect((field('Owner').element as HTMLInputElement).value).toBe('Head of parks')
  })
})

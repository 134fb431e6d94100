import { mount, type VueWrapper } from '@vue/test-utils'
import axe from 'axe-core'
import { createPinia } from 'pinia'
import { page, userEvent } from 'vitest/browser'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { town } from '../../../../tests/support/town'
import { sayIn } from '../../../database/appraisals'
import { keepCatalogue } from '../../../database/catalogues'
import { WaymarkDatabase } from '../../../database/database'
import { members } from '../../../database/members'
import { ME } from '../../../database/people'
import { keepWordings } from '../../../database/wordings'
import { wordingOf } from '../../../domain/appraisal/wording'
import { laptopKey } from '../../../session/laptop'
import { useLibrary } from '../../../session/library'
import PersonPage from './PersonPage.vue'

const AT = '2026-11-20T09:00:00.000Z'
/** An edition that no catalogue here has any more: its levels had other names, and its skills other words. */
const now = town().frameworks[0]!
const earlier = wordingOf(
  {
    ...now,
    version: '0',
    scale: { levels: [{ ordinal: 1, label: 'Helps' }] },
    skills: now.skills.map((skill) => ({
      ...skill,
      name: `${skill.name} as it was`,
      descriptors: [{ level: 1, statements: ['Holds the spade'] }],
    })),
  },
  new Set(['town-digging']),
)

let db: WaymarkDatabase
let wrapper: VueWrapper

beforeEach(async () => {
  db = new WaymarkDatabase(`person-${crypto.randomUUID()}`)
  await keepCatalogue(db, { version: 'built-in', text: JSON.stringify(town()) })
  await db.people.put({ id: ME, name: 'Oak' })
  await db.members.put({ id: 'alder', name: 'Alder', role: 'town-gardener', addedAt: AT })
  await keepWordings(db, [earlier])
  const agreed = (on: string) => ({ kind: 'agreed', key: 'town-digging', value: { level: 1, on } }) as const
  await sayIn(db, 'alder', '2024', AT, agreed('town@0'))
  await sayIn(db, 'alder', '2026', AT, agreed('town@1'))
  const pinia = createPinia()
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: PersonPage }],
  })
  await router.push('/appraisals/alder')
  wrapper = mount(PersonPage, {
    props: { member: 'alder' },
    attachTo: document.body,
    global: { plugins: [pinia, router], provide: { [laptopKey as symbol]: { db, sample: false } } },
  })
  await useLibrary(pinia).open()
  await expect.element(page.getByRole('article', { name: 'Appraisal of Alder, 2026' })).toBeVisible()
})
afterEach(async () => {
  wrapper.unmount()
  await db.delete({ disableAutoOpen: true })
})

it('opens on the latest season, in today’s words', async () => {
  await expect.element(page.getByRole('rowheader', { name: 'Digging', exact: true })).toBeVisible()
  await expect.element(page.getByRole('cell', { name: '1 Aware' })).toBeVisible()
})

it('keeps an earlier one readable in the words it was made on, though no catalogue has them', async () => {
  await userEvent.click(page.getByRole('link', { name: '2024', exact: true }))
  await expect.element(page.getByRole('article', { name: 'Appraisal of Alder, 2024' })).toBeVisible()
  await expect.element(page.getByRole('rowheader', { name: 'Digging as it was' })).toBeVisible()
  await expect.element(page.getByRole('cell', { name: '1 Helps' })).toBeVisible()
  await expect.element(page.getByText(/Holds the spade/)).toBeVisible()
})

it('says who they are in the team, and erases everything of theirs only when asked twice', async () => {
  await userEvent.click(page.getByRole('checkbox', { name: 'Away from work' }))
  await expect.poll(async () => (await members(db))[0]?.away).toEqual({})
  await userEvent.click(page.getByRole('button', { name: 'Take out and erase…' }))
  expect(await members(db)).toHaveLength(1)
  await userEvent.click(page.getByRole('button', { name: 'Erase everything of theirs here' }))
  await expect.poll(() => db.members.count()).toBe(0)
  expect(await db.appraisals.count()).toBe(0)
})

it('passes axe', async () => {
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } })
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
})

import { mount, type VueWrapper } from '@vue/test-utils'
import axe from 'axe-core'
import { createPinia } from 'pinia'
import { page, userEvent } from 'vitest/browser'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { town } from '../../../../tests/support/town'
import { appraisalsOf, mergeInto, sayIn } from '../../../database/appraisals'
import { keepCatalogue } from '../../../database/catalogues'
import { WaymarkDatabase } from '../../../database/database'
import { appraisalKey } from '../../../database/laptopKeys'
import { sayAll } from '../../../domain/appraisal/say'
import { valueOf } from '../../../domain/appraisal/standing'
import { laptopKey } from '../../../session/laptop'
import { useLibrary } from '../../../session/library'
import { today } from '../../../session/today'
import RateSkillPage from './RateSkillPage.vue'

const SEASON = today().slice(0, 4)
const AT = '2026-11-20T09:00:00.000Z'

let db: WaymarkDatabase
let wrapper: VueWrapper
let manager: string

beforeEach(async () => {
  db = new WaymarkDatabase(`by-skill-${crypto.randomUUID()}`)
  await keepCatalogue(db, { version: 'built-in', text: JSON.stringify(town()) })
  for (const name of ['Alder', 'Bay'])
    await db.members.put({ id: name.toLowerCase(), name, role: 'town-gardener', addedAt: AT })
  await db.members.put({ id: 'cedar', name: 'Cedar', addedAt: AT })
  manager = await appraisalKey(db)
  const own = { kind: 'own', key: 'town-digging', value: { level: 3, at: AT, on: 'town@1' } } as const
  await mergeInto(db, 'alder', SEASON, sayAll({}, { laptop: 'alders', at: AT }, [own]))
  const opened = { how: 'rated first', rated: 1 } as const
  await sayIn(db, 'alder', SEASON, AT, { kind: 'opened', key: manager, value: opened })
  const pinia = createPinia()
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: RateSkillPage }],
  })
  wrapper = mount(RateSkillPage, {
    attachTo: document.body,
    global: { plugins: [pinia, router], provide: { [laptopKey as symbol]: { db, sample: false } } },
  })
  await useLibrary(pinia).open()
  await expect.element(page.getByRole('radiogroup', { name: 'Alder' })).toBeInTheDocument()
})
afterEach(async () => {
  wrapper.unmount()
  await db.delete({ disableAutoOpen: true })
})

const givenTo = async (person: string, skill: string) =>
  valueOf((await appraisalsOf(db, person))[0]?.writes ?? {}, 'given', `${manager}/${skill}`)?.level

it('rates one skill for everybody whose role asks it, one key each', async () => {
  ;(page.getByRole('radio', { name: 'Alder: none yet' }).element() as HTMLElement).focus()
  await userEvent.keyboard('3{ArrowDown}1')
  await expect.poll(() => givenTo('alder', 'town-digging')).toBe(3)
  await expect.poll(() => givenTo('bay', 'town-digging')).toBe(1)
  await expect.element(page.getByText('2 of 2 rated in Digging')).toBeVisible()
  await userEvent.keyboard('z')
  await expect.poll(() => givenTo('bay', 'town-digging')).toBeUndefined()
})

it('shows nobody’s own level, though one was opened', () => {
  expect(document.querySelectorAll('table input:checked')).toHaveLength(0)
})

it('goes on to the next skill, and to anybody when asked', async () => {
  await userEvent.click(page.getByRole('button', { name: 'Next skill' }))
  await expect.element(page.getByText('0 of 2 rated in Planting')).toBeVisible()
  await userEvent.click(page.getByRole('radio', { name: 'Everybody' }))
  await expect.element(page.getByText('0 of 3 rated in Planting')).toBeVisible()
})

it('passes axe', async () => {
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } })
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
})

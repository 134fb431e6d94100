import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { page, userEvent } from 'vitest/browser'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { town } from '../../../../tests/support/town'
import { appraisalsOf, mergeInto } from '../../../database/appraisals'
import { keepCatalogue } from '../../../database/catalogues'
import { WaymarkDatabase } from '../../../database/database'
import { sayAll } from '../../../domain/appraisal/say'
import { standingOf } from '../../../domain/appraisal/standing'
import { laptopKey } from '../../../session/laptop'
import { useLibrary } from '../../../session/library'
import { today } from '../../../session/today'
import MeetingPage from './MeetingPage.vue'

const AT = '2026-11-20T09:00:00.000Z'
const SEASON = today().slice(0, 4)
let db: WaymarkDatabase
let wrapper: VueWrapper

beforeEach(async () => {
  db = new WaymarkDatabase(`actions-${crypto.randomUUID()}`)
  await keepCatalogue(db, { version: 'built-in', text: JSON.stringify(town()) })
  await db.members.put({ id: 'alder', name: 'Alder', role: 'town-gardener', addedAt: AT })
  const own = { kind: 'own', key: 'town-digging', value: { level: 2, at: AT, on: 'town@1' } } as const
  await mergeInto(db, 'alder', SEASON, sayAll({}, { laptop: 'alders', at: AT }, [own]))
  const pinia = createPinia()
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: MeetingPage }],
  })
  wrapper = mount(MeetingPage, {
    props: { member: 'alder' },
    attachTo: document.body,
    global: { plugins: [pinia, router], provide: { [laptopKey as symbol]: { db, sample: false } } },
  })
  await useLibrary(pinia).open()
})
afterEach(async () => {
  wrapper.unmount()
  await db.delete({ disableAutoOpen: true })
})

it('starts an action from no level of theirs that the manager may not see yet', async () => {
  await userEvent.selectOptions(page.getByLabelText('An action for another skill'), 'Digging')
  const actions = async () => {
    const [appraisal] = await appraisalsOf(db, 'alder')
    return [...standingOf(appraisal!.writes, 'action').values()].map(({ value }) => value?.to)
  }
  // From the 2 they gave themselves, it would be to 3.
  await expect.poll(actions).toEqual([1])
})

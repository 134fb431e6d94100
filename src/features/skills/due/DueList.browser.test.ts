import { enableAutoUnmount, mount, type VueWrapper } from '@vue/test-utils'
import axe from 'axe-core'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { h } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { town } from '../../../../tests/support/town'
import { keepCatalogue, takeLatestCatalogue } from '../../../database/catalogues'
import { WaymarkDatabase } from '../../../database/database'
import { changeMe, ME } from '../../../database/people'
import { currentAssessment } from '../../../database/ratings'
import type { Catalogue } from '../../../domain/catalogue'
import { laptopKey } from '../../../session/laptop'
import { useLibrary } from '../../../session/library'
import { useMySkills } from '../../../session/mySkills'
import DueList from './DueList.vue'
import EarlierAnswers from './EarlierAnswers.vue'

let db: WaymarkDatabase
let page: VueWrapper
enableAutoUnmount(afterEach)

const AT = new Date(Date.now() - 60_000).toISOString()
const rated = (level: number) => ({ level, at: AT, on: 'town@1' })

beforeEach(async () => {
  db = new WaymarkDatabase(`due-${crypto.randomUUID()}`)
  await receive(town())
  await changeMe(db, { role: 'town-gardener' })
  const ratings = { 'town-digging': rated(2), 'town-planting': rated(2), 'town-draining': rated(1) }
  await db.assessments.add({ id: 'a', person: ME, title: 'Now', startedAt: AT, ratings })
})
afterEach(async () => {
  page.unmount()
  await db.delete({ disableAutoOpen: true })
})

async function receive(catalogue: Catalogue) {
  await keepCatalogue(db, { version: catalogue.edition, text: JSON.stringify(catalogue) })
  await takeLatestCatalogue(db, new Date().toISOString())
}

/** Digging reworded at the level given, Planting asked at another level, Bathing newly asked; Draining as it was. */
function next(): Catalogue {
  const after = { ...town(), edition: '2' }
  const [framework] = after.frameworks
  framework!.version = '2'
  framework!.skills[0]!.descriptors[1]!.statements = ['Digs alone, and well']
  framework!.roles[0]!.requirements[1]!.level = 3
  framework!.roles[0]!.requirements.push({ skill: 'town-bathing', level: 2, essential: false })
  return after
}

async function open() {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)', component: { render: () => null } }],
  })
  const provide = { [laptopKey as symbol]: { db, sample: false } }
  const app = {
    setup() {
      const library = useLibrary()
      const mySkills = useMySkills()
      const digging = () => library.skills.get('town-digging')!
      return () =>
        mySkills.ready
          ? h('main', [
              h('h1', 'Skills'),
              h('h2', 'Due'),
              h(DueList),
              h(EarlierAnswers, { found: digging() }),
            ])
          : null
    },
  }
  page = mount(app, { attachTo: document.body, global: { plugins: [createPinia(), router], provide } })
  await useLibrary().open()
}
const shows = (words: string) => vi.waitFor(() => expect(page.text()).toContain(words), { timeout: 5_000 })
const card = (skill: string) => page.get(`[data-skill=town-${skill}]`)
const listed = () =>
  page.findAll('article').map((each) => each.attributes('data-skill')?.replace('town-', ''))
const ratings = async () => (await currentAssessment(db, ME))!

it('asks nothing while there was one version only', async () => {
  await open()
  await shows('Nothing is due')
})

it('asks exactly what changed for the person, with the words of then and now, and not what the role asks', async () => {
  await receive(next())
  await open()
  await vi.waitFor(() => expect(listed().sort()).toEqual(['bathing', 'digging', 'planting']))
  expect(card('digging').text()).toContain('Worded anew: 2 Works unaided.')
  expect(card('digging').text()).toContain('Does Digging as at level 2')
  expect(card('digging').text()).toContain('Digs alone, and well')
  expect(card('planting').text()).toContain('The level that the role you hold asks of it has moved.')
  expect(card('bathing').text()).toContain('You have not rated it yet.')
  expect(card('bathing').text()).not.toContain('Still right')
  expect((await axe.run(page.element)).violations).toEqual([])
})

it('settles a skill with one key, keeps it where it stands, and keeps both wordings', async () => {
  await receive(next())
  await open()
  await vi.waitFor(() => expect(listed()).toHaveLength(3))
  const order = listed()
  card('digging').get<HTMLInputElement>('input:checked').element.focus()
  await userEvent.keyboard('y')
  await vi.waitFor(() => expect(card('digging').text()).toContain('settled'))
  expect(listed()).toEqual(order)
  await vi.waitFor(() => expect(document.activeElement?.closest('article')).not.toBe(card('digging').element))
  expect(document.activeElement?.closest('article')).not.toBeNull()
  const { ratings: now, earlier } = await ratings()
  expect(now['town-digging']).toMatchObject({ level: 2, on: 'town@2' })
  expect(earlier?.['town-digging']).toEqual([rated(2)])
  const history = page.get('details.earlier').text()
  expect(history).toContain('2 Works unaided')
  expect(history).toContain('Does Digging as at level 2')
})

it('takes another level as the answer too', async () => {
  await receive(next())
  await open()
  await vi.waitFor(() => expect(listed()).toHaveLength(3))
  card('bathing').get<HTMLInputElement>('input').element.focus()
  await userEvent.keyboard('1')
  await vi.waitFor(() => expect(card('bathing').text()).toContain('settled'))
  expect((await ratings()).ratings['town-bathing']).toMatchObject({ level: 1, on: 'town@2' })
  await shows('2 of 3 still to settle')
})

it('names what is no longer there, asks nothing of it, and keeps its rating', async () => {
  const after = next()
  after.frameworks[0]!.skills = after.frameworks[0]!.skills.filter(({ id }) => id !== 'town-draining')
  await receive(after)
  await open()
  await shows('No longer in the catalogue: Draining.')
  expect(listed()).not.toContain('draining')
  expect((await ratings()).ratings['town-draining']).toEqual(rated(1))
})

import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import axe from 'axe-core'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { h } from 'vue'
import { createMemoryHistory, createRouter, RouterView, type Router } from 'vue-router'
import { syntheticFramework } from '../../../tests/support/syntheticFramework'
import { town } from '../../../tests/support/town'
import { keepCatalogue } from '../../database/catalogues'
import { WaymarkDatabase } from '../../database/database'
import { saveFramework } from '../../database/frameworks'
import { ME } from '../../database/people'
import type { Catalogue } from '../../domain/catalogue'
import { laptopKey } from '../../session/laptop'
import { useLibrary } from '../../session/library'
import CataloguePage from './CataloguePage.vue'
import ComparePage from './ComparePage.vue'
import RolePage from './RolePage.vue'
import SkillPage from './SkillPage.vue'
import StrandsPage from './StrandsPage.vue'
import StructurePage from './StructurePage.vue'

let db: WaymarkDatabase
let page: VueWrapper
let router: Router
enableAutoUnmount(afterEach)
beforeEach(() => {
  db = new WaymarkDatabase(`catalogue-pages-${crypto.randomUUID()}`)
})
afterEach(() => db.delete({ disableAutoOpen: true }))

async function open(address: string, catalogue: Catalogue = town()): Promise<void> {
  await keepCatalogue(db, { version: 'v', text: JSON.stringify(catalogue) })
  router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/catalogue', component: CataloguePage },
      { path: '/catalogue/compare', component: ComparePage },
      { path: '/catalogue/structure', component: StructurePage },
      { path: '/catalogue/strands', component: StrandsPage },
      { path: '/catalogue/skills/:id', component: SkillPage, props: true },
      { path: '/catalogue/roles/:id', component: RolePage, props: true },
      { path: '/:rest(.*)', component: { render: () => null } },
    ],
  })
  await router.push(address)
  const provide = { [laptopKey as symbol]: { db, sample: false } }
  const global = { plugins: [createPinia(), router], provide }
  page = mount({ render: () => h('main', h(RouterView)) }, { attachTo: document.body, global })
  await useLibrary().open()
  await flushPromises()
}

const shows = (words: string) => vi.waitFor(() => expect(page.text()).toContain(words), { timeout: 8_000 })
const accessible = async () => expect((await axe.run(page.element)).violations).toEqual([])
const links = (within: string) => page.findAll(`${within} a`).map((link) => link.text())
const section = (title: string) => page.findAll('section').find((each) => each.find('h2').text() === title)

it('finds skills and roles of every framework in one search, and keeps what was typed in the address', async () => {
  const wide = syntheticFramework(400)
  await saveFramework(db, wide, {
    files: [{ name: 'wide.csv', bytes: 1 }],
    importedAt: '2026-11-23T09:00:00.000Z',
  })
  await open('/catalogue')
  await shows('Search 404 skills and 3 roles')
  const box = page.get<HTMLInputElement>('input[type=search]')
  await box.setValue('PLAN')
  await shows('the best 30 shown')
  expect(links('.found')[0]).toBe('Planting')
  expect(links('.found')[1]).toMatch(/^Plan a /)
  await box.setValue('foreman')
  await shows('0 skills and 1 role found')
  expect(page.get('a[href="/catalogue/roles/town-foreman"]').text()).toBe('Foreman')
  await box.trigger('change')
  await vi.waitFor(() => expect(router.currentRoute.value.query).toEqual({ q: 'foreman' }))
  await accessible()
})

it('opens with the search that the address asks for', async () => {
  await open('/catalogue?q=dig')
  await shows('1 skill and 0 roles found')
  expect(page.get('mark').text()).toBe('Dig')
})

it('shows a skill with every level, the reader’s own, and nearness whoever wrote it down', async () => {
  const catalogue = town()
  const [digging, planting] = catalogue.frameworks[0]?.skills ?? []
  planting!.related = ['town-digging']
  digging!.learning = [{ to: 2, way: 'on the job', what: 'Dig a pond', hours: 12 }]
  const at = '2026-11-23T09:00:00.000Z'
  const ratings = { 'town-digging': { level: 2, at, on: 'town@1' } }
  await db.assessments.add({ id: 'autumn', person: ME, title: 'Autumn', startedAt: at, ratings })
  await open('/catalogue/skills/town-digging', catalogue)
  await shows('you are here')
  expect(page.get('.mine').text()).toContain('2 · Works unaided')
  expect(page.text()).toContain('From 1 to 2: about 12 hours of learning')
  expect(section('Skills near to it')?.text()).toContain('Planting')
  expect(section('The strategy needs it')?.text()).toContain('Green · 2 people')
  await accessible()
})

it('shows a role with its moves in and out, each kind in a word, and its posts', async () => {
  await open('/catalogue/roles/town-gardener')
  await shows('What it asks: 2 skills')
  expect(section('Where it leads')?.text()).toContain('Foremanpromotion')
  expect(section('Where people come from')?.text()).toContain('Bathkeepersideways')
  expect(page.get('a[href="/catalogue/structure#after-town-new-gardener"]').text()).toBe('Gardener')
  await accessible()
})

it('sets the two roles of the address side by side, and swaps them there', async () => {
  const catalogue = town()
  catalogue.frameworks[0]!.roles[1]!.requirements = [
    { skill: 'town-digging', level: 3, essential: true },
    { skill: 'town-draining', level: 1, essential: false },
  ]
  await open('/catalogue/compare?a=town-gardener&b=town-foreman', catalogue)
  await shows('Both ask it')
  expect(page.text()).toContain('2 levels more for foreman')
  expect(page.text()).toContain('Only Foreman 1')
  expect(page.text()).toContain('Only Gardener 1')
  await accessible()
  await page
    .findAll('button')
    .find((each) => each.text() === 'Swap')
    ?.trigger('click')
  await vi.waitFor(() =>
    expect(router.currentRoute.value.query).toEqual({ a: 'town-foreman', b: 'town-gardener' }),
  )
  await vi.waitFor(() =>
    expect(page.findAll('thead th').map((cell) => cell.text())).toEqual(['Skill', 'Foreman', 'Gardener']),
  )
})

it('goes from an old post to where it leads, both structures being open to see', async () => {
  await open('/catalogue/structure#before-town-old-gardener')
  await shows('What leads where')
  const post = page.get('#before-town-old-gardener')
  expect(post.element.closest('details')?.open).toBe(true)
  await vi.waitFor(() => expect(document.activeElement).toBe(post.element))
  await post.get('a[href$="#after-town-new-gardener"]').trigger('click')
  await vi.waitFor(() => expect(document.activeElement?.id).toBe('after-town-new-gardener'))
  expect(page.get('#after-town-new-gardener').text()).toContain('Comes from gardener')
  await accessible()
})

it('says in words where the posts of a unit lead, and keeps the unit in the address', async () => {
  await open('/catalogue/structure')
  await shows('Choose a unit')
  await page.get('button[aria-pressed]').trigger('click')
  await shows('Its posts lead to Outdoors (about 6)')
  expect(router.currentRoute.value.query).toEqual({ from: 'town-outdoors' })
})

it('shows nothing of who goes where while the structure is in consultation', async () => {
  const catalogue = town()
  catalogue.after.inConsultation = true
  await open('/catalogue/structure', catalogue)
  await shows('in consultation')
  expect(page.text()).not.toContain('Leads to')
  expect(page.find('svg').exists()).toBe(false)
})

it('lists what each strand of the strategy needs, at which level and of how many', async () => {
  await open('/catalogue/strands')
  await shows('A dry town')
  const row = page.findAll('tbody tr').find((each) => each.text().includes('Digging'))
  expect(row?.text()).toContain('2 · Works unaided')
  expect(row?.get('.number').text()).toBe('2')
  await accessible()
})

it('says of a framework that may not be passed on that its text stays on this laptop', async () => {
  const framework = syntheticFramework(3)
  const kept = { ...framework, licence: { ...framework.licence, redistributable: 'no' as const } }
  await saveFramework(db, kept, {
    files: [{ name: 'a.csv', bytes: 1 }],
    importedAt: '2026-11-23T09:00:00.000Z',
  })
  await open('/catalogue/skills/synthetic-skill-1')
  await shows('its text stays on this laptop and out of every export')
})

it('folds the groups of a large framework, and draws the skills of one when it is opened', async () => {
  const large = syntheticFramework(1_400)
  await saveFramework(db, large, {
    files: [{ name: 'a.csv', bytes: 1 }],
    importedAt: '2026-11-23T09:00:00.000Z',
  })
  await open('/catalogue?framework=synthetic@1')
  await shows('Group 10')
  expect(page.findAll('.entries a')).toHaveLength(0)
  await page.get('summary').trigger('click')
  await vi.waitFor(() => expect(page.findAll('.entries a')).toHaveLength(140))
  await accessible()
})

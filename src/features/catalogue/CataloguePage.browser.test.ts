import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import axe from 'axe-core'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { h } from 'vue'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import { secondEdition } from '../../../tests/support/secondEdition'
import roles from '../../../tests/fixtures/gdd/roles.csv?raw'
import skills from '../../../tests/fixtures/gdd/skills.csv?raw'
import { keepCatalogue } from '../../database/catalogues'
import { WaymarkDatabase } from '../../database/database'
import { changeMe } from '../../database/people'
import type { Catalogue } from '../../domain/catalogue'
import { laptopKey } from '../../session/laptop'
import { useLibrary } from '../../session/library'
import CataloguePage from './CataloguePage.vue'
import RolePage from './RolePage.vue'
import SkillPage from './SkillPage.vue'

const county: Catalogue = {
  v: 1,
  title: 'County ICT',
  edition: '2026.1',
  language: 'en-GB',
  frameworks: [
    {
      key: 'county',
      version: '2026.1',
      title: 'County ICT skills',
      language: 'en-GB',
      licence: { title: 'Open', attribution: 'Ours', redistributable: 'yes' },
      scale: { levels: [{ ordinal: 1, label: 'Aware' }] },
      groups: [{ id: 'county-networks', name: 'Networks' }],
      skills: [
        { id: 'county-wifi', name: 'Wireless', summary: '', groups: ['county-networks'], descriptors: [] },
      ],
      families: [],
      ladders: [],
      roles: [],
    },
  ],
  before: { title: '', units: [], posts: [] },
  after: { title: '', units: [], posts: [] },
  successions: [],
  moves: [],
  strands: [],
}

let db: WaymarkDatabase
let page: VueWrapper
enableAutoUnmount(afterEach)
beforeEach(async () => {
  db = new WaymarkDatabase(`catalogue-${crypto.randomUUID()}`)
  await keepCatalogue(db, { version: 'v', text: JSON.stringify(county) })
})
afterEach(() => db.delete({ disableAutoOpen: true }))

async function open(address: string): Promise<void> {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/catalogue', component: CataloguePage },
      { path: '/catalogue/skills/:id', component: SkillPage, props: true },
      { path: '/catalogue/roles/:id', component: RolePage, props: true },
      { path: '/:rest(.*)', component: { render: () => null } },
    ],
  })
  await router.push(address)
  const provide = { [laptopKey as symbol]: { db, sample: false } }
  page = mount(
    { render: () => h('main', h(RouterView)) },
    { attachTo: document.body, global: { plugins: [createPinia(), router], provide } },
  )
  await useLibrary().open()
  await flushPromises()
  // What imports a framework is loaded when it is asked for.
  await vi.dynamicImportSettled()
  await flushPromises()
}

async function choose(...files: File[]): Promise<void> {
  const transfer = new DataTransfer()
  for (const file of files) transfer.items.add(file)
  const input = page.get<HTMLInputElement>('input[type=file]')
  input.element.files = transfer.files
  await input.trigger('change')
}
const both = () => [new File([roles], 'roles.csv'), new File([skills], 'skills.csv')]
const shows = (words: string) => vi.waitFor(() => expect(page.text()).toContain(words), { timeout: 8_000 })
async function press(name: string): Promise<void> {
  const button = page.findAll('button').find((each) => each.text() === name)
  expect(button, `a button “${name}”`).toBeDefined()
  await button?.trigger('click')
}
const accessible = async () => expect((await axe.run(page.element)).violations).toEqual([])

it('shows the published catalogue and finds a skill in it', async () => {
  await open('/catalogue')
  await shows('County ICT, edition 2026.1')
  expect(page.get('a[href="/catalogue/skills/county-wifi"]').text()).toBe('Wireless')
  await page.get('input[type=search]').setValue('fibre')
  await shows('Nothing has these words.')
  await accessible()
})

it('stores nothing before the report was read and accepted, then the framework', async () => {
  await open('/catalogue?import')
  await choose(...both())
  await shows('Read this before it is added')
  expect(await db.frameworks.count()).toBe(0)
  const requirements = page.findAll('tbody tr').find((row) => row.text().startsWith('Requirements'))
  expect(requirements?.findAll('td').map((cell) => cell.text())).toEqual(['13', '12', '1', '0'])
  expect(page.text()).toContain('The order of role levels was worked out')
  expect(document.activeElement?.textContent).toBe('Read this before it is added')
  await accessible()
  await press('Add to this laptop')
  await shows('Choose a role from it')
  expect(await db.frameworks.toArray()).toMatchObject([{ key: 'gdd', counts: { roles: 7, skills: 4 } }])
})

it('discards a draft and stores nothing', async () => {
  await open('/catalogue?import')
  await choose(...both())
  await shows('Read this before it is added')
  await press('Discard')
  await shows('Choose both files')
  expect(await db.frameworks.count()).toBe(0)
})

it('says what was wrong with a file, and that nothing was stored', async () => {
  await open('/catalogue?import')
  await choose(new File([skills], 'skills.csv'))
  await shows('The roles file is missing')
  expect(page.get('[role=alert]').text()).toContain('Nothing was stored.')
  expect(await db.frameworks.count()).toBe(0)
  await accessible()
})

it('recognises files that are already here', async () => {
  await open('/catalogue?import')
  await choose(...both())
  await shows('Read this before it is added')
  await press('Add to this laptop')
  await shows('Choose a role from it')
  page.unmount()
  await open('/catalogue?import')
  await choose(...both())
  await shows('exactly what is already on this laptop')
  expect(page.text()).not.toContain('Add to this laptop')
})

it('removes an imported framework once that was confirmed, unless a role of it is held', async () => {
  await open('/catalogue?import')
  await choose(...both())
  await shows('Read this before it is added')
  await press('Add to this laptop')
  await shows('Choose a role from it')
  page.unmount()
  await changeMe(db, { role: 'gdd-chief-of-water' })
  await open('/catalogue')
  await shows('from roles.csv and skills.csv')
  const title = 'Government Digital and Data Profession Capability Framework'
  await press(`Remove ${title}`)
  await shows('Your ratings of its skills stay')
  await accessible()
  await press('Remove')
  await shows('The role “Chief of water” is held on this laptop. Choose another role first.')
  await press('Keep it')
  await changeMe(db, { role: undefined })
  await press(`Remove ${title}`)
  await shows('Your ratings of its skills stay')
  await press('Remove')
  await vi.waitFor(() => expect(page.text()).not.toContain(title))
  expect(await db.contents.count()).toBe(0)
})

it('gives every skill and role of an imported framework an address of its own', async () => {
  await open('/catalogue?import')
  await choose(...both())
  await shows('Read this before it is added')
  await press('Add to this laptop')
  await shows('Choose a role from it')
  page.unmount()
  await open('/catalogue/skills/gdd-sluice-handling')
  await shows('open and shut a sluice safely')
  expect(page.get('a[href="/catalogue/roles/gdd-lock-keeper-lock-keeper"]').text()).toBe('Lock keeper')
  await accessible()
  page.unmount()
  await open('/catalogue/roles/gdd-chief-of-water')
  await shows('not stated: any level does')
  await accessible()
  page.unmount()
  await open('/catalogue/skills/gdd-nothing')
  await shows('No such skill here')
})

const second = () => {
  const { edition, done } = secondEdition({ roles, skills })
  return { done, files: [new File([edition.roles], 'roles.csv'), new File([edition.skills], 'skills.csv')] }
}

it('shows what the next edition changes, and keeps a skill’s id where a person says it was only renamed', async () => {
  await open('/catalogue?import')
  await choose(...both())
  await shows('Read this before it is added')
  expect(page.text()).not.toContain('The next edition of what is here')
  await press('Add to this laptop')
  await shows('Choose a role from it')
  await vi.waitFor(() => expect(useLibrary().frameworks).toHaveLength(2))
  const before = useLibrary().frameworks.find(({ key }) => key === 'gdd')!
  page.unmount()

  const { done, files } = second()
  const [[from, to] = []] = done.renamedSkills
  await open('/catalogue?import')
  await vi.waitFor(() => expect(useLibrary().frameworks).toHaveLength(2))
  await choose(...files)
  await shows('The next edition of what is here')
  expect(page.findAll('fieldset input:checked')).toEqual([])
  await accessible()
  const pair = page.findAll('fieldset label').find((each) => each.text().includes(`is now ${to}`))
  expect(pair?.text()).toContain(from)
  await pair?.get('input').setValue(true)
  await shows(`${from} is now ${to}`)
  await press('Add to this laptop')
  await shows('Choose a role from it')

  await vi.waitFor(() => expect(useLibrary().frameworks.find(({ key }) => key === 'gdd')).not.toEqual(before))
  const after = useLibrary().frameworks.filter(({ key }) => key === 'gdd')
  expect(after).toHaveLength(1)
  const id = before.skills.find(({ name }) => name === from)!.id
  expect(after[0]!.skills.find(({ name }) => name === to)!.id).toBe(id)
  expect(after[0]!.version).not.toBe(before.version)
  expect(await db.contents.count()).toBe(2)
  page.unmount()
  await open('/catalogue')
  await shows('Earlier edition, kept for its wording')
  await accessible()
})

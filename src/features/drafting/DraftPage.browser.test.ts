import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import axe from 'axe-core'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { h } from 'vue'
import { createMemoryHistory, createRouter, RouterView, type Router } from 'vue-router'
import { town } from '../../../tests/support/town'
import { keepCatalogue } from '../../database/catalogues'
import { WaymarkDatabase } from '../../database/database'
import { changeDraft, drafts, startDraft } from '../../database/drafts'
import { makeBackup } from '../../database/backup'
import { restore } from '../../database/restore'
import { laptopKey } from '../../session/laptop'
import { useLibrary } from '../../session/library'
import CompareVersionsPage from './CompareVersionsPage.vue'
import DraftPage from './DraftPage.vue'

let db: WaymarkDatabase
let page: VueWrapper
let router: Router
enableAutoUnmount(afterEach)
beforeEach(async () => {
  db = new WaymarkDatabase(`draft-${crypto.randomUUID()}`)
  await keepCatalogue(db, { version: 'v1', text: JSON.stringify(town()) })
})
afterEach(async () => {
  page.unmount()
  await db.delete({ disableAutoOpen: true })
})

async function open(address: string): Promise<void> {
  router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/catalogue/draft', component: DraftPage },
      { path: '/catalogue/compare-versions', component: CompareVersionsPage },
      { path: '/:rest(.*)', component: { render: () => null } },
    ],
  })
  await router.push(address)
  const provide = { [laptopKey as symbol]: { db, sample: false } }
  const app = { render: () => h('main', h(RouterView)) }
  page = mount(app, { attachTo: document.body, global: { plugins: [createPinia(), router], provide } })
  await useLibrary().open()
  await flushPromises()
}

const shows = (words: string) => vi.waitFor(() => expect(page.text()).toContain(words), { timeout: 5_000 })
const hides = (words: string) =>
  vi.waitFor(() => expect(page.text()).not.toContain(words), { timeout: 5_000 })
const button = (name: string) => {
  const found = page.findAll('button').find((each) => each.text() === name)
  expect(found, `a button “${name}”`).toBeDefined()
  return found!
}
const field = (label: string) => {
  const found = page.findAll('label').find((each) => each.text() === label)
  expect(found, `a field “${label}”`).toBeDefined()
  return page.get<HTMLInputElement>(`[id="${found!.attributes('for')}"]`)
}
async function start(address: string) {
  await open(address)
  await shows('No draft on this laptop')
  await button('Start a draft').trigger('click')
  await shows('The draft is valid')
}
const stored = async () => (await drafts(db))[0]!
const accessible = async () => expect((await axe.run(page.element)).violations).toEqual([])

it('stores each change as it is made, and takes it back and does it again by key', async () => {
  await start('/catalogue/draft?part=skills&skill=town-digging')
  await accessible()
  await field('Name').setValue('Spading')
  await vi.waitFor(async () =>
    expect((await stored()).done.map(({ what }) => what)).toEqual(['Rename Digging']),
  )
  await shows('Saved on this laptop')
  await vi.waitFor(() => expect(page.get('h2').text()).toBe('Spading'))

  const heading = page.get<HTMLElement>('h2').element
  heading.focus()
  await userEvent.keyboard('{Control>}z{/Control}')
  await vi.waitFor(() => expect(field('Name').element.value).toBe('Digging'))
  await userEvent.keyboard('{Control>}y{/Control}')
  await vi.waitFor(() => expect(field('Name').element.value).toBe('Spading'))
})

it('leaves undo inside a text field to the field', async () => {
  await start('/catalogue/draft?part=skills&skill=town-digging')
  await field('Name').setValue('Spading')
  await vi.waitFor(async () => expect((await stored()).done).toHaveLength(1))
  field('What it is').element.focus()
  await userEvent.keyboard('{Control>}z{/Control}')
  expect((await stored()).done).toHaveLength(1)
})

it('says exactly what is not valid yet, and leads to the thing to mend', async () => {
  await start('/catalogue/draft?part=skills&skill=town-digging')
  await field('Name').setValue('')
  await shows('One thing is not valid yet')
  await router.push('/catalogue/draft?part=roles')
  const link = page.findAll('a').find((each) => each.text() === 'A skill has no name.')
  await link!.trigger('click')
  await vi.waitFor(() => expect(page.get('h2').text()).toBe('A skill with no name yet'))
  expect(document.activeElement).toBe(page.get('h2').element)
  await accessible()
  await field('Name').setValue('Digging')
  await shows('The draft is valid')
})

it('says what refers to a thing before it goes, and takes that away with it', async () => {
  await start('/catalogue/draft?part=skills&skill=town-digging')
  await button('Remove this skill').trigger('click')
  await shows('Role Gardener asks it')
  await shows('Strand Green needs it')
  await accessible()
  await button('Remove it, and what refers to it').trigger('click')
  await vi.waitFor(() => expect(router.currentRoute.value.query).toEqual({ part: 'skills' }))
  const { catalogue } = await stored()
  expect(catalogue.frameworks[0]?.skills.map(({ name }) => name)).not.toContain('Digging')
  await shows('Strand “Green” needs no skill.')
  await button('Undo').trigger('click')
  await shows('The draft is valid')
})

it('does not let a family go while roles are of it', async () => {
  await start('/catalogue/draft?part=roles&family=town-parks')
  await button('Remove this role family').trigger('click')
  await shows('It cannot go yet.')
  expect(page.findAll('button').map((each) => each.text())).not.toContain('Remove it')
})

it('adds a skill and leads to its form; a role asks it at a level', async () => {
  await start('/catalogue/draft')
  await button('Add a skill').trigger('click')
  await page.get('#new-skill').setValue('Mowing')
  await page.get('dialog[open] form').trigger('submit')
  await vi.waitFor(() => expect(router.currentRoute.value.query.skill).toBe('town-mowing'))
  await router.push('/catalogue/draft?part=roles&role=town-gardener')
  await shows('What it asks')
  await vi.waitFor(() => field('Another skill it asks').get('[value="town-mowing"]'))
  await field('Another skill it asks').setValue('town-mowing')
  await userEvent.click(button('Add').element)
  await shows('Remove Mowing')
  await page.get('[aria-label="Level of Mowing"]').setValue('2')
  await vi.waitFor(async () =>
    expect((await stored()).catalogue.frameworks[0]?.roles[0]?.requirements.at(-1)).toEqual({
      skill: 'town-mowing',
      level: 2,
      essential: true,
    }),
  )
  await accessible()
})

it('words a level line by line, and tells the difference to what is published', async () => {
  await start('/catalogue/draft?part=skills&skill=town-digging')
  await field('Statements at level 2').setValue('Digs alone\n\nSings')
  await vi.waitFor(async () => expect((await stored()).done).toHaveLength(1))
  await router.push('/catalogue/compare-versions')
  await shows('1 change from edition 1 to the draft')
  await shows('Digging, at 2 Works unaided')
  await shows('Sings')
  await accessible()
})

it('edits structure, moves, strands and the notice, each in one step', async () => {
  await start('/catalogue/draft?part=before&post=town-old-bathkeeper')
  const tick = page.findAll('fieldset label').find((each) => each.text() === 'Bathkeeper')
  await tick!.get('input').setValue(true)
  await vi.waitFor(async () => expect((await stored()).catalogue.successions).toHaveLength(3))
  await accessible()

  await router.push('/catalogue/draft?part=moves&from=town-gardener&to=town-foreman')
  await shows('Gardener to Foreman')
  await field('What kind of move it is').setValue('sideways')
  await vi.waitFor(async () => expect((await stored()).catalogue.moves[0]?.kind).toBe('sideways'))
  await accessible()

  await router.push('/catalogue/draft?part=strands&strand=town-green')
  await shows('Whom it needs')
  await page.get('[aria-label="People needed in Digging"]').setValue('7')
  await vi.waitFor(async () => expect((await stored()).catalogue.strands[0]?.needs[0]?.headcount).toBe(7))
  await accessible()

  await router.push('/catalogue/draft?part=about')
  await shows('Notice to staff')
  await field('Notice to staff').setValue('Parks have moved')
  await shows('Whom it is for: role families')
  await page
    .findAll('fieldset label')
    .find((each) => each.text() === 'Parks')!
    .get('input')
    .setValue(true)
  await vi.waitFor(async () =>
    expect((await stored()).catalogue.notice).toEqual({ text: 'Parks have moved', families: ['town-parks'] }),
  )
  await accessible()
  expect((await stored()).done).toHaveLength(5)
  await hides('not valid yet')
})

it('works on either of two drafts where a copy brought another, and says which came from where', async () => {
  const at = '2026-11-23T09:00:00.000Z'
  await startDraft(db, { id: 'd', basedOn: 'v1', catalogue: town() }, at)
  const copy = await makeBackup(db, new Date(at))
  await changeDraft(db, 'd', 'Rename', (catalogue) => ({ ...catalogue, title: 'Mine' }), at)
  await open('/catalogue/draft?part=about')
  await shows('The draft is valid')
  expect(page.text()).not.toContain('Draft to work on')
  await restore(db, copy)
  await shows('Draft to work on')
  await accessible()
  expect(field('Title of the catalogue').element.value).toBe('Mine')
  const [made, brought] = field('Draft to work on').findAll('option')
  expect(made!.text()).toMatch(/^Made here: /)
  expect(brought!.text()).toMatch(/^From the copy of 23 November 2026/)
  await field('Draft to work on').setValue('d-copy1')
  await vi.waitFor(() => expect(field('Title of the catalogue').element.value).toBe('Town'))
  await field('Title of the catalogue').setValue('Theirs')
  await vi.waitFor(async () => expect((await stored()).catalogue.title).toBe('Theirs'))
  expect((await db.drafts.get('d'))?.catalogue.title).toBe('Mine')
  await button('Throw the draft away').trigger('click')
  await button('Throw it away').trigger('click')
  await hides('Draft to work on')
  expect((await drafts(db)).map(({ catalogue }) => catalogue.title)).toEqual(['Mine'])
})

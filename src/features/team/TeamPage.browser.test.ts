import { mount, type VueWrapper } from '@vue/test-utils'
import axe from 'axe-core'
import { createPinia } from 'pinia'
import { page, userEvent } from 'vitest/browser'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import { largeTeam } from '../../../tests/support/largeTeam'
import { confirmIn } from '../../../tests/support/shownTeam'
import { appraisalsOf, sayIn } from '../../database/appraisals'
import { keepCatalogue } from '../../database/catalogues'
import { WaymarkDatabase } from '../../database/database'
import { setNote } from '../../database/notes'
import { givenKey } from '../../domain/appraisal/agenda'
import { valueOf } from '../../domain/appraisal/standing'
import type { Catalogue } from '../../domain/catalogue'
import { laptopKey } from '../../session/laptop'
import { useLibrary } from '../../session/library'
import { today } from '../../session/today'
import TeamPage from './TeamPage.vue'

const KEYS = { manager: 'managermanager00', laptop: 'laptoplaptop0000' }
const season = today().slice(0, 4)
const [SKILL, OTHER] = ['synthetic-skill-0', 'synthetic-skill-1']
const on = 'synthetic@1'
const AT = '2026-11-02T09:00:00.000Z'
const agreed = (level: number) => ({ kind: 'agreed', key: OTHER, value: { level, on } }) as const

let db: WaymarkDatabase
let wrapper: VueWrapper
let router: Router
let skillName: string

beforeEach(async () => {
  await page.viewport(1280, 900)
  db = new WaymarkDatabase(`team-${crypto.randomUUID()}`)
  await setNote(db, 'appraisalKey', KEYS.manager)
  await setNote(db, 'laptopKey', KEYS.laptop)
})
afterEach(async () => {
  wrapper.unmount()
  await db.delete({ disableAutoOpen: true })
})

/** Three people: the first shared nothing, the second's own ratings are not opened, the third's are. */
async function threePeople(change: (catalogue: Catalogue) => void = () => {}) {
  const { catalogue } = largeTeam({ people: 1, skills: 6 }, KEYS)
  change(catalogue)
  skillName = catalogue.frameworks[0]!.skills[0]!.name
  const role = catalogue.frameworks[0]!.roles[0]!.id
  const own = { kind: 'own', key: SKILL, value: { level: 4, at: AT, on } } as const
  const opened = {
    kind: 'opened',
    key: KEYS.manager,
    value: { how: 'rated first', rated: 0 },
  } as const
  for (const id of ['Ann', 'Bea', 'Cay'])
    await db.members.put({ id: id.toLowerCase(), name: `${id} Example`, role, addedAt: AT })
  await sayIn(db, 'bea', season, AT, own)
  await sayIn(db, 'cay', season, AT, own, opened, agreed(2))
  await confirmIn(db, 'cay', season)
  return catalogue
}

async function show(catalogue: Catalogue, address = '/team') {
  await keepCatalogue(db, { version: 'built-in', text: JSON.stringify(catalogue) })
  const pinia = createPinia()
  router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: TeamPage }],
  })
  await router.push(address)
  wrapper = mount(TeamPage, {
    attachTo: document.body,
    global: { plugins: [pinia, router], provide: { [laptopKey as symbol]: { db, sample: false } } },
  })
  await useLibrary(pinia).open()
  await expect.element(page.getByRole('heading', { level: 1, name: 'Team' })).toBeVisible()
}

const rowOf = (name: string) => page.getByRole('row', { name: new RegExp(name) })
const cellsOf = (name: string) =>
  [...rowOf(name).element().querySelectorAll('td[role="gridcell"]')].map((cell) =>
    cell.getAttribute('aria-label'),
  )
const focusedName = () =>
  document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent
async function toFirstCell() {
  document.querySelector<HTMLElement>('.team-grid [tabindex="0"]')!.focus()
  await expect.poll(focusedName).toContain('Ann Example')
}
const given = async (person: string, skill = SKILL) =>
  valueOf((await appraisalsOf(db, person))[0]?.writes ?? {}, 'given', givenKey(KEYS.manager, skill))

describe('three people', () => {
  it('says not shared where nothing is known, which is never a zero, and keeps unopened ratings out of sight', async () => {
    await show(await threePeople())
    await expect.element(rowOf('Ann Example')).toBeVisible()
    expect(new Set(cellsOf('Ann Example'))).toEqual(new Set(['not shared']))
    expect(cellsOf('Bea Example')[0]).toBe('not shared')
    expect(cellsOf('Cay Example').slice(0, 2)).toEqual(['4 Leads, their own word', '2 Assists, agreed'])
    expect(rowOf('Ann Example').element().textContent).not.toContain('0')
  })

  it('takes no file’s word for what both agreed: until both confirm, it shows what is known besides', async () => {
    const catalogue = await threePeople()
    await sayIn(db, 'bea', season, AT, agreed(4))
    await show(catalogue)
    await expect.element(rowOf('Bea Example')).toBeVisible()
    expect(cellsOf('Bea Example')[1]).toBe('not shared')
    await confirmIn(db, 'bea', season)
    await expect.poll(() => cellsOf('Bea Example')[1]).toBe('4 Leads, agreed')
  })

  it('tells cover as a range, by who is at work', async () => {
    await show(await threePeople())
    const able = () => page.getByRole('row', { name: /^Able/ }).element().querySelector('td[role="gridcell"]')
    await expect.poll(() => able()?.textContent).toContain(`${skillName}: 1 known, up to 3 able`)
    expect(able()?.querySelector('[aria-hidden]')?.textContent).toBe('1–3')
  })

  it('has one tab stop, names row and column where the keyboard is, and goes on to the names at the edge', async () => {
    await show(await threePeople())
    await toFirstCell()
    expect(document.querySelectorAll('.team-grid [tabindex="0"]')).toHaveLength(1)
    expect(focusedName()).toBe(`Ann Example, ${skillName}: not shared`)
    await userEvent.keyboard('{ArrowDown}')
    await expect.poll(focusedName).toBe(`Bea Example, ${skillName}: not shared`)
    await userEvent.keyboard('{ArrowLeft}')
    await expect.poll(focusedName).toContain('Bea Example')
    await userEvent.keyboard('{ArrowRight}{ArrowUp}{ArrowUp}')
    await expect.poll(focusedName).toBe(skillName)
  })

  it('tells of a cell once one is gone to, and leaves the rows the room till then', async () => {
    await show(await threePeople())
    const details = page.getByRole('complementary', { name: 'The cell in focus' })
    await expect.element(rowOf('Ann Example')).toBeVisible()
    expect(details.query()).toBe(null)
    await toFirstCell()
    await expect.element(details).toHaveTextContent(`Ann Example · ${skillName}: not shared`)
  })

  it('says how many folded choices are at work', async () => {
    await show(await threePeople(), '/team?least=2')
    await expect.element(page.getByRole('button', { name: 'Filter and layout (1 on)' })).toBeVisible()
  })

  it('rates with a digit as given by the manager, before anything of theirs is seen, and undoes', async () => {
    await show(await threePeople())
    await toFirstCell()
    await userEvent.keyboard('{ArrowDown}')
    await expect.poll(focusedName).toContain('Bea Example')
    await userEvent.keyboard('3')
    await expect.poll(focusedName).toBe(`Bea Example, ${skillName}: 3 Works unaided, given by you`)
    await expect.poll(() => given('bea')).toEqual({ level: 3, on })
    await userEvent.keyboard('{Backspace}')
    await expect.poll(() => given('bea')).toBe(undefined)
    await userEvent.keyboard('z')
    await expect.poll(() => given('bea')).toEqual({ level: 3, on })
    expect(cellsOf('Bea Example')[0]).not.toContain('4')
  })

  it('does not rate over what both agreed, and says where to change it', async () => {
    await show(await threePeople())
    await toFirstCell()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}')
    await expect.poll(focusedName).toContain('Cay Example')
    await userEvent.keyboard('5')
    await expect
      .element(page.getByText(new RegExp(`agreed in ${season}: change it in the appraisal`)))
      .toBeInTheDocument()
    expect(await given('cay', OTHER)).toBe(undefined)
  })

  it('marks somebody away from their name, counts them out of cover, and takes it back', async () => {
    await show(await threePeople())
    await userEvent.click(page.getByRole('button', { name: /^Cay Example/ }))
    await userEvent.click(page.getByRole('button', { name: 'Away, no day known' }))
    await expect.element(page.getByRole('rowheader', { name: /Cay Example · Away/ })).toBeVisible()
    const able = () =>
      page.getByRole('row', { name: /^Able/ }).element().querySelector('td [aria-hidden]')?.textContent
    await expect.poll(able).toBe('0–2')
    await userEvent.click(page.getByRole('button', { name: 'Undo' }))
    await expect.poll(able).toBe('1–3')
  })

  it('holds the view in the address: a choice goes there, and back goes back', async () => {
    await show(await threePeople(), '/team?turned=yes')
    await expect.element(page.getByRole('columnheader', { name: /Cay Example/ })).toBeVisible()
    await userEvent.click(page.getByRole('button', { name: 'Filter and layout' }))
    await userEvent.click(page.getByText('Compact'))
    await expect.poll(() => router.currentRoute.value.query).toEqual({ turned: 'yes', compact: 'yes' })
    router.back()
    await expect.poll(() => router.currentRoute.value.query).toEqual({ turned: 'yes' })
  })

  it('orders people by one skill from its name, not known last, and offers no sum to order by', async () => {
    await show(await threePeople())
    await userEvent.click(page.getByRole('button', { name: skillName, exact: true }))
    const names = () =>
      [...document.querySelectorAll('tbody th button')].map((each) => each.firstChild?.textContent)
    await expect.poll(names).toEqual(['Cay Example', 'Ann Example', 'Bea Example'])
    expect(router.currentRoute.value.query.people).toBe(`highest.${SKILL}`)
    await expect
      .element(page.getByRole('columnheader', { name: skillName }))
      .toHaveAttribute('aria-sort', 'descending')
    await userEvent.click(page.getByRole('button', { name: 'Filter and layout' }))
    const orders = page.getByLabelText('People in order of').element() as HTMLSelectElement
    expect([...orders.options].map(({ value }) => value)).toEqual(['name', 'role', 'unit', 'skill'])
  })

  it('shows nobody under a unit of a structure in consultation', async () => {
    const catalogue = await threePeople((one) => {
      one.after = { ...one.after, inConsultation: true, units: [{ id: 'north', name: 'North unit' }] }
    })
    await db.members.update('cay', { unit: 'north' })
    await show(catalogue, '/team?group=unit&unit=north')
    await expect.element(rowOf('Ann Example')).toBeVisible()
    expect(document.body.textContent).not.toContain('North unit')
    await expect.element(page.getByText(/The new structure is in consultation/)).toBeVisible()
  })

  it('keeps a view by name', async () => {
    await show(await threePeople(), '/team?compact=yes')
    await userEvent.click(page.getByRole('button', { name: 'Views' }))
    await userEvent.click(page.getByRole('button', { name: 'Keep this view…' }))
    await userEvent.fill(page.getByLabelText(/^Its name/), 'Mine')
    await userEvent.click(page.getByRole('button', { name: 'Keep it' }))
    await userEvent.click(page.getByRole('button', { name: 'Views' }))
    await expect
      .poll(() => page.getByRole('link', { name: 'Mine' }).element().getAttribute('href'))
      .toBe('/team?compact=yes')
  })

  it('is a list where the screen is too narrow for a table, and rates there too', async () => {
    await page.viewport(360, 800)
    await show(await threePeople())
    const select = page.getByLabelText(`Your rating of Ann Example in ${skillName}`)
    await userEvent.selectOptions(select, '2 Assists')
    await expect.poll(() => given('ann')).toEqual({ level: 2, on })
    await expect.element(page.getByText('2 Assists, given by you')).toBeVisible()
  })

  it.each(['light', 'dark'])('axe finds nothing wrong in the %s theme, wide and narrow', async (theme) => {
    document.documentElement.dataset.theme = theme
    await show(await threePeople())
    for (const width of [1280, 360]) {
      await page.viewport(width, 800)
      await expect.element(page.getByText(/3 of 3 people/)).toBeVisible()
      const { violations } = await axe.run(wrapper.element.parentElement!, {
        rules: { region: { enabled: false } },
      })
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
    }
    delete document.documentElement.dataset.theme
  })
})

describe('a large team', () => {
  const SIZE = { people: 60, skills: 120 }

  beforeEach(async () => {
    const { catalogue, members, appraisals } = largeTeam(SIZE, { ...KEYS, season })
    await db.members.bulkPut(members)
    await db.appraisals.bulkPut(appraisals)
    await show(catalogue)
    await expect.element(page.getByText('60 of 60 people, 120 of 120 skills')).toBeVisible()
  })

  it('draws what is near its window, and says how many rows and columns there are', async () => {
    const grid = page.getByRole('grid').element()
    expect(Number(grid.getAttribute('aria-rowcount'))).toBe(SIZE.people + 4)
    expect(Number(grid.getAttribute('aria-colcount'))).toBe(SIZE.skills + 1)
    expect(grid.querySelectorAll('td.team-cell').length).toBeLessThan(3_000)
  })

  it('goes to the last cell and back by keyboard, each with the place it has', async () => {
    document.querySelector<HTMLElement>('.team-grid [tabindex="0"]')!.focus()
    await userEvent.keyboard('{Control>}{End}{/Control}')
    await expect.poll(focusedName).toContain('Person 060')
    expect(document.activeElement?.getAttribute('aria-colindex')).toBe(String(SIZE.skills + 1))
    const row = document.activeElement!.closest('tr')!
    expect(Number(row.getAttribute('aria-rowindex'))).toBe(SIZE.people + 4)
    await userEvent.keyboard('{Control>}{Home}{/Control}')
    await expect.poll(focusedName).toContain('Person 001')
  })

  it('keeps the keyboard when its cell is scrolled away, and comes back with the next key', async () => {
    document.querySelector<HTMLElement>('.team-grid [tabindex="0"]')!.focus()
    const box = document.querySelector('.team-scroller')!
    box.scrollTop = box.scrollHeight
    await expect.poll(() => document.activeElement).toBe(box)
    await userEvent.keyboard('{ArrowDown}')
    await expect.poll(focusedName).toContain('Person 002')
  })
})

import { mount, type VueWrapper } from '@vue/test-utils'
import axe from 'axe-core'
import { createPinia } from 'pinia'
import { page, userEvent } from 'vitest/browser'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { town } from '../../../../tests/support/town'
import { actionsOf } from '../../../database/actions'
import { appraisalsOf, mergeInto, sayIn } from '../../../database/appraisals'
import { keepCatalogue } from '../../../database/catalogues'
import { WaymarkDatabase } from '../../../database/database'
import { appraisalKey } from '../../../database/laptopKeys'
import { ME } from '../../../database/people'
import { isConfirmedByBoth } from '../../../domain/appraisal/confirm'
import { sayAll, type Saying } from '../../../domain/appraisal/say'
import { differencesIn, standingOf, valueOf } from '../../../domain/appraisal/standing'
import { laptopKey } from '../../../session/laptop'
import { useLibrary } from '../../../session/library'
import { today } from '../../../session/today'
import MeetingPage from './MeetingPage.vue'

const SEASON = today().slice(0, 4)
const AT = '2026-11-20T09:00:00.000Z'
const ON = 'town@1'

let db: WaymarkDatabase
let wrapper: VueWrapper | undefined
let manager: string

const own = (skill: string, level: number): Saying => ({
  kind: 'own',
  key: skill,
  value: { level, at: AT, on: ON },
})
const given = (skill: string, level: number, by = manager): Saying => ({
  kind: 'given',
  key: `${by}/${skill}`,
  value: { level, on: ON },
})
/** Said on a laptop that is not this one, and brought by a file. */
const brought = (person: string, laptop: string, ...sayings: Saying[]) =>
  mergeInto(db, person, SEASON, sayAll({}, { laptop, at: AT }, sayings))
const sayHere = (person: string, ...sayings: Saying[]) => sayIn(db, person, SEASON, AT, ...sayings)

beforeEach(async () => {
  db = new WaymarkDatabase(`meeting-${crypto.randomUUID()}`)
  await keepCatalogue(db, { version: 'built-in', text: JSON.stringify(town()) })
  await db.members.put({ id: 'alder', name: 'Alder', role: 'town-gardener', addedAt: AT })
  await db.people.put({ id: ME, name: 'Oak', role: 'town-gardener' })
  manager = await appraisalKey(db)
})
afterEach(async () => {
  wrapper?.unmount()
  wrapper = undefined
  await db.delete({ disableAutoOpen: true })
})

/** Alder says digging 3 and planting 2 and bathing 1; Oak gave 2, 2 and 1. */
async function bothRated() {
  const names: Saying = { kind: 'person', key: '', value: { name: 'Alder', role: 'town-gardener' } }
  await brought(
    'alder',
    'alders',
    names,
    own('town-digging', 3),
    own('town-planting', 2),
    own('town-bathing', 1),
  )
  await sayHere('alder', given('town-digging', 2), given('town-planting', 2), given('town-bathing', 1))
}
const open = (): Saying => ({ kind: 'opened', key: manager, value: { how: 'rated first', rated: 3 } })

async function show(member: string) {
  const pinia = createPinia()
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: MeetingPage }],
  })
  wrapper = mount(MeetingPage, {
    props: { member },
    attachTo: document.body,
    global: { plugins: [pinia, router], provide: { [laptopKey as symbol]: { db, sample: false } } },
  })
  await useLibrary(pinia).open()
  await expect.element(page.getByRole('heading', { name: 'Actions', level: 2 }).first()).toBeInTheDocument()
}

const writes = async (person = 'alder') => (await appraisalsOf(db, person))[0]!.writes
const agreed = async (skill: string, person = 'alder') =>
  valueOf(await writes(person), 'agreed', skill)?.level
const press = (name: string | RegExp) => userEvent.click(page.getByRole('button', { name }))

it('shows no level of theirs before the manager has opened them', async () => {
  await bothRated()
  await show('alder')
  expect(document.body.textContent).toContain('own ratings are still hidden')
  expect(document.querySelectorAll('[data-skill]')).toHaveLength(0)
  expect(document.body.textContent).not.toContain('3 Leads')
})

it('has the differences only on its agenda, and agrees one with a key', async () => {
  await bothRated()
  await sayHere('alder', open())
  await show('alder')
  await expect.element(page.getByRole('radiogroup', { name: 'Agreed: Digging' })).toBeInTheDocument()
  expect(
    [...document.querySelectorAll('[data-skill]')].map((item) => item.getAttribute('data-skill')),
  ).toEqual(['town-digging'])
  ;(page.getByRole('radio', { name: 'Digging, agreed: none yet' }).element() as HTMLElement).focus()
  await userEvent.keyboard('2')
  await expect.poll(() => agreed('town-digging')).toBe(2)
  expect(valueOf(await writes(), 'meeting', '')).toBe(today())
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => agreed('town-digging')).toBe(3)
  await userEvent.keyboard('z')
  await expect.poll(() => agreed('town-digging')).toBe(2)
  await userEvent.keyboard('{Backspace}')
  await expect.poll(() => agreed('town-digging')).toBeUndefined()
})

it('says of a rating that it was given after theirs were opened', async () => {
  await bothRated()
  await sayHere('alder', open())
  await sayIn(db, 'alder', SEASON, '2026-11-21T09:00:00.000Z', given('town-planting', 1))
  await show('alder')
  await expect.element(page.getByText('given after theirs were opened, 21 November 2026')).toBeVisible()
  expect(document.querySelector('[data-skill=town-digging]')?.textContent).not.toContain('after theirs')
})

it('agrees in one press what both said the same of, and takes it all back in one', async () => {
  await bothRated()
  await sayHere('alder', open())
  await show('alder')
  await press('Agree the other 2 where you both said the same')
  await expect.poll(async () => standingOf(await writes(), 'agreed').size).toBe(2)
  expect(await agreed('town-digging')).toBeUndefined()
  await press('Undo')
  await expect.poll(async () => standingOf(await writes(), 'agreed').size).toBe(0)
})

it('keeps a comment and a summary at every keystroke', async () => {
  await bothRated()
  await sayHere('alder', open())
  await show('alder')
  await userEvent.fill(page.getByRole('textbox', { name: 'In Oak’s words' }), 'A good year')
  await expect.poll(async () => valueOf(await writes(), 'summary', 'manager')).toBe('A good year')
  await userEvent.click(page.getByText('Comment', { exact: false }).first())
  await userEvent.fill(page.getByRole('textbox', { name: 'Comment on Digging' }), 'Deep')
  await expect.poll(async () => valueOf(await writes(), 'comment', 'town-digging')).toBe('Deep')
})

it('is confirmed by both names, opens as the form, and a change asks for both again', async () => {
  await bothRated()
  await sayHere('alder', open())
  await show('alder')
  await press('Agree the other 2 where you both said the same')
  await press('I confirm: Alder')
  await press('I confirm: Oak')
  await expect.poll(async () => isConfirmedByBoth(await writes())).toBe(true)
  await expect.element(page.getByRole('article', { name: /^Appraisal of Alder/ })).toBeVisible()
  await expect.element(page.getByText(/Confirmed by Alder in Waymark/)).toBeVisible()
  await press('Change something')
  await userEvent.fill(page.getByRole('textbox', { name: 'In Oak’s words' }), 'One more thing')
  await expect.element(page.getByText('Summary, the manager: One more thing')).toBeVisible()
  expect(isConfirmedByBoth(await writes())).toBe(false)
  await expect.element(page.getByRole('button', { name: 'I confirm again: Alder' })).toBeVisible()
})

it('lists what two laptops say differently, in full, and confirms nothing before one is chosen', async () => {
  await bothRated()
  await sayHere('alder', open(), { kind: 'comment', key: 'town-digging', value: 'As Oak typed it' })
  await brought('alder', 'alders2', { kind: 'comment', key: 'town-digging', value: 'As Alder typed it' })
  await show('alder')
  await expect.element(page.getByText('As Oak typed it').first()).toBeVisible()
  await expect.element(page.getByText('As Alder typed it').first()).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'I confirm: Oak' })).toBeDisabled()
  await press('This one: Comment: Digging, As Alder typed it')
  await expect.poll(async () => differencesIn(await writes())).toEqual([])
  expect(valueOf(await writes(), 'comment', 'town-digging')).toBe('As Alder typed it')
  await expect.element(page.getByRole('button', { name: 'I confirm: Oak' })).toBeEnabled()
})

it('is on the person’s own laptop theirs to confirm, and theirs to take the actions from, each once', async () => {
  const action: Saying = {
    kind: 'action',
    key: 'a-1',
    value: { skill: 'town-planting', to: 3, way: 'on the job', what: 'Plant the avenue', due: '2027-03-01' },
  }
  await sayHere(ME, own('town-digging', 1))
  await brought(
    ME,
    'boss',
    { kind: 'manager', key: 'boss', value: { name: 'Ash' } },
    given('town-digging', 2, 'boss'),
    action,
  )
  await show(ME)
  await expect.element(page.getByRole('heading', { name: 'My appraisal' })).toBeVisible()
  await expect.element(page.getByRole('radiogroup', { name: 'Agreed: Digging' })).toBeInTheDocument()
  await expect.element(page.getByRole('textbox', { name: 'In Ash’s words' })).toHaveAttribute('readonly')
  expect(page.getByRole('button', { name: 'I confirm: Ash' }).elements()).toHaveLength(0)
  await press('Take the action into my plan')
  await expect
    .poll(async () => (await actionsOf(db, ME)).map(({ id, what }) => [id, what]))
    .toEqual([['a-1', 'Plant the avenue']])
  await expect.element(page.getByText('All of them are in')).toBeVisible()
})

it('lets a person whom two managers rated look at each one’s', async () => {
  await sayHere(ME, own('town-digging', 1))
  for (const [key, name, level] of [
    ['ash', 'Ash', 2],
    ['elm', 'Elm', 4],
  ] as const)
    await brought(ME, `${key}s`, { kind: 'manager', key, value: { name } }, given('town-digging', level, key))
  await show(ME)
  for (const name of ['Ash', 'Elm']) {
    await userEvent.selectOptions(page.getByLabelText('With which manager'), name)
    await expect.element(page.getByText(new RegExp(`With ${name}, season`))).toBeVisible()
  }
  await expect.element(page.getByRole('link', { name: 'Save a copy for Elm' })).toBeVisible()
})

it('folds what the role does not ask and one of the two did not rate, and opens it to the keys', async () => {
  await bothRated()
  await sayHere('alder', given('town-bathing', 1), given('town-draining', 3), open())
  await show('alder')
  const folded = page.getByText(/Not asked by the role, and rated by one of you only/)
  await expect.element(folded).toBeVisible()
  expect(folded.element().closest('details')?.open).toBe(false)
  page.getByRole('radio', { name: 'Digging, agreed: none yet' }).element().focus()
  await userEvent.keyboard('{End}')
  await expect.poll(() => folded.element().closest('details')?.open).toBe(true)
})

it('passes axe, on the agenda and as the form', async () => {
  await bothRated()
  await sayHere('alder', open())
  await show('alder')
  const faults = async () => {
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } })
    return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
  }
  expect(await faults()).toEqual([])
  await press('Agree the other 2 where you both said the same')
  await press('I confirm: Alder')
  await press('I confirm: Oak')
  await expect.element(page.getByRole('article', { name: /^Appraisal of Alder/ })).toBeVisible()
  expect(await faults()).toEqual([])
})

import { mount, type VueWrapper } from '@vue/test-utils'
import { userEvent } from 'vitest/browser'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { h, ref } from 'vue'
import { setAside, type Rating } from '../../domain/assessment'
import type { Id } from '../../domain/id'
import type { Skill } from '../../domain/skill'
import RatingMatrix from './RatingMatrix.vue'

const skill = (id: string, name: string): Skill => ({
  id,
  name,
  summary: '',
  groups: ['county-g'],
  descriptors: [],
})
const design = skill('county-design', 'Solution design')
const data = skill('county-data', 'Data modelling')
const levels = ['Aware', 'Assists', 'Works unaided', 'Leads', 'Sets direction'].map((label, index) => ({
  ordinal: index + 1,
  label,
}))

let wrapper: VueWrapper
let said: [Id, number | undefined][]
let undone: number
let confirmed: Id[]
const [at, on] = ['2026-11-23T09:00:00Z', 'county@1']
const active = ref<Id>()
const ratings = ref<Record<Id, Rating>>({})

function rate(id: Id, level: number | undefined) {
  said.push([id, level])
  const { [id]: _before, ...others } = ratings.value
  ratings.value = level === undefined ? others : { ...others, [id]: { level, at, on } }
}

beforeEach(() => {
  said = []
  undone = 0
  confirmed = []
  active.value = undefined
  ratings.value = {}
  wrapper = mount(
    {
      render: () =>
        h(RatingMatrix, {
          caption: 'Skills',
          groups: [{ id: 'county-g', name: 'Architecture', skills: [design, data] }],
          scale: { levels, working: 3 },
          ratings: ratings.value,
          active: active.value,
          'onUpdate:active': (id: Id | undefined) => (active.value = id),
          onRate: rate,
          today: '2026-11-23',
          onUndo: () => (undone += 1),
          onNotRelevant: (id: Id) =>
            (ratings.value = { ...ratings.value, [id]: setAside(ratings.value[id], at, on) }),
          onConfirm: (id: Id) => confirmed.push(id),
        }),
    },
    { attachTo: document.body },
  )
})
afterEach(() => wrapper.unmount())

const focused = () => document.activeElement?.getAttribute('aria-label')
const radio = (name: string) => document.querySelector<HTMLInputElement>(`input[aria-label="${name}"]`)

it('is a real table whose rows are radio groups named by the skill, each radio by skill and level', () => {
  const group = document.querySelector('[role=radiogroup]')
  expect(document.getElementById(group?.getAttribute('aria-labelledby') ?? '')?.textContent).toContain(
    'Solution design',
  )
  expect(radio('Solution design: 3 Works unaided')?.type).toBe('radio')
  expect(radio('Solution design: none yet')).not.toBeNull()
  expect(group?.closest('table')?.caption?.textContent).toContain('Skills')
})

it('has one tab stop a skill', async () => {
  await userEvent.tab()
  expect(focused()).toContain('Solution design')
  await userEvent.tab()
  expect(focused()).toContain('Data modelling')
})

it('rates with one digit, moves with up and down, and changes level with left and right', async () => {
  await userEvent.tab()
  await userEvent.keyboard('3')
  expect(said).toEqual([['county-design', 3]])
  await userEvent.keyboard('{ArrowDown}')
  expect(focused()).toContain('Data modelling')
  expect(said).toHaveLength(1)
  await userEvent.keyboard('2{ArrowRight}')
  expect(said.slice(1)).toEqual([
    ['county-data', 2],
    ['county-data', 3],
  ])
  await userEvent.keyboard('{ArrowUp}')
  expect(focused()).toBe('Solution design: 3 Works unaided')
})

it('keeps none yet and not rated apart', async () => {
  await userEvent.tab()
  await userEvent.keyboard('0')
  expect(wrapper.text()).toContain('none yet')
  expect(radio('Solution design: none yet')?.checked).toBe(true)
  await userEvent.keyboard('{Backspace}')
  expect(said.at(-1)).toEqual(['county-design', undefined])
  expect(document.querySelectorAll('input:checked')).toHaveLength(0)
  expect(document.querySelector('tr[data-skill=county-design]')?.textContent).toContain('not rated')
})

it('ignores a digit the scale does not have', async () => {
  await userEvent.tab()
  await userEvent.keyboard('9')
  expect(said).toEqual([])
})

it('acts on single keys only inside the matrix', async () => {
  await userEvent.keyboard('3z')
  expect(said).toEqual([])
  expect(undone).toBe(0)
  await userEvent.tab()
  await userEvent.keyboard('z')
  expect(undone).toBe(1)
})

it('makes the skill in focus the active one', async () => {
  await userEvent.tab()
  expect(active.value).toBe('county-design')
  await userEvent.keyboard('{End}')
  expect(active.value).toBe('county-data')
})

it('has not relevant as an answer of its own, that a level takes the place of', async () => {
  await userEvent.tab()
  await userEvent.keyboard('3n')
  const row = document.querySelector('tr[data-skill=county-design]')
  expect(row?.textContent).toContain('not relevant')
  expect(document.querySelectorAll('input:checked')).toHaveLength(0)
  await userEvent.keyboard('2')
  expect(row?.textContent).not.toContain('not relevant')
})

it('says still right with one key and goes on to the next skill', async () => {
  await userEvent.tab()
  await userEvent.keyboard('3y')
  expect(confirmed).toEqual(['county-design'])
  expect(focused()).toContain('Data modelling')
})

it('says in the row how sure and when last used', async () => {
  ratings.value = { 'county-design': { level: 3, at, on, sure: 'fairly', lastUsed: '2023-01' } }
  await expect
    .poll(() => document.querySelector('tr[data-skill=county-design]')?.textContent)
    .toContain('Fairly sure')
  expect(document.querySelector('tr[data-skill=county-design]')?.textContent).toContain('over two years ago')
})

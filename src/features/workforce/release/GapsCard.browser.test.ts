import { mount } from '@vue/test-utils'
import axe from 'axe-core'
import { expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import BarChart from '../../../ui/charts/BarChart.vue'
import GapsCard from './GapsCard.vue'
import type { GapRow } from './gapRows'

const row = (id: string, people: number): GapRow => ({
  id,
  name: `Skill ${id}`,
  short: { people, margin: 6 },
  able: { people: 40, margin: 6 },
  share: { share: people / 130, margin: 0.05 },
})

async function show(rows: GapRow[]) {
  const routes = [{ path: '/:rest(.*)*', component: { render: () => null } }]
  const card = mount(GapsCard, {
    attachTo: document.body,
    global: { plugins: [createRouter({ history: createMemoryHistory(), routes })] },
    props: {
      title: 'Ten largest gaps',
      lead: 'People below what their role asks.',
      of: 'Self-assessed; 130 of 240 replied.',
      what: 'Skill',
      unit: 'People below what their role asks',
      short: 'People below what their role asks',
      able: 'People able',
      rows,
      shown: 10,
      linked: true,
    },
  })
  return card
}

const rowsOf = (table: Element) =>
  [...table.querySelectorAll('tbody tr')].map((tr) =>
    [...tr.children].map((cell) => cell.textContent?.trim()),
  )

it('says in the table exactly what the chart draws, and of what', async () => {
  const card = await show([row('a', 31), row('b', 27), row('c', 8), row('d', 4)])
  await vi.waitFor(() => expect(card.find('canvas').exists()).toBe(true))
  expect(card.findComponent(BarChart).props('bars')).toEqual([
    { name: 'Skill a', value: 31, margin: 6 },
    { name: 'Skill b', value: 27, margin: 6 },
    { name: 'Skill c', value: 8, margin: 6 },
  ])
  expect(rowsOf(card.find('table').element)).toEqual([
    ['Skill a', '1 to 2', '31 ± 6', '24 % ± 5', '40 ± 6'],
    ['Skill b', '1 to 2', '27 ± 6', '21 % ± 5', '40 ± 6'],
    ['Skill c', '3 to 4', '8 ± 6', '6 % ± 5', '40 ± 6'],
  ])
  expect(card.text()).toContain('Self-assessed; 130 of 240 replied.')
  expect(card.text()).toContain('Ranks 1 to 2 are within each other’s range: treat them as equal.')
  const everything = card.findAll('table').at(-1)!
  expect(rowsOf(everything.element).at(-1)![2]).toMatch(/^0 to 10\s+may be none$/)
  expect((await axe.run(card.element)).violations).toEqual([])
  card.unmount()
})

it('draws each bar’s range', async () => {
  const card = await show([row('a', 31)])
  await vi.waitFor(() => expect(card.find('canvas').exists()).toBe(true))
  const canvas = card.find('canvas').element
  await vi.waitFor(() => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
    expect(data.some((value) => value > 0)).toBe(true)
  })
  expect(card.find('canvas').attributes('aria-label')).toContain('The table says the same')
  card.unmount()
})

it('neither ranks nor draws what is within its own margin', async () => {
  const card = await show([row('a', 5), row('b', 2)])
  expect(card.text()).toContain('No gap here is larger than its own margin')
  expect(card.find('canvas').exists()).toBe(false)
  card.unmount()
})

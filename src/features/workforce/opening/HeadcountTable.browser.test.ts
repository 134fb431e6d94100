import { mount } from '@vue/test-utils'
import axe from 'axe-core'
import { afterEach, expect, it } from 'vitest'
import type { Headcount } from '../../../contract/period'
import { DIVIDED_FROM } from '../../../domain/release/grid'
import GridPreview from './GridPreview.vue'
import HeadcountTable from './HeadcountTable.vue'
import { plannedGrid } from './planned'

const names = {
  units: new Map([
    ['north', 'North'],
    ['south', 'South'],
  ]),
  families: new Map([
    ['data', 'Data'],
    ['networks', 'Networks'],
  ]),
}
const start: Headcount[] = [
  { unit: 'north', family: 'data', headcount: 30 },
  { unit: 'south', family: 'data', headcount: 12 },
]

function table(rows = start) {
  const wrapper = mount(HeadcountTable, {
    attachTo: document.body,
    props: {
      names,
      modelValue: rows,
      'onUpdate:modelValue': (now: Headcount[]) => wrapper.setProps({ modelValue: now }),
    },
  })
  return wrapper
}
let shown: ReturnType<typeof table>
const rows = () => shown.props('modelValue')
afterEach(() => shown.unmount())

it('changes, adds up, adds and removes rows, and says each aloud', async () => {
  shown = table()
  await shown.get('[aria-label="Posts: Data in South"]').setValue(20)
  expect(rows()[1]!.headcount).toBe(20)
  expect(shown.get('tfoot').text()).toContain('50')

  await shown.get('[aria-label="Unit of the new row"]').setValue('south')
  await shown.get('[aria-label="Family of the new row"]').setValue('data')
  await shown.get('[aria-label="Posts of the new row"]').setValue(5)
  await shown
    .findAll('button')
    .find((button) => button.text() === 'Add')!
    .trigger('click')
  expect(rows()).toEqual([start[0], { unit: 'south', family: 'data', headcount: 25 }])
  expect(shown.get('[role=status]').text()).toBe('Data in South: 5 added')

  await shown.get('[aria-label="Remove Data in North"]').trigger('click')
  expect(rows()).toHaveLength(1)
  expect(shown.get('[role=status]').text()).toBe('Data in North removed')
  expect((await axe.run(shown.element)).violations).toEqual([])
})

it('puts back what stood there where no number of posts is typed', async () => {
  shown = table()
  const field = shown.get<HTMLInputElement>('[aria-label="Posts: Data in North"]')
  for (const wrong of ['', '-4', '2.5']) {
    await field.setValue(wrong)
    expect(field.element.value).toBe('30')
  }
  expect(rows()).toEqual(start)
})

it('takes a paste in place of the table, and names in one sentence what it left out', async () => {
  shown = table()
  await shown.get('textarea').setValue('Unit\tFamily\tPosts\nNorth\tNetworks\t44\nEast\tData\t9')
  await shown
    .findAll('button')
    .find((button) => button.text() === 'Read these rows')!
    .trigger('click')
  expect(rows()).toEqual([{ unit: 'north', family: 'networks', headcount: 44 }])
  expect(shown.text()).toContain('The table now holds 1 row with 44 posts.')
  expect(shown.text()).toContain('1 row was left out: row 3 (no unit is called “East”).')
})

it('leaves the table alone where nothing of a paste can be read', async () => {
  shown = table()
  await shown.get('textarea').setValue('no columns here')
  await shown
    .findAll('button')
    .find((button) => button.text() === 'Read these rows')!
    .trigger('click')
  expect(rows()).toEqual(start)
  expect(shown.text()).toContain('1 row was left out')
})

it('previews the groups of staff a grid will have', () => {
  shown = table()
  const headcounts = ['north', 'south'].flatMap((unit) =>
    ['data', 'networks'].map((family) => ({ unit, family, headcount: DIVIDED_FROM / 4 })),
  )
  const preview = (of: Headcount[]) => {
    const plan = plannedGrid(of, 'families', [], names, '2026-11-23')
    return mount(GridPreview, { props: { plan, epsilon: 1, skillsInGroup: 6 } })
  }
  expect(
    preview(headcounts)
      .findAll('tbody tr')
      .map((row) => row.text()),
  ).toEqual([
    'Data in North25Skill groups',
    'Data in South25Skill groups',
    'Networks in North25Skill groups',
    'Networks in South25Skill groups',
  ])
  expect(preview(start).text()).toContain('Under 100 posts the service is only ever spoken of as a whole.')
  expect(preview(start).text()).toContain('Each skill and skill group over the whole organisation of 42')
  expect(preview([{ ...start[0]!, headcount: 19 }]).text()).toContain('Fewer than 20 posts')
})

import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import RadarChart from './RadarChart.vue'

const axes = ['Architecture', 'Infrastructure and cloud', 'Security', 'Resilience and disaster recovery']

let wrapper: VueWrapper
afterEach(() => wrapper.unmount())

function shownAcross(width: string) {
  const room = Object.assign(document.createElement('div'), { className: 'room' })
  room.style.inlineSize = width
  document.body.replaceChildren(room)
  const values = axes.map(() => 3)
  wrapper = mount(RadarChart, {
    attachTo: room,
    props: {
      label: 'By group',
      axes,
      highest: 5,
      asked: [{ name: 'Asked', values }],
      has: { name: 'Had', values },
    },
  })
  return room
}

const names = () => [...document.querySelectorAll('.names li')].map((item) => item.textContent?.trim())
const numbered = axes.map((name, at) => `${at + 1} ${name}`)

describe('the names of the axes', () => {
  it('are numbered and said below where the drawing would cut them off', async () => {
    shownAcross('14rem')
    await expect.poll(names).toEqual(numbered)
  })

  it('stand at their axes where there is room, also once the page grows', async () => {
    const room = shownAcross('14rem')
    await expect.poll(names).toEqual(numbered)
    room.style.inlineSize = '40rem'
    await expect.poll(names).toEqual([])
  })
})

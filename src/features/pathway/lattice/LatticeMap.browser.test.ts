import { mount, type VueWrapper } from '@vue/test-utils'
import { userEvent } from 'vitest/browser'
import { afterEach, describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { readiness } from '../../../domain/gap'
import { latticeOf, type Lattice } from '../../../domain/lattice'
import { MOVE_KINDS, type Move } from '../../../domain/move'
import type { RoleProfile } from '../../../domain/role'
import LatticeMap from './LatticeMap.vue'

const families = ['Architecture', 'Projects', 'Support', 'Data', 'Service'].map((name) => ({
  id: name.toLowerCase(),
  name,
}))
function role(name: string, family: string, seniority: number): RoleProfile {
  const requirements = [{ skill: 'design', level: 4, essential: true }]
  return { id: name.toLowerCase().replaceAll(' ', '-'), name, family, seniority, purpose: '', requirements }
}
const move = (from: string, to: string, kind: Move['kind']): Move => ({ from, to, kind })

const small = latticeOf(
  [
    role('Technical architect', 'architecture', 2),
    role('Solution architect', 'architecture', 3),
    role('Enterprise architect', 'architecture', 4),
    role('Project manager', 'projects', 3),
  ],
  families,
  [
    move('technical-architect', 'solution-architect', 'promotion'),
    move('solution-architect', 'enterprise-architect', 'promotion'),
    move('solution-architect', 'project-manager', 'sideways'),
  ],
)

let wrapper: VueWrapper
afterEach(() => wrapper.unmount())

async function shown(
  lattice: Lattice,
  { mine = [], ...about }: { mine?: [string, string][]; target?: string; looking?: string } = {},
) {
  const routes = [{ path: '/:rest(.*)*', component: { template: '<p />' } }]
  const router = createRouter({ history: createMemoryHistory(), routes })
  const answers = { design: { level: 2 } }
  wrapper = mount(LatticeMap, {
    attachTo: document.body,
    global: { plugins: [router] },
    props: {
      lattice,
      readiness: new Map(lattice.cards.map(({ role: of }) => [of.id, readiness(of, answers)])),
      highest: 5,
      linkTo: (id: string) => ({ path: '/pathway', query: { role: id } }),
      mine: new Map(mine),
      ...about,
    },
  })
  await router.isReady()
  return router
}
const focused = () => document.activeElement?.closest('[data-role]')?.getAttribute('data-role')
const spoken = (id: string) => document.querySelector(`[data-role="${id}"] a`)?.getAttribute('aria-label')

describe('a role on the map', () => {
  it('reads as sentences: its name, whose it is, how ready, and where it leads', async () => {
    await shown(small, { mine: [['solution-architect', 'You']], target: 'enterprise-architect' })
    expect(spoken('solution-architect')).toBe(
      'Solution architect You 50 % ready. Promotion to Enterprise architect; sideways to Project manager.',
    )
    expect(spoken('enterprise-architect')).toBe(
      'Enterprise architect Target 50 % ready. No moves are drawn from here.',
    )
  })

  it('says on secondment which role is worked in and which is held, and starts from the first', async () => {
    await shown(small, {
      mine: [
        ['project-manager', 'You, on secondment'],
        ['solution-architect', 'Your own role'],
      ],
    })
    expect(spoken('project-manager')).toBe(
      'Project manager You, on secondment 50 % ready. No moves are drawn from here.',
    )
    expect(spoken('solution-architect')).toContain('Solution architect Your own role 50 % ready.')
    expect(document.querySelector('.cards a[tabindex="0"]')?.closest('li')?.dataset.role).toBe(
      'project-manager',
    )
  })

  it('is one tab stop with the others, from which arrow keys walk the moves and Enter opens', async () => {
    const router = await shown(small, { mine: [['solution-architect', 'You']] })
    const before = document.querySelectorAll('.cards a[tabindex="0"]')
    expect(before).toHaveLength(1)
    ;(before[0] as HTMLElement).focus()
    expect(focused()).toBe('solution-architect')
    await userEvent.keyboard('{ArrowUp}')
    expect(focused()).toBe('enterprise-architect')
    await userEvent.keyboard('{ArrowDown}{ArrowRight}')
    expect(focused()).toBe('project-manager')
    expect(document.querySelectorAll('.cards a[tabindex="0"]')).toHaveLength(1)
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => router.currentRoute.value.query.role).toBe('project-manager')
  })
})

describe('the size of the map', () => {
  const percent = () => document.querySelector('.percent')?.textContent

  it('changes by button, by key, and by Ctrl and the wheel', async () => {
    await shown(small)
    await userEvent.click(document.querySelector('[aria-label="Larger"]')!)
    expect(percent()).toBe('115 %')
    document.querySelector<HTMLElement>('.cards a')!.focus()
    await userEvent.keyboard('-')
    expect(percent()).toBe('100 %')
    const wheel = new WheelEvent('wheel', { deltaY: 100, ctrlKey: true, cancelable: true, bubbles: true })
    document.querySelector('.canvas')!.dispatchEvent(wheel)
    expect(wheel.defaultPrevented).toBe(true)
    await expect.poll(percent).toBe('90 %')
  })
})

describe('what is seen of a large map', () => {
  const roles = families.flatMap(({ id }) =>
    [1, 2, 3, 4, 5].map((seniority) => role(`${id} ${seniority}`, id, seniority)),
  )
  const large = latticeOf(roles, families, [])
  /** Whether the middle of a card is what is seen there: not scrolled away, and under no label. */
  function isSeen(id: string) {
    const card = document.querySelector(`[data-role="${id}"]`)!
    const { x, y, width, height } = card.getBoundingClientRect()
    return card.contains(document.elementFromPoint(x + width / 2, y + height / 2))
  }
  const narrowed = (pane: HTMLElement) =>
    Object.assign(pane.style, { inlineSize: '20rem', blockSize: '20rem' })

  it('is the role looked at, whichever was walked to before', async () => {
    await shown(large, { mine: [['architecture-5', 'You']] })
    narrowed(document.querySelector<HTMLElement>('.pane')!)
    document.querySelector<HTMLElement>('.cards a[tabindex="0"]')!.focus()
    await wrapper.setProps({ looking: 'service-1' })
    await expect.poll(() => isSeen('service-1')).toBe(true)
    await wrapper.setProps({ looking: undefined })
    await expect.poll(() => isSeen('architecture-5')).toBe(true)
  })

  it('says how high a row is of how many', async () => {
    await shown(large)
    expect(document.querySelector('.seniorities')!.textContent).toContain('Seniority 4 of 5')
  })
})

describe('250 roles', () => {
  const roles = Array.from({ length: 250 }, (_, index) =>
    role(`Role ${index}`, families[index % 5]!.id, 1 + (Math.floor(index / 5) % 5)),
  )
  const moves = Array.from({ length: 600 }, (_, index) =>
    move(
      `role-${index % 250}`,
      `role-${(index * 7 + 5 + Math.floor(index / 250) * 3) % 250}`,
      MOVE_KINDS[index % 4]!,
    ),
  )

  it('are all there, each in one place, and walking draws only two cards anew', async () => {
    await shown(latticeOf(roles, families, moves))
    expect(document.querySelectorAll('.cards a')).toHaveLength(250)
    document.querySelector<HTMLElement>('.cards a[tabindex="0"]')!.focus()
    const changed: string[] = []
    const watching = new MutationObserver((records) =>
      changed.push(
        ...records.map(
          ({ target }) => (target as Element).closest('[data-role]')?.getAttribute('data-role') ?? '',
        ),
      ),
    )
    watching.observe(document.querySelector('.cards')!, { subtree: true, attributes: true, childList: true })
    await userEvent.keyboard('{ArrowRight}')
    await expect.poll(() => new Set(changed).size).toBe(2)
    watching.disconnect()
  })
})

import axe from 'axe-core'
import { afterEach, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { showTeam, type Made, type ShownTeam } from '../../../../tests/support/shownTeam'
import FindPage from './FindPage.vue'

const TEAM: Record<string, Made> = {
  Rowan: { agreed: { 'town-digging': 3 } },
  Alder: { agreed: { 'town-digging': 3, 'town-planting': 2 } },
  Maple: { agreed: { 'town-digging': 2 } },
  Larch: { agreed: { 'town-planting': 3 } },
}

let shown: ShownTeam
afterEach(() => shown.close())
const show = async (query = '') => {
  shown = await showTeam(FindPage, `/team/find${query}`, TEAM)
}
const names = (section: string) =>
  page.getByRole('region', { name: section }).getByRole('heading', { level: 3 })

it('reads a plain question, keeps it in the address, and names who matches, who nearly does and how many may', async () => {
  await show()
  await page.getByRole('searchbox').fill('who leads digging')
  await expect.element(page.getByRole('button', { name: 'Digging Leads' })).toBeVisible()
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => shown.router.currentRoute.value.query).toEqual({ skills: 'town-digging.3' })
  await expect.element(names('Can: 2 people').first()).toHaveTextContent('Alder')
  await expect.element(names('Can: 2 people').nth(1)).toHaveTextContent('Rowan')
  await expect.element(names('Nearly: 1 person')).toHaveTextContent('Maple')
  await expect.element(page.getByText('one level short in Digging')).toBeVisible()
  await expect.element(page.getByText('1 person has not shared this')).toBeVisible()
  expect(document.body.textContent).not.toContain('Larch')
})

it('finds by what its levels look like where no name says it', async () => {
  await show()
  await page.getByRole('searchbox').fill('does bathing as at level')
  await expect.element(page.getByRole('button', { name: /^Bathing/ })).toBeVisible()
})

it('offers what most of the team’s roles ask while nothing is typed, and no key takes one unseen', async () => {
  shown = await showTeam(FindPage, '/team/find', {
    Rowan: { role: 'town-gardener', agreed: { 'town-digging': 2 } },
  })
  await expect.element(page.getByText('Asked of most of the team:')).toBeVisible()
  await userEvent.click(page.getByRole('searchbox'))
  await userEvent.keyboard('{Enter}')
  expect(shown.router.currentRoute.value.query).toEqual({})
  await userEvent.click(page.getByRole('button', { name: /^Digging/ }))
  await expect.element(page.getByRole('heading', { name: 'Can: 1 person' })).toBeVisible()
  await expect.element(page.getByText('Asked of most of the team:')).not.toBeInTheDocument()
})

it('asks for another level and one thing less by its lists', async () => {
  await show('?skills=town-digging.3,town-planting.2&used=12')
  await expect.element(page.getByRole('heading', { name: 'Nobody known matches' })).toBeVisible()
  await page.getByRole('combobox', { name: 'Used' }).selectOptions('Whenever')
  await expect.element(names('Can: 1 person')).toHaveTextContent('Alder')
  await page.getByRole('button', { name: 'Take out Planting' }).click()
  await page.getByRole('combobox', { name: 'Digging, at least' }).selectOptions('2 · Works unaided or above')
  await expect.element(page.getByRole('heading', { name: 'Can: 3 people' })).toBeVisible()
})

it('has nothing for axe to find', async () => {
  await show('?skills=town-digging.3')
  await expect.element(page.getByRole('heading', { name: 'Can: 2 people' })).toBeVisible()
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } })
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]!.html}`)).toEqual([])
})

import axe from 'axe-core'
import { afterEach, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { showTeam, type Made, type ShownTeam } from '../../../../tests/support/shownTeam'
import { town } from '../../../../tests/support/town'
import StructurePage from './StructurePage.vue'

const TEAM: Record<string, Made> = {
  Ash: { role: 'town-gardener', unit: 'town-outdoors', agreed: { 'town-digging': 2 } },
  Bay: { role: 'town-gardener', unit: 'town-outdoors' },
}

let shown: ShownTeam
afterEach(() => shown.close())

it('says by role and headcount what the units lack, and what their posts need, naming nobody', async () => {
  shown = await showTeam(StructurePage, '/team/structure', TEAM)
  const roles = page.getByRole('table', { name: 'Roles of the new structure by headcount' })
  await expect.element(roles.getByRole('row', { name: 'Gardener 3 2 1' })).toBeVisible()
  await expect.element(roles.getByRole('row', { name: 'Together 9 2 7' })).toBeVisible()
  const needs = page.getByRole('table', { name: 'What the posts of Outdoors need' })
  await expect.element(needs.getByRole('row', { name: /Digging/ })).toHaveTextContent('7 to 8 short')
  await expect.element(page.getByText('of the 2 places it has across the service')).toBeVisible()
  expect(document.body.textContent).not.toMatch(/Ash|Bay/)
})

it('shows roles only while the structure is in consultation, and says why', async () => {
  const catalogue = town()
  catalogue.after.inConsultation = true
  shown = await showTeam(StructurePage, '/team/structure', TEAM, catalogue)
  await expect.element(page.getByText(/in consultation, so this page shows its roles only/)).toBeVisible()
  const headings = page.getByRole('columnheader').elements()
  expect(headings.map((heading) => heading.textContent)).toEqual(['Role', 'Posts'])
  expect(document.querySelector('select')).toBeNull()
})

it('has nothing for axe to find', async () => {
  shown = await showTeam(StructurePage, '/team/structure', TEAM)
  await expect.element(page.getByRole('table', { name: 'What the posts of Outdoors need' })).toBeVisible()
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } })
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]!.html}`)).toEqual([])
})

import axe from 'axe-core'
import { afterEach, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { showTeam, type Made, type ShownTeam } from '../../../../tests/support/shownTeam'
import { fileRecords } from '../../../database/files'
import CoverPage from './CoverPage.vue'

const TEAM: Record<string, Made> = {
  Ash: { role: 'town-gardener', agreed: { 'town-digging': 2, 'town-planting': 1 } },
  Bay: { role: 'town-gardener', agreed: { 'town-planting': 2 } },
  Elm: { role: 'town-gardener', agreed: { 'town-digging': 3, 'town-planting': 3 }, away: {} },
}

let shown: ShownTeam
afterEach(() => shown.close())
const show = async (query = '', team = TEAM) => {
  shown = await showTeam(CoverPage, `/team/cover${query}`, team)
}
const rows = () => page.getByRole('table', { name: 'Who can do each skill' }).getByRole('row')
const row = (skill: string) => rows().filter({ hasText: skill })

it('says cover as a range and who it is, and never a zero for what is not shared', async () => {
  await show()
  await expect.element(row('Digging')).toHaveTextContent('1 known, up to 2')
  await expect.element(row('Digging')).toHaveTextContent('Can: Ash')
  await expect.element(row('Digging')).toHaveTextContent('Away, can: Elm')
  await expect.element(row('Planting')).toHaveTextContent('single point of failure')
  await expect.element(row('Planting')).toHaveTextContent('One level below: Ash')
})

it('shows by the address only what rests on one person, and tells it by person by name', async () => {
  await show('?view=resting')
  await expect.element(page.getByRole('heading', { name: '2 skills rest on one known person' })).toBeVisible()
  const people = () => [...document.querySelectorAll('dt')].map((name) => name.textContent)
  expect(people()).toEqual(['Ash', 'Bay'])
  expect(document.body.textContent).not.toMatch(/score|rank/i)
})

it('tells cover at every level of the scale when asked', async () => {
  await show()
  await row('Digging').getByText('Every level').click()
  await expect
    .element(row('Digging').getByRole('list'))
    .toHaveTextContent(/3 · Leads\s*nobody known, up to 1/)
})

it('saves counts that name nobody, and notes the file down', async () => {
  await show()
  const saved: Blob[] = []
  const make = URL.createObjectURL
  URL.createObjectURL = (blob: Blob) => {
    saved.push(blob)
    return make.call(URL, blob)
  }
  try {
    await page.getByRole('button', { name: 'Save counts' }).click()
    await page.getByRole('button', { name: 'CSV' }).click()
    await expect
      .poll(() => fileRecords(shown.db))
      .toMatchObject([{ did: 'made', what: 'export', locked: 'no' }])
  } finally {
    URL.createObjectURL = make
  }
  const text = await saved[0]!.text()
  expect(text).toContain('Earth,Digging,2,Works unaided,1,2,')
  expect(text).not.toMatch(/Ash|Bay|Elm/)
})

it('says what to do next without a team, and while nobody has shared anything', async () => {
  await show('', {})
  await expect.element(page.getByRole('link', { name: 'Add your team' })).toBeVisible()
  await shown.close()
  await show('', { Ash: {} })
  await expect.element(page.getByRole('heading', { name: 'Nothing is known yet' })).toBeVisible()
})

it('has nothing for axe to find', async () => {
  await show()
  await expect.element(row('Digging')).toBeVisible()
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } })
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]!.html}`)).toEqual([])
})

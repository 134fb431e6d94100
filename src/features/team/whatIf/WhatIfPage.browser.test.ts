import axe from 'axe-core'
import { afterEach, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { showTeam, type Made, type ShownTeam } from '../../../../tests/support/shownTeam'
import { town } from '../../../../tests/support/town'
import { members } from '../../../database/members'
import WhatIfPage from './WhatIfPage.vue'

const TEAM: Record<string, Made> = {
  Ash: { agreed: { 'town-digging': 2, 'town-planting': 2 } },
  Bay: { agreed: { 'town-digging': 1, 'town-planting': 2 } },
  Elm: {},
}

/** A town whose catalogue says what digging unaided takes. */
function taught() {
  const catalogue = town()
  catalogue.frameworks[0]!.skills[0]!.learning = [
    { to: 2, way: 'on the job', what: 'Dig a whole bed', hours: 12 },
    { to: 2, way: 'formal', what: 'The spade course', hours: 6 },
  ]
  return catalogue
}

let shown: ShownTeam
afterEach(() => shown.close())
const show = async (query = '') => {
  shown = await showTeam(WhatIfPage, `/team/what-if${query}`, TEAM, taught())
}
const row = (skill: string) =>
  page
    .getByRole('table', { name: 'Skills whose cover would fall' })
    .getByRole('row')
    .filter({ hasText: skill })

it('says what would fall, to what range, who could step in and what that takes', async () => {
  await show()
  await page.getByRole('combobox', { name: 'What if this person were away?' }).selectOptions('Ash')
  await expect
    .element(
      page.getByRole('heading', {
        name: 'Cover would fall in 2 skills: 1 left to nobody known, 1 left to one person.',
      }),
    )
    .toBeVisible()
  await expect.element(row('Digging')).toHaveTextContent('1 known, up to 2')
  await expect.element(row('Digging')).toHaveTextContent('nobody known, up to 1')
  await expect.element(row('Digging')).toHaveTextContent('Bay')
  await expect.element(row('Digging')).toHaveTextContent('about 18 hours of learning')
  expect(shown.router.currentRoute.value.query).toEqual({ away: 'ash' })
})

it('saves nothing of what is supposed until it is made real, and takes that back', async () => {
  await show('?away=ash,bay&until=2026-12-31')
  const away = async () => (await members(shown.db)).map((member) => member.away)
  const mark = page.getByRole('button', { name: 'Mark Ash and Bay away until 31 December 2026' })
  await expect.element(mark).toBeVisible()
  expect(await away()).toEqual([undefined, undefined, undefined])
  await mark.click()
  const until = { until: '2026-12-31' }
  await expect.poll(away).toEqual([until, until, undefined])
  await expect
    .element(page.getByText('Ash and Bay are now marked away until 31 December 2026.'))
    .toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(away).toEqual([undefined, undefined, undefined])
})

it('has nothing for axe to find', async () => {
  await show('?away=ash&out=bay')
  await expect.element(row('Digging')).toBeVisible()
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } })
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]!.html}`)).toEqual([])
})

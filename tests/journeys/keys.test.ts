import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Endpoint } from './support/endpoint.ts'
import { Laptop } from './support/laptop.ts'

/** Every list with keys of its own, and one place in it where a key is taken. */
const LISTS: { path: string; at: string; title: string }[] = [
  { path: 'skills?view=matrix', at: 'table input[type=radio]', title: 'Keys in the list of skills' },
  { path: 'skills?view=focus', at: '[aria-labelledby=one-title] input', title: 'Keys in the list of skills' },
  { path: 'appraisals/sample-7/rate', at: 'table input[type=radio]', title: 'Keys in the list' },
  { path: 'appraisals/by-skill', at: 'table input[type=radio]', title: 'Keys in the list' },
  { path: 'appraisals/sample-2/meeting', at: '[role=radiogroup] input', title: 'Keys in the list' },
  { path: 'team', at: '.team-grid [tabindex="0"]', title: 'Keys in the team’s table' },
]

let endpoint: Endpoint
let laptop: Laptop
let page: Page

beforeAll(async () => {
  endpoint = await Endpoint.start({ flags: ['--sample'] })
  laptop = await Laptop.open()
  page = await laptop.visit(endpoint.url)
  await page.getByRole('button', { name: 'Look around with a sample county' }).click()
  await page.getByText('You are looking around a made-up county.').waitFor()
})
afterAll(async () => {
  expect(laptop.complaints.all).toEqual([])
  await laptop.discard()
  await endpoint.discard()
})

it.each(LISTS)('tells the keys of /$path at “?”, and goes back to where one was', (list) =>
  tellsItsKeys(list),
)

it('tells those of what is due, once anything is', async () => {
  await page.clock.setSystemTime(Date.now() + 500 * 864e5)
  await tellsItsKeys({
    path: 'skills?show=due',
    at: '[data-skill] button',
    title: 'Keys in the list of skills',
  })
})

async function tellsItsKeys({ path, at, title }: (typeof LISTS)[number]) {
  await page.goto(endpoint.url + path)
  const place = page.locator(at).first()
  await place.focus()
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog', { name: title, exact: true })
  await dialog.waitFor()
  await dialog.getByRole('row', { name: '? show these keys' }).waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  expect(await place.evaluate((element) => element === document.activeElement)).toBe(true)
}

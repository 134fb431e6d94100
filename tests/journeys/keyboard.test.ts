import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright'
import { Endpoint, JOIN_CODE } from './support/endpoint.ts'
import { Laptop } from './support/laptop.ts'
import { openPeriod, storedSummaries } from './support/service.ts'
import { checkedLevel } from './support/skills.ts'

/** The whole main job with the keyboard alone: not one click in this file. */
let endpoint: Endpoint
let laptop: Laptop
let page: Page

beforeAll(async () => {
  endpoint = await Endpoint.start()
  await openPeriod(endpoint)
  laptop = await Laptop.open()
})
afterAll(async () => {
  expect(laptop.complaints.all).toEqual([])
  await laptop.discard()
  await endpoint.discard()
})

const focused = () =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement & { labels?: NodeListOf<HTMLLabelElement> }
    return (
      element.getAttribute('aria-label') ??
      element.labels?.[0]?.textContent?.trim() ??
      element.textContent?.trim() ??
      ''
    )
  })

/** Tabs on until what has the focus is named so; a person would find it too, or it could not be reached. */
async function tabTo(name: RegExp, most = 60) {
  for (let tab = 0; tab < most; tab += 1) {
    await page.keyboard.press('Tab')
    if (name.test(await focused())) return
  }
  throw new Error(`The keyboard does not reach ${name}; it is at “${await focused()}”`)
}

/** Chooses in a native list by typing. */
async function typeChoice(text: string) {
  await page.keyboard.type(text, { delay: 5 })
  await page.keyboard.press('Tab')
  await page.keyboard.press('Shift+Tab')
}

it('from the welcome page to a role chosen and rated', async () => {
  page = await laptop.visit(endpoint.url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await tabTo(/^Start with my skills/)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'My skills' }).waitFor()
  await tabTo(/^Role I hold/)
  await typeChoice('Project manager')
  await page.getByRole('table', { name: 'My skills' }).waitFor()
  await tabTo(/: none yet$/)
  const first = (await focused()).replace(': none yet', '')
  await page.keyboard.press('3')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('2')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('0')
  await expect.poll(() => checkedLevel(page, first)).toBe('3')
  await page.getByText(/3 of \d+ rated/).waitFor()
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: /Keys/ }).waitFor()
  await page.keyboard.press('Escape')
  expect(await focused()).toMatch(/none yet$/)
})

it('to the gap to a role wanted', async () => {
  await page.goto(`${endpoint.url}pathway`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await tabTo(/^Role I am looking at/)
  await typeChoice('Enterprise architect')
  await page
    .getByText(/requirements met/)
    .first()
    .waitFor()
})

it('to a summary sent', async () => {
  await page.goto(`${endpoint.url}#join=${JOIN_CODE}`)
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Sharing' }).waitFor()
  await tabTo(/^Turn sharing on/)
  await page.keyboard.press('Enter')
  await page.getByLabel('Your unit').waitFor()
  await tabTo(/^Your unit/)
  await typeChoice('Corporate projects')
  await tabTo(/^Your role/)
  await typeChoice('Project manager')
  await tabTo(/^Send$/)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Sent', exact: true }).waitFor()
  expect(storedSummaries(endpoint)).toHaveLength(1)
})

import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Endpoint, HR_TOKEN } from './support/endpoint.ts'
import { Laptop } from './support/laptop.ts'

let endpoint: Endpoint
let laptop: Laptop
let page: Page

beforeAll(async () => {
  endpoint = await Endpoint.start({ flags: ['--sample'] })
  laptop = await Laptop.open()
})
afterAll(async () => {
  expect(laptop.complaints.all).toEqual([])
  await laptop.discard()
  await endpoint.discard()
})

const press = (name: string) => page.getByRole('button', { name, exact: true }).click()

it('whoever tries the sample as HR opens a period, and made-up staff reply to it', async () => {
  page = await laptop.visit(`${endpoint.url}#hr=${HR_TOKEN}`)
  await page.getByRole('heading', { name: 'Release made-up-2025' }).waitFor()
  await page.getByRole('link', { name: 'Open a period' }).click()
  for (const name of ['Save the key file', 'Save it again']) {
    const saving = page.waitForEvent('download')
    await press(name)
    await (await saving).path()
  }
  await press('Open the period')
  await page.getByRole('heading', { name: /^Period made-up-/ }).waitFor()
  await expect
    .poll(async () => {
      await press('Refresh')
      return page.getByText(/^About 1[4-9]0 of 240 replied/).count()
    })
    .toBeGreaterThan(0)
})

it('closes it with the key, and reads what changed since the release before', async () => {
  await press('Close now')
  const dialog = page.getByRole('dialog')
  await dialog.getByText('This browser keeps the key that opens the summaries').waitFor()
  await dialog.getByRole('button', { name: 'Close and make the release' }).click()
  const releases = page.getByRole('navigation', { name: 'Releases, newest first' }).getByRole('link')
  await expect.poll(() => releases.count()).toBe(3)
  await page.getByRole('heading', { name: /^Release made-up-\d{4}-H[12]$/ }).waitFor()
  await page.getByText('Made up. This is the sample service').waitFor()
  await page
    .getByRole('heading', { name: /changed/i })
    .first()
    .waitFor()
})

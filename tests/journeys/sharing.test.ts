import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright'
import { Endpoint, JOIN_CODE } from './support/endpoint.ts'
import { Laptop } from './support/laptop.ts'
import { builtInCatalogue, openPeriod, storedSummaries, textIn } from './support/service.ts'
import { chooseRole, rateByKey, saved } from './support/skills.ts'

let endpoint: Endpoint
let laptop: Laptop
let page: Page

const catalogue = builtInCatalogue()
const framework = catalogue.frameworks[0]!
const post = catalogue.after.posts[0]!
const role = framework.roles.find(({ id }) => id === post.role)!
const skill = framework.skills.find(({ id }) => id === role.requirements[0]!.skill)!

beforeAll(async () => {
  endpoint = await Endpoint.start({ basePath: '/pathways/' })
  laptop = await Laptop.open()
  await openPeriod(endpoint)
})
afterAll(async () => {
  await laptop.discard()
  await endpoint.discard()
})

const heading = (name: string) => page.getByRole('heading', { name, exact: true }).waitFor()
const press = (name: string) => page.getByRole('button', { name, exact: true }).click()

it('a person who follows the join link sends the very bytes they were shown', async () => {
  page = await laptop.visit(new URL('skills', endpoint.url).href)
  await chooseRole(page, role.name)
  await rateByKey(page, skill.name, '3')
  await saved(page)

  await page.goto(`${endpoint.url}#join=${JOIN_CODE}`)
  await page.reload()
  await press('Turn sharing on')
  await page.getByLabel('Your unit').selectOption(post.unit)
  await page.getByLabel('Your role').selectOption(post.role)
  const shown = await page.locator('pre').textContent()
  expect(page.url()).not.toContain(JOIN_CODE)
  expect(storedSummaries(endpoint)).toEqual([])

  await press('Send')
  await heading('Sent')
  const [stored, ...more] = storedSummaries(endpoint)
  expect(more).toEqual([])
  expect(Buffer.from(stored!.body, 'base64url').toString()).not.toContain('bands')
  expect(await textIn(stored!.body)).toBe(shown)
})

it('withdrawing while the service is down outlives the browser and goes when both are back', async () => {
  await page.evaluate(() => navigator.serviceWorker.ready)
  await endpoint.kill()
  await press('Withdraw')
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click()
  await heading('Withdrawal waiting to go')
  await laptop.kill()
  await endpoint.start()
  await laptop.reopen()

  page = await laptop.visit(new URL('sharing', endpoint.url).href)
  await heading('Withdrawn')
  expect(storedSummaries(endpoint)).toMatchObject([{ sequence: 2, body: '' }])
})

it('a summary for a period that was cancelled is refused, kept and explained', async () => {
  expect((await endpoint.call('periods/2026-H2/cancel', { method: 'POST', asHr: true })).status).toBe(204)
  await press('Send')
  await heading('Not accepted')
  expect(await page.getByRole('status').allTextContents()).toContainEqual(
    expect.stringMatching(/closed before this arrived; it was not counted/),
  )
  await press('I have read this')
  await heading('No period is open')
})

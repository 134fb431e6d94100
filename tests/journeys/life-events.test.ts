import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright'
import { Endpoint, JOIN_CODE } from './support/endpoint.ts'
import { Laptop } from './support/laptop.ts'
import { openPeriod, storedSummaries } from './support/service.ts'
import { checkedLevel, chooseRole, rateByKey, saved } from './support/skills.ts'

/** One working life, one event after another, with a summary shared before the first of them. */
let endpoint: Endpoint
let laptop: Laptop
let page: Page

beforeAll(async () => {
  endpoint = await Endpoint.start()
  await openPeriod(endpoint)
  laptop = await Laptop.open({ viewport: { width: 1280, height: 900 } })
  page = await laptop.visit(`${endpoint.url}skills`)
  await chooseRole(page, 'Project manager')
  await rateByKey(page, 'Risks and issues', '3')
  await saved(page)
  await page.goto(`${endpoint.url}#join=${JOIN_CODE}`)
  await page.reload()
  await press('Turn sharing on')
  await page.getByLabel('Your unit').selectOption('county-unit-corporate-projects')
  await page.getByLabel('Your role').selectOption('county-project-manager')
  await press('Send')
  await heading('Sent')
})
afterAll(async () => {
  expect(laptop.complaints.all).toEqual([])
  await laptop.discard()
  await endpoint.discard()
})

const heading = (name: string) => page.getByRole('heading', { name, exact: true }).waitFor()
const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
const dialog = () => page.getByRole('dialog', { name: 'Something changes' })
const history = async () => {
  const items = page.getByRole('list', { name: 'Roles held, the latest first' }).getByRole('listitem')
  return items.evaluateAll((all) =>
    all.map(({ children }) => [...children].map((part) => part.textContent?.trim()).join(' ')),
  )
}

interface Said {
  role?: string
  from?: string
  until?: string
}

/** Goes through the guided questions and writes the event down; the dialog then says what to do next. */
async function happens(kind: string, { role, from, until }: Said) {
  await page.goto(`${endpoint.url}pathway`)
  await press('Something changes')
  await dialog().getByRole('radio', { name: kind }).check()
  if (role !== undefined) await dialog().getByLabel('Role').last().selectOption({ label: role })
  if (from !== undefined)
    await dialog()
      .getByLabel(/^First day/)
      .fill(from)
  if (until !== undefined) await dialog().getByLabel('Last day, if known').fill(until)
  await dialog().getByRole('button', { name: 'Write it down' }).click()
  await dialog()
    .getByText(/^Written down\./)
    .waitFor()
  await dialog()
    .getByText(/You have shared a summary\. It says what was true before this/)
    .waitFor()
}

async function expectRatingsKept() {
  await page.goto(`${endpoint.url}skills`)
  await page.getByRole('radio', { name: /^Everything/ }).check({ force: true })
  expect(await checkedLevel(page, 'Risks and issues')).toBe('3')
}

it('a secondment in force today moves “You” to the role worked in, and marks the role held', async () => {
  await happens('Secondment', { role: 'Business analyst', from: '2026-01-05', until: '2999-12-31' })
  await dialog().getByRole('button', { name: 'Close' }).click()
  await page.getByRole('link', { name: /^Business analyst You, on secondment/ }).waitFor()
  await page.getByRole('link', { name: /^Project manager Your own role/ }).waitFor()
  expect(await history()).toEqual([
    'Secondment: Business analyst 5 January 2026 to 31 December 2999',
    'Project manager first day not said',
  ])
  await page.getByRole('radio', { name: 'List' }).check({ force: true })
  await page.getByText('You, on secondment').waitFor()
  await expectRatingsKept()
})

it('long leave changes no role, is dated, and points at what is due meanwhile', async () => {
  await happens('Long leave', { from: '2026-02-01', until: '2026-06-30' })
  await dialog().getByRole('link', { name: 'Move what is due while you are away' }).waitFor()
  await dialog().getByRole('button', { name: 'Close' }).click()
  expect((await history())[0]).toBe('Long leave 1 February 2026 to 30 June 2026')
  await page.getByRole('link', { name: /^Project manager Your own role/ }).waitFor()
  await expectRatingsKept()
})

it('a change of role ends the secondment, and the open summary is replaced by one of the new role', async () => {
  const [before] = storedSummaries(endpoint)
  await happens('Change of role', { role: 'Programme manager', from: '2026-09-01' })
  await dialog().getByRole('link', { name: 'replace or withdraw it in Sharing' }).click()
  await page.getByLabel('Your role').selectOption('county-programme-manager')
  await press('Send again')
  await heading('Sent')
  const [after, ...more] = storedSummaries(endpoint)
  expect(more).toEqual([])
  expect(after!.sequence).toBeGreaterThan(before!.sequence)
  expect(after!.body).not.toBe(before!.body)
  await page.goto(`${endpoint.url}pathway`)
  await page.getByRole('link', { name: /^Programme manager You \d+ % ready/ }).waitFor()
  expect(await history()).toContain('Secondment: Business analyst 5 January 2026 to 31 August 2026')
  await expectRatingsKept()
})

it('leaving ends the role, keeps the ratings, and the open summary is withdrawn', async () => {
  await happens('Leaving', { from: '2026-11-01' })
  await dialog().getByRole('link', { name: 'erase what is on it' }).waitFor()
  await dialog().getByRole('link', { name: 'replace or withdraw it in Sharing' }).click()
  await press('Withdraw')
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click()
  await heading('Withdrawn')
  expect(storedSummaries(endpoint)).toMatchObject([{ body: '' }])
  await page.goto(`${endpoint.url}pathway`)
  await expect.poll(history).toContain('Programme manager 1 September 2026 to 31 October 2026')
  expect(await page.getByRole('link', { name: /\bYou\b/ }).count()).toBe(0)
  await expectRatingsKept()
})

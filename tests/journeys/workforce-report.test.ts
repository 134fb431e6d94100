import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PublishedRelease } from '../../src/contract/release.ts'
import { csvRecords, openCsv } from '../../src/interchange/csv.ts'
import { rebuilt } from '../support/rebuiltRelease.ts'
import { Endpoint, HR_TOKEN } from './support/endpoint.ts'
import { Laptop } from './support/laptop.ts'

const PERIOD = 'made-up-2025'
const ACTION = 'Two recovery exercises a year'

let endpoint: Endpoint
let laptop: Laptop
let page: Page

beforeAll(async () => {
  endpoint = await Endpoint.start({ flags: ['--sample'] })
  laptop = await Laptop.open({ colorScheme: 'dark' })
  page = await laptop.visit(`${endpoint.url}#hr=${HR_TOKEN}`)
  await page.getByRole('heading', { name: `Release ${PERIOD}` }).waitFor()
})
afterAll(async () => {
  expect(laptop.complaints.all).toEqual([])
  await laptop.discard()
  await endpoint.discard()
})

it('gives the release as a table from which the whole of it can be made again', async () => {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV', exact: true }).click()
  const text = await readFile(await (await download).path(), 'utf8')
  const file = openCsv('release.csv', text.replace('\uFEFF', ''))
  const again = rebuilt([file.headings, ...csvRecords(file).map(({ cells }) => cells)])
  const release = (await (
    await endpoint.call(`releases/${PERIOD}`, { asHr: true })
  ).json()) as PublishedRelease
  expect(again.release).toEqual(release)
  expect(again.headcount).toBe(240)
})

it('turns the largest gap into an action with an owner and a day', async () => {
  await page.getByRole('radio', { name: 'Skills', exact: true }).check()
  await page
    .getByRole('link', { name: /^Plan an action: / })
    .first()
    .click()
  await page.getByLabel('What will be done').fill(ACTION)
  await page.getByLabel('Owner').fill('Head of resilience')
  await page.getByRole('button', { name: 'Add the action' }).click()
  await page.getByText('Kept on this laptop.').waitFor()
})

it('prints the steering group’s report on four A4 pages, with no network, the action on the last', async () => {
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.reload()
  await page.getByRole('heading', { name: 'Actions' }).waitFor()
  await laptop.offline(true)
  await page.getByRole('link', { name: 'Steering group’s report' }).click()
  await page.getByRole('heading', { name: 'What is planned' }).waitFor()
  expect(await page.getByRole('region', { name: /^Page 4/ }).textContent()).toContain(ACTION)
  for (const number of [1, 2, 3]) {
    const sheet = page.getByRole('region', { name: new RegExp(`^Page ${number}`) })
    expect(await sheet.textContent()).toContain('Self-assessed; 170 of 240 replied.')
  }
  await page.locator('canvas').nth(1).waitFor()
  const pdf = await page.pdf({ format: 'A4' })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(4)
  await laptop.offline(false)
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright'
import type { CurrentPeriod } from '../../src/contract/period.ts'
import type { PeriodKey } from '../../src/contract/periodKey.ts'
import type { PublishedRelease } from '../../src/contract/release.ts'
import { Endpoint, HR_TOKEN } from './support/endpoint.ts'
import { Laptop } from './support/laptop.ts'
import { storedSummaries, textIn } from './support/service.ts'
import { SimulatedLaptop } from './support/simulated.ts'

const LAPTOPS = 60
/** Every seventh thinks better of it. */
const withdraws = (index: number) => index % 7 === 3
/** A key of no period. */
const ANOTHER = 'AGE-SECRET-KEY-1S7DMG4VR4M3QW5H95C8Z3R9XVHTUN3JMPE0F68T29JZKZX6SD8PSF2D8KV'
const SKILL = 'county-recovery-testing'

let endpoint: Endpoint
let laptop: Laptop
let page: Page
let period: CurrentPeriod
let bodies: string[]
let said: { cell: string; bands: Record<string, number> }[]
let key: PeriodKey
let keyFile: string

beforeAll(async () => {
  endpoint = await Endpoint.start()
  laptop = await Laptop.open()
})
afterAll(async () => {
  expect(laptop.complaints.all).toEqual([])
  await laptop.discard()
  await endpoint.discard()
})

it('HR signs in by the link, which then holds nothing, and opens a period', async () => {
  page = await laptop.visit(`${endpoint.url}#hr=${HR_TOKEN}`)
  await page.getByRole('heading', { level: 1, name: 'Workforce' }).waitFor()
  expect(page.url()).not.toContain(HR_TOKEN)
  await page
    .getByRole('link', { name: 'Open a period' })
    .or(page.getByRole('button', { name: 'Open a period' }))
    .click()
  await page.getByRole('radio', { name: /Job families/ }).check()
  const open = page.getByRole('button', { name: 'Open the period' })
  await open.click()
  await page.getByRole('alert').getByText('Save the key file in both places first').waitFor()
  const files = [await saved('Save the key file'), await saved('Save it again')]
  expect(readFileSync(files[1]!, 'utf8')).toBe(readFileSync(files[0]!, 'utf8'))
  keyFile = files[0]!
  key = JSON.parse(readFileSync(keyFile, 'utf8')) as PeriodKey
  await open.click()
  await page.getByRole('heading', { name: /^Period / }).waitFor()
  period = (await (await endpoint.call('periods/current')).json()) as CurrentPeriod
  expect(period).toMatchObject({ id: key.period, recipient: key.recipient })
  expect(period.grid.cells.length).toBeGreaterThan(1)
  for (const cell of period.grid.cells) expect(cell.headcount).toBeGreaterThanOrEqual(20)
})

it(`${LAPTOPS} laptops submit, some twice, some out of order, some withdraw, and each counts once`, async () => {
  const { cells } = period.grid
  for (let index = 0; index < LAPTOPS; index += 1) {
    const one = await SimulatedLaptop.in(period)
    const cell = cells[index % cells.length]!.id
    const bands = { [SKILL]: (index % 3) as 0 | 1 | 2 }
    const late = index % 5 === 0
    // The newer one first: the older, arriving late, must change nothing.
    expect(await one.send(endpoint, late ? 2 : 1, cell, bands)).toBe(204)
    expect(await one.send(endpoint, 1, cell, late ? { [SKILL]: 0 } : bands)).toBe(204)
    if (withdraws(index)) expect(await one.send(endpoint, 3, cell)).toBe(204)
  }
  const stored = storedSummaries(endpoint)
  expect(stored).toHaveLength(LAPTOPS)
  bodies = stored.map(({ body }) => body).filter((body) => body !== '')
  const staying = Array.from({ length: LAPTOPS }, (_, index) => index).filter((index) => !withdraws(index))
  expect(bodies).toHaveLength(staying.length)
  expect(new Set(bodies.map((body) => body.length)).size).toBe(1)
  said = await Promise.all(
    bodies.map(async (body) => JSON.parse(await textIn(body, key.identity)) as (typeof said)[0]),
  )
  expect(said.map(({ bands }) => bands[SKILL]).sort()).toEqual(staying.map((index) => index % 3).sort())
})

it('HR sees replies to the nearest ten only, closes, and reads a release whose groups all hold ten or more', async () => {
  await page.getByRole('button', { name: 'Refresh' }).click()
  await page
    .getByText(/\b50\b/)
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Remove the key' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove the key' }).click()
  await page.getByText('If none is left').waitFor()
  await page.getByRole('button', { name: 'Close now' }).click()
  const dialog = page.getByRole('dialog')
  const close = dialog.getByRole('button', { name: 'Close and make the release' })
  const refused = (sentence: string) => dialog.getByRole('alert').getByText(sentence).waitFor()
  await close.click()
  await refused('Choose the key file of this period first.')
  const pick = (text: string) =>
    dialog.getByLabel('Key file of the period').setInputFiles({
      name: 'key.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    })
  await pick(JSON.stringify({ ...key, period: 'another' }))
  await close.click()
  await refused(`This is the key of period another, not of ${period.id}.`)
  await pick(JSON.stringify({ ...key, identity: ANOTHER }))
  await close.click()
  await refused('This is not the key that the summaries of this period are sealed to.')
  expect(storedSummaries(endpoint)).toHaveLength(LAPTOPS)
  await dialog.getByLabel('Key file of the period').setInputFiles(keyFile)
  await close.click()
  await page.getByRole('heading', { name: `Release ${period.id}` }).waitFor()

  const release = (await (
    await endpoint.call(`releases/${period.id}`, { asHr: true })
  ).json()) as PublishedRelease
  expect(release).toMatchObject({ published: true, replies: 50, spoiled: 0, epsilon: 1 })
  const repliesIn = (parts: { unit: string; family: string }[]) =>
    period.grid.cells
      .filter((cell) =>
        cell.parts.every(({ unit, family }) => parts.some((p) => p.unit === unit && p.family === family)),
      )
      .reduce((sum, cell) => sum + said.filter((one) => one.cell === cell.id).length, 0)
  for (const cell of release.cells) expect(repliesIn(cell.parts)).toBeGreaterThanOrEqual(10)
})

it('keeps nothing of any summary once the release is made', () => {
  expect(storedSummaries(endpoint)).toEqual([])
  const files = readdirSync(endpoint.dataDir, { recursive: true, withFileTypes: true }).filter((file) =>
    file.isFile(),
  )
  const bytes = files
    .map((file) => readFileSync(join(file.parentPath, file.name)).toString('latin1'))
    .join('\n')
  for (const body of bodies) {
    expect(bytes.includes(body.slice(60, 84))).toBe(false)
    expect(bytes.includes(body.slice(-24))).toBe(false)
  }
  for (const text of [bytes, endpoint.output]) expect(text).not.toContain(key.identity.slice(16, 48))
})

/** Where a press of this button saved a file. */
async function saved(name: string): Promise<string> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name, exact: true }).click()
  return (await download).path()
}

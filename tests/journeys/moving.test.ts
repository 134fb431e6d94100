import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { accessibilityFaults } from './support/accessibility.ts'
import { Endpoint, JOIN_CODE } from './support/endpoint.ts'
import { Laptop } from './support/laptop.ts'
import { openPeriod, storedSummaries } from './support/service.ts'
import { checkedLevel, chooseRole, rateByKey, saved } from './support/skills.ts'

/** Two ports are two origins: nothing kept in the browser under one is seen under the other. */
let old: Endpoint
let next: Endpoint
let laptop: Laptop
let page: Page
let there: Page
let copy: string
let words: string
/** Settings of the old address; the operator adds to them when the service moves. */
const settings: Record<string, string> = {}
const MOVED = /Waymark has moved to/

beforeAll(async () => {
  ;[next, old] = await Promise.all([Endpoint.start(), Endpoint.start({ env: settings })])
  laptop = await Laptop.open()
})
afterAll(async () => {
  expect(laptop.complaints.all).toEqual([])
  await laptop.discard()
  await Promise.all([old.discard(), next.discard()])
})

/** With nothing but the keyboard: on to what has this name, and Enter. */
async function pressByKeyboard(on: Page, role: 'button' | 'link', name: string): Promise<void> {
  const wanted = on.getByRole(role, { name, exact: true })
  await wanted.waitFor()
  for (let steps = 0; !(await wanted.evaluate((element) => element === document.activeElement)); steps += 1) {
    if (steps > 80) throw new Error(`The keyboard does not reach ${name}`)
    await on.keyboard.press('Tab')
  }
  await on.keyboard.press('Enter')
}

async function expectNoFaults(on: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await on.emulateMedia({ colorScheme })
    for (const width of [1280, 360]) {
      await on.setViewportSize({ width, height: 800 })
      expect(await accessibilityFaults(on)).toEqual([])
      const overflow = await on.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow, `scrolls sideways at ${width} px`).toBe(0)
    }
  }
  await on.emulateMedia({ colorScheme: null })
  await on.setViewportSize({ width: 1280, height: 800 })
}

it('says nothing of moving where the service has not moved', async () => {
  page = await laptop.visit(`${old.url}skills`)
  await chooseRole(page, 'Solution architect')
  await rateByKey(page, 'Solution design', '3')
  await rateByKey(page, 'Enterprise modelling', '0')
  await saved(page)
  await openPeriod(old)
  await page.goto(`${old.url}#join=${JOIN_CODE}`)
  await page.getByRole('button', { name: 'Turn sharing on' }).click()
  await page.getByLabel('Your unit').selectOption({ index: 1 })
  await page.getByLabel('Your role').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByRole('heading', { name: 'Sent', exact: true }).waitFor()
  await page.goto(`${old.url}settings/move`)
  await page.getByRole('heading', { name: 'Waymark has not moved' }).waitFor()
  expect(await page.getByText(MOVED).count()).toBe(0)
})

it('tells of the move calmly on every page, offline too, and never in the sample', async () => {
  await page.evaluate(() => navigator.serviceWorker.ready)
  await old.stop()
  settings.MOVED_TO = next.url
  await old.start()
  await page.goto(`${old.url}skills`)
  await page.getByText(MOVED).waitFor()
  // Nothing is in the way: the page under it works as before.
  expect(await checkedLevel(page, 'Solution design')).toBe('3')

  await laptop.offline(true)
  await page.goto(`${old.url}skills`)
  await page.getByText(MOVED).waitFor()
  await laptop.offline(false)

  await page.goto(`${old.url}settings`)
  await page.getByRole('button', { name: 'Look around the sample county' }).click()
  await page.getByText('You are looking around a made-up county.').waitFor()
  expect(await page.getByText(MOVED).count()).toBe(0)
  await page.getByRole('button', { name: 'Leave the sample county' }).click()
  await page.getByText(MOVED).waitFor()
  await expectNoFaults(page)
})

it('is done by keyboard: a locked copy is saved, and the new address opened where one is restored', async () => {
  await page.getByText(MOVED).waitFor()
  await pressByKeyboard(page, 'link', 'Move what is on this laptop')
  await page.getByRole('heading', { level: 1, name: 'Move to the new address' }).waitFor()
  await page.getByText('You sent a summary in 2026-H2, which is still open.').waitFor()
  await page.getByText('Offered once you have saved a locked copy.').waitFor()
  expect(await page.getByRole('button', { name: 'Erase…' }).count()).toBe(0)
  await expectNoFaults(page)

  words = await page.getByRole('status', { name: 'The passphrase' }).innerText()
  const saving = page.waitForEvent('download')
  await pressByKeyboard(page, 'button', 'Save the locked copy')
  const download = await saving
  expect(download.suggestedFilename()).toMatch(/^waymark-backup-.*\.age$/)
  copy = await download.path()
  await page.getByText(/Last locked copy:/).waitFor()

  const opening = laptop.context.waitForEvent('page')
  await pressByKeyboard(page, 'link', 'Open the new address in a new tab')
  there = await opening
  await there.getByRole('heading', { name: 'Restore a copy' }).waitFor()
  expect(new URL(there.url()).origin).toBe(new URL(next.url).origin)
  await expect.poll(() => there.getByRole('heading', { name: 'Restore a copy' }).evaluate(inSight)).toBe(true)
  expect(await there.getByText(MOVED).count()).toBe(0)
})

it('has everything at the new address once the file is chosen there, and sends nothing a second time', async () => {
  await there.getByLabel('Choose a copy, or drop it here').setInputFiles(copy)
  await there.getByLabel('Its passphrase').fill(words)
  await there.keyboard.press('Enter')
  await there.getByRole('button', { name: 'Merge it in' }).click()
  await there.getByText(/is merged in/).waitFor()
  await there.goto(`${next.url}skills`)
  await expect.poll(() => checkedLevel(there, 'Solution design')).toBe('3')
  expect(await checkedLevel(there, 'Enterprise modelling')).toBe('0')
  expect(await there.getByLabel('Role I hold').locator('option:checked').innerText()).toBe(
    'Solution architect',
  )
  // The same period, as where the data of the endpoint was taken along.
  await openPeriod(next)
  await there.goto(`${next.url}#join=${JOIN_CODE}`)
  await there.reload()
  await there.getByRole('button', { name: 'Turn sharing on' }).click()
  await there.getByRole('heading', { name: 'This laptop cannot send in this period' }).waitFor()
  expect(storedSummaries(next)).toEqual([])
  expect(storedSummaries(old)).toHaveLength(1)
})

it('offers to erase at the old address, which takes nothing away at the new one', async () => {
  await page.bringToFront()
  await pressByKeyboard(page, 'button', 'Erase…')
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Only this laptop can withdraw it').waitFor()
  await dialog.getByRole('button', { name: 'Go on to erase' }).click()
  await dialog.getByRole('button', { name: 'Erase everything' }).click()
  await page.getByText('There is nothing of yours here: go on there.').waitFor()
  expect(await page.getByRole('link', { name: 'Move what is on this laptop' }).count()).toBe(0)
  await there.goto(`${next.url}skills`)
  await expect.poll(() => checkedLevel(there, 'Solution design')).toBe('3')
})

it('says nothing more when the operator takes the setting back', async () => {
  await old.stop()
  delete settings.MOVED_TO
  await old.start()
  await page.goto(`${old.url}settings`)
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
  await expect.poll(() => page.getByText(MOVED).count()).toBe(0)
})

function inSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return top >= 0 && bottom <= innerHeight
}

import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Page } from 'playwright'
import { Endpoint } from './support/endpoint.ts'
import { Laptop } from './support/laptop.ts'
import { chooseRole, checkedLevel, rateByKey } from './support/skills.ts'

/** How often the battery dies right after "Saved". */
const KILLS = 50

let endpoint: Endpoint
let laptop: Laptop

beforeAll(async () => {
  endpoint = await Endpoint.start()
})
afterAll(() => endpoint.discard())
beforeEach(async () => {
  laptop = await Laptop.open()
})
afterEach(async () => {
  expect(laptop.complaints.all).toEqual([])
  await laptop.discard()
})

const mySkills = () => laptop.visit(`${endpoint.url}skills`)

async function savedAfter(page: Page, work: () => Promise<void>) {
  await work()
  await page.getByText(/^Saved on this laptop/).waitFor()
}

it('keeps ratings over a reload, with none yet and not rated told apart', async () => {
  const page = await mySkills()
  await chooseRole(page, 'Solution architect')
  await savedAfter(page, async () => {
    await rateByKey(page, 'Solution design', '3')
    await rateByKey(page, 'Enterprise modelling', '0')
    await rateByKey(page, 'Standards and reuse', '2')
    await rateByKey(page, 'Standards and reuse', 'Backspace')
  })
  await page.reload()
  await expect.poll(() => checkedLevel(page, 'Solution design')).toBe('3')
  expect(await checkedLevel(page, 'Enterprise modelling')).toBe('0')
  expect(await checkedLevel(page, 'Standards and reuse')).toBeUndefined()
})

it('takes ratings back with z, one by one', async () => {
  const page = await mySkills()
  await chooseRole(page, 'Solution architect')
  await rateByKey(page, 'Solution design', '3')
  await rateByKey(page, 'Solution design', '4')
  await page.keyboard.press('z')
  await expect.poll(() => checkedLevel(page, 'Solution design')).toBe('3')
  // The focus is on what stands there again, so that a screen reader says it.
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toMatch(/^Solution design: 3/)
  await page.keyboard.press('z')
  await expect.poll(() => checkedLevel(page, 'Solution design')).toBeUndefined()
})

it(`still has what it called saved when the browser is killed at that moment, ${KILLS} times`, async () => {
  const page = await mySkills()
  await chooseRole(page, 'Solution architect')
  let level = 1
  for (let kill = 0; kill < KILLS; kill += 1) {
    const here = laptop.context.pages()[0]!
    await rateByKey(here, 'Solution design', String(level))
    await here.getByText(/^Saved on this laptop/).waitFor()
    await laptop.kill()
    await laptop.reopen()
    const again = await mySkills()
    await expect.poll(() => checkedLevel(again, 'Solution design')).toBe(String(level))
    level = (level % 5) + 1
  }
}, 300_000)

it('shows in one tab what was rated in another, and both keep theirs', async () => {
  const one = await mySkills()
  await chooseRole(one, 'Solution architect')
  const two = await mySkills()
  await rateByKey(two, 'Solution design', '4')
  await expect.poll(() => checkedLevel(one, 'Solution design')).toBe('4')
  await Promise.all([rateByKey(one, 'Enterprise modelling', '2'), rateByKey(two, 'Standards and reuse', '1')])
  for (const page of [one, two]) {
    await expect.poll(() => checkedLevel(page, 'Enterprise modelling')).toBe('2')
    await expect.poll(() => checkedLevel(page, 'Standards and reuse')).toBe('1')
  }
})

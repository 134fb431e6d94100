import { readFile } from 'node:fs/promises'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright'
import { accessibilityFaults } from './support/accessibility.ts'
import { Endpoint } from './support/endpoint.ts'
import { Laptop } from './support/laptop.ts'
import { chooseRole, rateByKey } from './support/skills.ts'

const TARGET = 'county-enterprise-architect'

let endpoint: Endpoint
beforeAll(async () => {
  endpoint = await Endpoint.start()
})
afterAll(() => endpoint.discard())

async function ratedArchitect(laptop: Laptop): Promise<Page> {
  const page = await laptop.visit(`${endpoint.url}skills`)
  await chooseRole(page, 'Solution architect')
  await rateByKey(page, 'Solution design', '3')
  await rateByKey(page, 'Enterprise modelling', '2')
  await page.getByText(/^Saved on this laptop/).waitFor()
  return page
}

const roleOf = (page: Page) => new URL(page.url()).searchParams.get('role')

describe('with a mouse', () => {
  let laptop: Laptop
  let page: Page
  beforeAll(async () => {
    laptop = await Laptop.open({ viewport: { width: 1280, height: 900 } })
    page = await ratedArchitect(laptop)
  })
  afterAll(async () => {
    expect(laptop.complaints.all).toEqual([])
    await laptop.discard()
  })

  it('finds a role on the map, sees the ways there, and aims for it', async () => {
    await page.getByRole('link', { name: 'My pathway', exact: true }).click()
    await page.getByRole('link', { name: /^Enterprise architect \d+ % ready\./ }).click()
    await expect.poll(() => roleOf(page)).toBe(TARGET)
    await page.getByText(/requirements met/).waitFor()
    await page.getByRole('button', { name: 'Aim for this role' }).click()
    await page.getByRole('link', { name: /^Enterprise architect Target \d+ % ready\./ }).waitFor()
    await page.getByLabel('Role I am looking at').selectOption({ label: 'Head of ICT' })
    const ways = page.getByRole('region', { name: 'Ways there' })
    await ways.getByText('By way of Enterprise architect', { exact: true }).click()
    await ways.getByRole('link', { name: 'Enterprise architect', exact: true }).click()
    await expect.poll(() => roleOf(page)).toBe(TARGET)
  })

  it('hears the same on the map and in the list, as sentences', async () => {
    const card = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: /^Solution architect You/ }) })
    expect(await card.ariaSnapshot()).toMatchInlineSnapshot(`
      "- listitem:
        - link "Solution architect You 13 % ready. Promotion to Enterprise architect.":
          - /url: /pathway?role=county-solution-architect
          - strong: Solution architect
          - text: You 13 %"
    `)
    expect(await page.getByRole('group', { name: 'Size of the map' }).ariaSnapshot()).toMatchInlineSnapshot(`
      "- group "Size of the map":
        - button "Smaller"
        - text: 100 %
        - button "Larger"
        - button "Fit the width""
    `)
    await page.getByRole('radio', { name: 'List' }).click()
    await page
      .getByText(/^Seniority 3 of 5\. Promotion to Enterprise architect/)
      .first()
      .waitFor()
    await page.goBack()
    await page.getByRole('link', { name: /^Solution architect You/ }).waitFor()
  })

  it('drags the map without opening what the mouse lets go over', async () => {
    const link = page.getByRole('link', { name: /^Solution architect You/ })
    await link.scrollIntoViewIfNeeded()
    const box = (await link.boundingBox())!
    const before = page.url()
    await page.mouse.move(box.x + 20, box.y + 20)
    await page.mouse.down()
    await page.mouse.move(box.x - 150, box.y - 60, { steps: 5 })
    await page.mouse.up()
    expect(page.url()).toBe(before)
  })

  it('plans a gap in one press, and sees what it would bring', async () => {
    await page.getByRole('button', { name: 'Plan this: Enterprise modelling' }).click()
    await page.getByRole('link', { name: /^planned: level 3 by / }).waitFor()
    await page.getByRole('link', { name: 'My plan', exact: true }).first().click()
    await page.getByText(/is \d+ % now, and \d+ % when this action is done/).waitFor()
    await page.getByRole('checkbox', { name: /in what if/ }).uncheck()
    await page.getByText(/is \d+ % now\./).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
  })

  it('takes the dates to a calendar that reads them', async () => {
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Dates for my calendar' }).click()
    const text = await readFile(await (await downloading).path(), 'utf8')
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
    expect(events).toHaveLength(1)
    expect(String(events[0]!.getFirstPropertyValue('summary'))).toMatch(/^Due: /)
  })

  it('makes a case in its own order and words, which stay', async () => {
    await page.goto(`${endpoint.url}pathway/case?role=${TARGET}`)
    await page.getByLabel('Opening, in your own words').fill('I have drawn the county’s systems for years.')
    const first = page.getByRole('heading', { level: 2 }).first()
    const name = (await first.textContent())!
    await page.getByRole('button', { name: `Move ${name} down` }).click()
    await expect.poll(() => first.textContent()).not.toBe(name)
    const order = await page.getByRole('heading', { level: 2 }).allTextContents()
    await page.reload()
    await expect
      .poll(() => page.getByLabel('Opening, in your own words').inputValue())
      .toBe('I have drawn the county’s systems for years.')
    await expect.poll(() => page.getByRole('heading', { level: 2 }).allTextContents()).toEqual(order)
    expect(await accessibilityFaults(page)).toEqual([])
  })

  it('writes down a change of role, keeps every rating, and takes it back', async () => {
    await page.goto(`${endpoint.url}pathway`)
    await page.getByRole('button', { name: 'Something changes' }).click()
    const dialog = page.getByRole('dialog', { name: 'Something changes' })
    await dialog.getByLabel('New role').selectOption({ label: 'Project manager' })
    await dialog.getByRole('button', { name: 'Write it down' }).click()
    await dialog.getByText(/^Written down\./).waitFor()
    await dialog.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('link', { name: /^Project manager You/ }).waitFor()
    const held = page.getByRole('list', { name: 'Roles held, the latest first' })
    expect(await held.getByRole('listitem').allTextContents()).toEqual([
      expect.stringMatching(/^Project manager ?from /),
      expect.stringMatching(/^Solution architect ?until /),
    ])
    await page.getByRole('button', { name: 'Take it back' }).click()
    await page.getByRole('link', { name: /^Solution architect You/ }).waitFor()
  })

  it('compares roles side by side, and axe finds nothing wrong', async () => {
    await page.goto(`${endpoint.url}pathway/compare?roles=${TARGET},county-project-manager`)
    const table = page.getByRole('table', { name: /What each role asks/ })
    await table.getByRole('columnheader', { name: /Project manager/ }).waitFor()
    await table.getByRole('row', { name: /^Enterprise modelling/ }).waitFor()
    await page
      .getByRole('img', { name: /^Average level asked and had, by skill group, for Enterprise/ })
      .waitFor()
    const groups = page.getByRole('table', { name: /^Average level had, and asked by each role/ })
    await groups.getByRole('row', { name: /^Architecture 6 0\.8 3\.8 / }).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
  })
})

describe('with the keyboard alone', () => {
  let laptop: Laptop
  let page: Page
  beforeAll(async () => {
    laptop = await Laptop.open({ viewport: { width: 1280, height: 900 } })
    page = await ratedArchitect(laptop)
  })
  afterAll(async () => {
    expect(laptop.complaints.all).toEqual([])
    await laptop.discard()
  })

  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement
      return (element?.getAttribute('aria-label') ?? element?.textContent ?? '').replace(/\s+/g, ' ').trim()
    })

  /** Tabs on until what has the focus is named so. */
  async function tabTo(name: RegExp, most = 80) {
    for (let tab = 0; tab < most; tab += 1) {
      await page.keyboard.press('Tab')
      if (name.test(await focused())) return
    }
    throw new Error(`The keyboard does not reach ${name}; it is at “${await focused()}”`)
  }

  it('walks the moves from its own role to the next, and opens it', async () => {
    await page.goto(`${endpoint.url}pathway`)
    await page.getByRole('link', { name: /^Solution architect You/ }).waitFor()
    await tabTo(/^Solution architect You/)
    await page.keyboard.press('ArrowUp')
    expect(await focused()).toMatch(/^Enterprise architect \d+ % ready\./)
    await page.keyboard.press('Enter')
    await expect.poll(() => roleOf(page)).toBe(TARGET)
    await tabTo(/^Aim for this role/)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Stop aiming for this role' }).waitFor()
  })

  it('plans, finishes and takes back', async () => {
    await tabTo(/^Plan this: /)
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: /^planned: level/ }).waitFor()
    await page.goto(`${endpoint.url}plan`)
    await page.getByRole('heading', { name: 'What if' }).waitFor()
    await tabTo(/^Done/)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await tabTo(/^It is done/)
    await page.keyboard.press('Enter')
    await page
      .getByText(/^done \d+ /)
      .first()
      .waitFor()
    await tabTo(/^Undo: Change/)
    await page.keyboard.press('Enter')
    await page.getByText(/^due /).first().waitFor()
  })
})

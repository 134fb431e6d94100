import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RoleProfile } from '../../src/domain/role.ts'
import { Endpoint } from './support/endpoint.ts'
import { Laptop } from './support/laptop.ts'
import { builtInCatalogue } from './support/service.ts'
import { chooseRole, rateByKey, saved } from './support/skills.ts'

let endpoint: Endpoint
let laptop: Laptop

beforeAll(async () => {
  endpoint = await Endpoint.start()
  laptop = await Laptop.open({ colorScheme: 'dark' })
})
afterAll(async () => {
  expect(laptop.complaints.all).toEqual([])
  await laptop.discard()
  await endpoint.discard()
})

/** The most there is to print: what it asks, then its words, then the ways to and from it. */
function longestRoles(count: number): RoleProfile[] {
  const { frameworks, moves } = builtInCatalogue()
  const lines = ({ id, requirements, purpose, waysIn = '', waysOut = '' }: RoleProfile) =>
    requirements.length * 4 +
    (purpose + waysIn + waysOut).length / 40 +
    moves.filter(({ from, to }) => from === id || to === id).length
  return frameworks
    .flatMap(({ roles }) => roles)
    .sort((a, b) => lines(b) - lines(a))
    .slice(0, count)
}

/** Each page of a PDF is an object of the type Page; the tree that holds them is of the type Pages. */
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length

it('prints the longest role profiles on one A4 page each', async () => {
  for (const role of longestRoles(3)) {
    const page = await laptop.visit(`${endpoint.url}catalogue/roles/${role.id}`)
    await page.getByRole('heading', { level: 1, name: role.name }).waitFor()
    expect(await page.getByRole('table').getByRole('link').count()).toBe(role.requirements.length)
    const margin = { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' }
    expect(pagesOf(await page.pdf({ format: 'A4', margin })), role.name).toBe(1)
    await page.close()
  }
})

it('prints what the role asks and none of the page around it, dark ink on white whatever the theme', async () => {
  const [role] = longestRoles(1)
  const page = await laptop.visit(`${endpoint.url}catalogue/roles/${role?.id}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  expect(await page.getByRole('navigation').count()).toBe(0)
  expect(await page.getByRole('button').count()).toBe(0)
  const steps = page.locator('article svg .asked').first()
  expect(await steps.evaluate((step) => getComputedStyle(step).stroke)).toBe('rgb(23, 34, 28)')
})

describe('what is taken into an appraisal', () => {
  const TARGET = 'county-enterprise-architect'
  const margin = { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' }
  let page: Page

  beforeAll(async () => {
    page = await laptop.visit(`${endpoint.url}skills`)
    await chooseRole(page, 'Solution architect')
    await rateByKey(page, 'Solution design', '3')
    await rateByKey(page, 'Enterprise modelling', '2')
    await saved(page)
    await page.goto(`${endpoint.url}pathway?role=${TARGET}`)
    await page.getByRole('button', { name: 'Aim for this role' }).click()
    for (let planned = 1; planned <= 6; planned += 1) {
      await page
        .getByRole('button', { name: /^Plan this: / })
        .first()
        .click()
      await page
        .getByRole('link', { name: /^planned: level/ })
        .nth(planned - 1)
        .waitFor()
    }
  })
  afterAll(() => page.close())

  it('is the plan on one page: for which role, what it brings, each action with its day, and a box to agree it', async () => {
    await page.goto(`${endpoint.url}plan`)
    await page.getByRole('heading', { name: 'What if' }).waitFor()
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    const sheet = page.getByRole('region', { name: 'My plan on paper' })
    await sheet
      .getByText(/^Aiming for Enterprise architect: \d+ % ready now, \d+ % when all of this is done/)
      .waitFor()
    expect(await sheet.getByRole('row').count()).toBe(7)
    expect(await sheet.getByRole('row').last().textContent()).toMatch(/\d{1,2} \w+ 20\d\d/)
    expect(await page.getByRole('button').count()).toBe(0)
    expect(await page.getByRole('navigation').count()).toBe(0)
    expect(await sheet.evaluate((element) => getComputedStyle(element).color)).toBe('rgb(0, 0, 0)')
    await page.emulateMedia({ media: null })
    expect(pagesOf(await page.pdf({ format: 'A4', margin }))).toBe(1)
  })

  it('is the case for a role: what it asks, my level, my words and my evidence, and none of the page around it', async () => {
    await page.emulateMedia({ media: null })
    await page.goto(`${endpoint.url}pathway/case?role=${TARGET}`)
    await page.getByLabel('Opening, in your own words').fill('Ten years of drawing the county’s systems.')
    const items = page.getByRole('list', { name: 'Requirements in your order' }).locator(':scope > li')
    const asked = builtInCatalogue().frameworks[0]!.roles.find(({ id }) => id === TARGET)!.requirements
    expect(await items.count()).toBe(asked.length)
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    await page.getByText('Ten years of drawing the county’s systems.').waitFor()
    await page.getByText(/\d+ of \d+ requirements met/).waitFor()
    expect(await page.getByRole('button').count()).toBe(0)
    expect(await page.getByRole('navigation').count()).toBe(0)
    await page.emulateMedia({ media: null })
    expect(pagesOf(await page.pdf({ format: 'A4', margin }))).toBeLessThanOrEqual(2)
  })
})

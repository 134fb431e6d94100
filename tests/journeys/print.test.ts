import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RoleProfile } from '../../src/domain/role.ts'
import { Endpoint } from './support/endpoint.ts'
import { Laptop } from './support/laptop.ts'
import { builtInCatalogue } from './support/service.ts'

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

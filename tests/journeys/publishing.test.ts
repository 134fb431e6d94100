import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Page } from 'playwright'
import type { Catalogue } from '../../src/domain/catalogue.ts'
import { accessibilityFaults } from './support/accessibility.ts'
import { Endpoint, HR_TOKEN } from './support/endpoint.ts'
import { Laptop } from './support/laptop.ts'
import { builtInCatalogue } from './support/service.ts'
import { chooseRole, rateByKey } from './support/skills.ts'

let endpoint: Endpoint
const laptops: Laptop[] = []

beforeAll(async () => {
  endpoint = await Endpoint.start({ basePath: '/pathways/' })
})
afterAll(() => endpoint.discard())
afterEach(async () => {
  for (const laptop of laptops.splice(0)) {
    expect(laptop.complaints.all).toEqual([])
    await laptop.discard()
  }
})

async function laptopOf(): Promise<Laptop> {
  const laptop = await Laptop.open()
  laptops.push(laptop)
  return laptop
}
const at = (path: string) => new URL(path, endpoint.url).href
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const published = async () => (await (await endpoint.call('catalogue')).json()) as Catalogue

/** HR at their laptop, signed in, with a draft begun. */
async function editor(): Promise<Page> {
  const page = await (await laptopOf()).visit(`${endpoint.url}#hr=${HR_TOKEN}`)
  await page.getByRole('heading', { level: 1, name: 'Workforce' }).waitFor()
  await page.goto(at('catalogue/draft'))
  await press(page, 'Start a draft')
  await page.getByText('The draft is valid').waitFor()
  return page
}

/** Changes a text of the draft and waits until it is stored: then undo is of another step. */
async function write(page: Page, address: string, label: string, text: string): Promise<void> {
  await page.goto(at(`catalogue/draft?${address}`))
  const field = page.getByLabel(label, { exact: true })
  await field.waitFor()
  const step = () => page.getByRole('button', { name: 'Undo', exact: true }).getAttribute('title')
  const before = await step()
  await field.fill(text)
  await field.blur()
  await expect.poll(step).not.toBe(before)
}

async function publish(page: Page): Promise<void> {
  await page.goto(at('catalogue/draft/publish'))
  await page.getByRole('button', { name: /^Publish edition/ }).click()
}
const isPublished = (page: Page, edition: string) =>
  page.getByRole('heading', { name: `Edition ${edition} is published` }).waitFor()

const framework = builtInCatalogue().frameworks[0]!
const role = framework.roles.find(({ name }) => name === 'Solution architect')!
const [design, modelling] = ['Solution design', 'Enterprise modelling'].map((name) =>
  framework.skills.find((skill) => skill.name === name)!,
) as [Skill, Skill]
type Skill = (typeof framework.skills)[number]
const skillIn = (catalogue: Catalogue, id: string) =>
  catalogue.frameworks[0]!.skills.find((skill) => skill.id === id)!

it('two editors publish at the same moment, and nothing of either is lost', async () => {
  const [one, two] = [await editor(), await editor()]
  // Each changes something of their own, and both the same summary.
  await write(one, `part=skills&skill=${design.id}`, 'Name', 'Designing solutions')
  await write(
    one,
    `part=skills&skill=${modelling.id}`,
    'What it is',
    'Drawing the county as one thinks it is.',
  )
  await write(two, `part=roles&role=${role.id}`, 'What it is for', 'Designs what the county needs.')
  await write(two, `part=skills&skill=${modelling.id}`, 'What it is', 'Drawing the county as it is.')

  // Both are about to: neither page knows of the other.
  await two.goto(at('catalogue/draft/publish'))
  await two.getByRole('button', { name: 'Publish edition 2026.2' }).waitFor()
  await publish(one)
  await isPublished(one, '2026.2')
  await press(two, 'Publish edition 2026.2')
  await two.getByRole('heading', { name: 'Somebody else published edition 2026.2 meanwhile' }).waitFor()
  expect(await two.getByText('Skill renamed').count()).toBe(1)
  expect(await accessibilityFaults(two)).toEqual([])
  expect((await published()).edition).toBe('2026.2')

  expect(await two.getByRole('button', { name: 'Merge into my draft' }).isDisabled()).toBe(true)
  // Both sides stand there in their words, so that there is something to choose by.
  await two.getByText('Drawing the county as one thinks it is.').waitFor()
  await two.getByLabel('Keep mine').check()
  await press(two, 'Merge into my draft')
  await two.getByRole('button', { name: 'Publish edition 2026.3' }).click()
  await isPublished(two, '2026.3')

  const now = await published()
  expect(skillIn(now, design.id).name).toBe('Designing solutions')
  expect(skillIn(now, modelling.id).summary).toBe('Drawing the county as it is.')
  expect(now.frameworks[0]!.roles.find(({ id }) => id === role.id)!.purpose).toBe(
    'Designs what the county needs.',
  )
  expect(now.frameworks[0]!.version).toBe('2026.3')
})

it('a merge can be undone and made again with the other choice', async () => {
  const [one, two] = [await editor(), await editor()]
  await write(one, `part=skills&skill=${design.id}`, 'What it is', 'Theirs.')
  await write(two, `part=skills&skill=${design.id}`, 'What it is', 'Mine.')
  await publish(one)
  await isPublished(one, '2026.4')
  await two.goto(at('catalogue/draft/publish'))
  await two.getByLabel('Keep mine').check()
  await press(two, 'Merge into my draft')
  await two.getByRole('button', { name: 'Publish edition 2026.5' }).waitFor()
  await press(two, 'Undo')
  await two.getByLabel('Keep theirs').check()
  await press(two, 'Merge into my draft')
  await two.getByText('Nothing to publish yet').waitFor()
  expect(skillIn(await published(), design.id).summary).toBe('Theirs.')
})

it('an edition name that was used before, and a sign-in that is none, are refused in one sentence', async () => {
  const page = await editor()
  await write(page, `part=strands&strand=${builtInCatalogue().strands[0]!.id}`, 'Name', 'The plan')
  await page.goto(at('catalogue/draft/publish'))
  await page.getByLabel('Name of the edition').fill('2026.1')
  await press(page, 'Publish edition 2026.1')
  await page.getByText('There is an edition 2026.1 already').waitFor()
  await page.evaluate(() => sessionStorage.setItem('waymark-hr-token', 'not-the-token'))
  await page.reload()
  await page.getByRole('button', { name: /^Publish edition/ }).click()
  await page.getByText('That sign-in is no longer valid.').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByLabel('Sign-in link or token').fill(HR_TOKEN)
  await press(page, 'Sign in')
  await page.getByRole('button', { name: /^Publish edition/ }).click()
  await page.getByRole('heading', { name: /is published$/ }).waitFor()
})

describe('a laptop that has rated', () => {
  let laptop: Laptop
  let page: Page
  beforeEach(async () => {
    laptop = await laptopOf()
    page = await laptop.visit(at('skills'))
    await chooseRole(page, role.name)
    await rateByKey(page, skillIn(await published(), design.id).name, '3')
    await rateByKey(page, modelling.name, '2')
    await rateByKey(page, 'Standards and reuse', '2')
    await page.getByText(/^Saved on this laptop/).waitFor()
    // Told once, after the first rating, how safe the ratings are; it stands over the page until it is read.
    await page.locator('.toast').getByRole('button', { name: 'Understood' }).click()
  })

  it('hears of a new edition, keeps the old one in hand, and is asked again exactly what changed', async () => {
    const was = skillIn(await published(), design.id)
    const hr = await editor()
    await write(
      hr,
      `part=skills&skill=${design.id}`,
      'Statements at level 3',
      'Designs it all, and says what it costs.',
    )
    await hr.goto(at('catalogue/draft?part=about'))
    await hr.getByLabel('Notice to staff', { exact: true }).fill('Solution design says what it costs now.')
    await hr.getByLabel('Notice to staff', { exact: true }).blur()
    await hr.getByText('Whom it is for: role families').waitFor()
    await publish(hr)
    await hr.getByRole('heading', { name: /is published$/ }).waitFor()

    // Back online: it arrives, and nothing changes under the person's hands.
    await laptop.offline(true)
    await laptop.offline(false)
    await page.getByText(/of the catalogue has arrived/).waitFor()
    expect(await page.getByText('Solution design says what it costs now.').count()).toBe(0)
    await press(page, 'Use it now')
    await page.getByText('Solution design says what it costs now.').waitFor()
    await page.locator('.notices').getByRole('button', { name: 'Understood' }).click()

    await page.getByRole('radio', { name: 'Due 1' }).check()
    const due = page.getByRole('region', { name: 'What is due' }).getByRole('article')
    await due.waitFor()
    expect(await due.getByRole('heading').allTextContents()).toEqual([was.name])
    const words = (await due.textContent()) ?? ''
    const then = was.descriptors.find(({ level }) => level === 3)!.statements[0]!
    expect(words).toContain(then)
    expect(words).toContain('Designs it all, and says what it costs.')
    expect(await accessibilityFaults(page)).toEqual([])
    await due.getByRole('radio', { name: '3 Works unaided' }).focus()
    await page.keyboard.press('y')
    await page.getByRole('heading', { name: 'All settled' }).waitFor()

    await page.reload()
    expect(await page.getByText('Solution design says what it costs now.').count()).toBe(0)
    await page.getByRole('radio', { name: `${was.name}: none yet`, exact: true }).focus()
    await page.getByText('Earlier answers, in the words of then').click()
    await page.locator('.earlier').getByText(then).waitFor()
    expect(await page.getByRole('radio', { name: /^Due/ }).count()).toBe(0)
  })
})

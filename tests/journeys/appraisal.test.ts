import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { accessibilityFaults } from './support/accessibility.ts'
import { Endpoint } from './support/endpoint.ts'
import { Laptop } from './support/laptop.ts'
import { checkedLevel, chooseRole, rateByKey, saved } from './support/skills.ts'

const PASSPHRASE = 'heron at the weir at noon'
const ROLE = 'Solution architect'

let endpoint: Endpoint
/** Two people, two browsers, two profiles: nothing goes from one to the other but files. */
let fern: Laptop
let oak: Laptop
let folder: string

beforeAll(async () => {
  endpoint = await Endpoint.start()
})
afterAll(() => endpoint.discard())
beforeEach(async () => {
  ;[fern, oak] = [await Laptop.open(), await Laptop.open()]
  folder = await mkdtemp(join(tmpdir(), 'waymark-packs-'))
})
afterEach(async () => {
  expect([...fern.complaints.all, ...oak.complaints.all]).toEqual([])
  await fern.discard()
  await oak.discard()
  await rm(folder, { recursive: true, force: true })
})

const at = (path: string) => `${endpoint.url}${path}`

async function staffRates(page: Page, levels: Record<string, string>): Promise<void> {
  await chooseRole(page, ROLE)
  for (const [skill, key] of Object.entries(levels)) await rateByKey(page, skill, key)
  await saved(page)
}

/** Saves what a button saves into the folder both share, as a memory stick would be. */
async function saveBy(page: Page, button: string, as: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ])
  const path = join(folder, as)
  await download.saveAs(path)
  return path
}

async function lockWithPassphrase(page: Page): Promise<void> {
  const choice = page.getByRole('radio', { name: 'With a passphrase' })
  if ((await choice.count()) > 0) await choice.check({ force: true })
  await page.getByRole('radio', { name: 'My own' }).check({ force: true })
  await page.getByLabel('Your passphrase').fill(PASSPHRASE)
}

const choose = (page: Page, files: string[]) =>
  page.getByLabel('Choose locked files, or drop them here, as many as you like').setInputFiles(files)

async function openByPassphrase(page: Page, file: string): Promise<void> {
  await page.goto(at('appraisals/open'))
  await choose(page, [file])
  await page.getByLabel('Its passphrase').fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
}

it('goes through a whole appraisal by file both ways: card, pack, blind, meeting, copy back, confirmed by both', async () => {
  const manager = await oak.visit(at('appraisals/card'))
  await manager.getByLabel('Your name, as your team knows it').fill('Oak Sample')
  await manager.getByRole('button', { name: 'Make my card' }).click()
  const words = await manager.locator('p[translate="no"]').textContent()
  expect(await accessibilityFaults(manager)).toEqual([])
  const card = await saveBy(manager, 'Save the card as a file', 'card.json')

  // The member of staff, who makes the pack with no server to be had at all.
  const staff = await fern.visit(at('skills'))
  await staffRates(staff, { 'Solution design': '4', Requirements: '2' })
  await staff.evaluate(() => navigator.serviceWorker.ready)
  await staff.reload()
  await staff.getByRole('table', { name: 'My skills' }).waitFor()
  await endpoint.stop()
  await staff.goto(at('appraisals/pack'))
  await staff.getByLabel('My name').fill('Fern Sample')
  await staff.getByLabel('My name').blur()
  await staff.getByRole('radio', { name: 'To my manager’s card' }).check({ force: true })
  await staff.getByLabel('The card’s file, or drop it here').setInputFiles(card)
  await staff.getByText(words ?? 'no words').waitFor()
  await staff.getByRole('button', { name: 'The words are the same' }).click()
  const preview = staff.getByRole('region', { name: 'As your manager will see it' })
  await preview.getByText('4 Leads').waitFor()
  expect(await accessibilityFaults(staff)).toEqual([])
  const pack = await saveBy(staff, 'Save the locked file', 'pack.age')
  await staff.getByText(/^Saved as appraisal-/).waitFor()
  expect((await readFile(pack)).subarray(0, 21).toString()).toBe('age-encryption.org/v1')

  await endpoint.start()

  // The manager: opens it with no passphrase, sees no level, rates, then opens theirs.
  await manager.goto(at('appraisals/open'))
  await choose(manager, [pack])
  await manager.getByLabel('Whose is it?').selectOption({ label: 'Add Fern Sample to my team' })
  await manager.getByText(/Hidden until you have rated/).waitFor()
  expect(await manager.getByText('4 Leads').count()).toBe(0)
  expect(await accessibilityFaults(manager)).toEqual([])
  await manager.getByRole('button', { name: 'Take it in' }).click()
  await manager.getByRole('link', { name: 'Rate Fern Sample' }).click()
  await rateByKey(manager, 'Solution design', '3')
  await rateByKey(manager, 'Requirements', '2')
  await manager.getByRole('button', { name: 'I have rated: open theirs' }).click()
  await manager.getByRole('button', { name: 'Open theirs', exact: true }).click()
  await manager.getByText('Theirs are open.').waitFor()

  // The meeting is about what differs, and about nothing else.
  const member = /appraisals\/([^/]+)\/rate/.exec(manager.url())?.[1] ?? ''
  await manager.goto(at(`appraisals/${member}/meeting`))
  await manager.getByRole('radio', { name: 'Solution design, agreed: 4 Leads' }).check({ force: true })
  expect(await manager.getByRole('radio', { name: /^Requirements, agreed/ }).count()).toBe(0)
  await manager.getByLabel(/^In Oak Sample’s words/).fill('Leads designs well.')
  await manager.getByRole('button', { name: /I confirm.*Oak Sample/ }).click()
  await manager.getByText(/Confirmed as Oak Sample/).waitFor()

  // The copy that is owed goes back, locked with a passphrase.
  await manager.getByRole('link', { name: 'Save a copy for Fern Sample' }).first().click()
  await lockWithPassphrase(manager)
  expect(await accessibilityFaults(manager)).toEqual([])
  const copy = await saveBy(manager, 'Save the locked file', 'copy.age')
  await manager.getByText(/^Saved as appraisal-/).waitFor()

  await openByPassphrase(staff, copy)
  await staff.getByText('This is your own appraisal.').waitFor()
  await staff.getByRole('button', { name: 'Take it in' }).click()
  await staff.getByText(/Your own ratings stay as you gave them/).waitFor()
  await staff.getByRole('link', { name: 'See your appraisal' }).click()
  await expect
    .poll(() => staff.getByRole('textbox', { name: /^In Oak Sample’s words/ }).inputValue())
    .toBe('Leads designs well.')
  await staff.getByRole('button', { name: /I confirm/ }).click()
  await staff.getByRole('button', { name: 'Change something' }).waitFor()

  // And the confirmation goes back once more: both laptops hold the same.
  await staff.goto(at('appraisals/pack'))
  await staff.getByText('Oak Sample').first().waitFor()
  const confirmed = await saveBy(staff, 'Save the locked file', 'confirmed.age')
  await manager.goto(at('appraisals/open'))
  await choose(manager, [confirmed, pack])
  await manager.getByRole('button', { name: 'Take in all 2' }).click()
  await expect.poll(() => manager.getByText('Taken in').count()).toBe(2)
  await manager.goto(at('appraisals'))
  await manager.getByRole('button', { name: /^1 Confirmed by both/ }).waitFor()

  // What a member of staff rated is theirs still, and what happened is written down for them.
  await staff.goto(at('skills'))
  expect(await checkedLevel(staff, 'Solution design')).toBe('4')
  await staff.goto(at('appraisals/who'))
  await expect.poll(() => staff.getByRole('row', { name: /for Oak Sample/ }).count()).toBe(2)
  expect(await staff.getByRole('row', { name: /from Oak Sample/ }).count()).toBe(1)
  expect(await accessibilityFaults(staff)).toEqual([])
})

it('refuses a wrong passphrase, a cut file and one that is no pack, each with its sentence', async () => {
  const staff = await fern.visit(at('skills'))
  await staffRates(staff, { 'Solution design': '4' })
  await staff.goto(at('appraisals/pack'))
  await staff.getByLabel('My name').fill('Fern Sample')
  await staff.getByLabel('My name').blur()
  await lockWithPassphrase(staff)
  const pack = await saveBy(staff, 'Save the locked file', 'pack.age')
  const cut = join(folder, 'cut.age')
  await writeFile(cut, (await readFile(pack)).subarray(0, 1000))
  const other = join(folder, 'other.json')
  await writeFile(other, '{"waymark":"pack","v":1,"__proto__":{"isAdmin":true}}')
  const newer = join(folder, 'newer.json')
  await writeFile(newer, '{"waymark":"pack","v":2}')

  const manager = await oak.visit(at('appraisals/open'))
  await choose(manager, [pack, cut, other, newer])
  await manager.getByText('other.json cannot be opened: it holds a forbidden name, at __proto__.').waitFor()
  await manager
    .getByText('newer.json was made by a newer Waymark: update this one first, then open it.')
    .waitFor()
  await manager.getByLabel('A passphrase').fill('heron at the weir at moon')
  await manager.getByRole('button', { name: 'Open', exact: true }).click()
  await manager.getByText('That is not the passphrase of any of these files.').waitFor()
  await manager.getByLabel('A passphrase').fill(PASSPHRASE)
  await manager.getByRole('button', { name: 'Open', exact: true }).click()
  await manager.getByText('This file is cut off or was changed on its way: ask for it again.').waitFor()
  await manager.getByLabel('Whose is it?').waitFor()
  expect(await accessibilityFaults(manager)).toEqual([])
})

it('erases what was handed over on its day, and says so at the next start', async () => {
  const manager = await oak.visit(at('appraisals'))
  const staff = await fern.visit(at('skills'))
  await staffRates(staff, { 'Solution design': '4' })
  await staff.goto(at('appraisals/pack'))
  await staff.getByLabel('My name').fill('Fern Sample')
  await staff.getByLabel('My name').blur()
  await lockWithPassphrase(staff)
  const pack = await saveBy(staff, 'Save the locked file', 'pack.age')
  await openByPassphrase(manager, pack)
  await manager.getByLabel('Whose is it?').selectOption({ label: 'Add Fern Sample to my team' })
  await manager.getByRole('button', { name: 'Take it in' }).click()
  const link = manager.getByRole('link', { name: 'Rate Fern Sample' })
  const member = /appraisals\/([^/]+)\/rate/.exec((await link.getAttribute('href')) ?? '')?.[1] ?? ''

  await manager.goto(at(`appraisals/pack?for=${member}`))
  await manager.getByRole('button', { name: 'Hand over, and erase on that day' }).click()
  await manager.getByText(/is erased on/).waitFor()
  await oak.close()
  await oak.reopen()
  const later = await oak.context.newPage()
  await later.clock.setFixedTime(Date.now() + 29 * 24 * 60 * 60 * 1000)
  await later.goto(at('appraisals'))
  await later.getByText(/^Erased on .*, as you had set: Fern Sample\.$/).waitFor()
  await later.getByText('Nobody in your team yet').waitFor()
  await later.getByRole('button', { name: 'Understood' }).click()
  await expect.poll(() => later.getByText('Fern Sample').count()).toBe(0)
})

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Endpoint } from './support/endpoint.ts'
import { Laptop } from './support/laptop.ts'
import { chooseRole, rateByKey, saved } from './support/skills.ts'

const published = fileURLToPath(new URL('../../../shared/frameworks/ddat/', import.meta.url))
const ours = fileURLToPath(new URL('../fixtures/gdd/', import.meta.url))
/** The publisher's own files where they are at hand; our small made-up ones in the same form elsewhere. */
const real = existsSync(published)
const folder = real ? published : ours
const files = [`${folder}roles.csv`, `${folder}skills.csv`]

let endpoint: Endpoint
let laptop: Laptop

beforeEach(async () => {
  endpoint = await Endpoint.start()
  laptop = await Laptop.open()
})
afterEach(async () => {
  expect(laptop.complaints.all).toEqual([])
  await laptop.discard()
  await endpoint.discard()
})

const counts = real
  ? { roles: '205', skills: '188', role: 'Lead technical architect' }
  : { roles: /\d+/, skills: /\d+/, role: 'Senior lock keeper' }

it('imports a framework from its two files, after saying what was read, and shows a gap against one of its roles', async () => {
  const page = await laptop.visit(`${endpoint.url}catalogue`)
  await page.getByRole('link', { name: 'Import a framework' }).click()
  await page.getByLabel('Choose both files').setInputFiles(files)
  await page.getByRole('button', { name: 'Add to this laptop' }).waitFor()
  const tally = page.getByRole('table').first()
  for (const kind of ['Skills', 'Requirements']) await tally.getByRole('row', { name: kind }).waitFor()
  if (real) {
    const requirements = tally.getByRole('row', { name: /^Requirements/ })
    expect((await requirements.getByRole('cell').allTextContents()).map((text) => text.trim())).toEqual(
      expect.arrayContaining(['1,825', '1,809', '16', '0']),
    )
  }
  await page.getByRole('button', { name: 'Add to this laptop' }).click()
  await page.getByRole('link', { name: 'Choose a role from it' }).click()

  await chooseRole(page, counts.role)
  const first = page.getByRole('radiogroup').first()
  // Its own scale of four, and none yet beside it.
  expect(await first.getByRole('radio').count()).toBe(5)
  const skill = await first.evaluate((group) =>
    document.getElementById(group.getAttribute('aria-labelledby')!)!.textContent!.trim(),
  )
  await rateByKey(page, skill, '4')
  await saved(page)
  await page.goto(`${endpoint.url}pathway`)
  await page.getByLabel('Role I am looking at').selectOption({ label: counts.role })
  await page.getByText(/1 of \d+ requirements met/).waitFor()
})

it('changes nothing when the same files come again', async () => {
  const page = await laptop.visit(`${endpoint.url}catalogue`)
  for (let time = 0; time < 2; time += 1) {
    await page.goto(`${endpoint.url}catalogue`)
    await page.getByRole('link', { name: 'Import a framework' }).click()
    await page.getByLabel('Choose both files').setInputFiles(files)
    if (time === 0) {
      await page.getByRole('button', { name: 'Add to this laptop' }).click()
      await page.getByRole('link', { name: 'Choose a role from it' }).waitFor()
    } else
      await page
        .getByText(/already/i)
        .first()
        .waitFor()
  }
  expect(await page.getByRole('button', { name: 'Add to this laptop' }).count()).toBe(0)
})

it('says in a sentence what is wrong with a file, writes nothing, and goes on working', async () => {
  const page = await laptop.visit(`${endpoint.url}catalogue`)
  await page.getByRole('link', { name: 'Import a framework' }).click()
  await page.getByLabel('Choose both files').setInputFiles([
    { name: 'roles.csv', mimeType: 'text/csv', buffer: Buffer.from('not,a,role\n1,2,3\n') },
    { name: 'skills.csv', mimeType: 'text/csv', buffer: Buffer.from('Skill Name,__proto__\nx,y\n') },
  ])
  await page
    .getByText(/nothing was (added|written|changed)|was not imported|is neither/i)
    .first()
    .waitFor()
  const kept = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open('waymark')
        opening.onsuccess = () => {
          const count = opening.result.transaction('frameworks').objectStore('frameworks').count()
          count.onsuccess = () => resolve(count.result)
        }
      }),
  )
  expect(kept).toBe(0)
  await page.getByRole('link', { name: 'My skills' }).first().click()
  await chooseRole(page, 'Solution architect')
})

import { readFile } from 'node:fs/promises'
import { Decrypter } from 'age-encryption'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { accessibilityFaults } from './support/accessibility.ts'
import { Endpoint } from './support/endpoint.ts'
import { Laptop } from './support/laptop.ts'
import { checkedLevel, chooseRole, rateByKey, saved } from './support/skills.ts'

let endpoint: Endpoint

beforeAll(async () => {
  endpoint = await Endpoint.start()
})
afterAll(() => endpoint.discard())

/** Makes a locked copy with the words offered, and gives those words and where the file was saved. */
async function makeLockedCopy(page: Page): Promise<{ words: string; file: string; name: string }> {
  const copies = page.getByRole('region', { name: 'Copies (backup)' })
  await copies.getByLabel('Lock it with a passphrase').check()
  const words = await copies.getByRole('status', { name: 'The passphrase' }).innerText()
  expect(await accessibilityFaults(page)).toEqual([])
  const saving = page.waitForEvent('download')
  await copies.getByRole('button', { name: 'Make a copy' }).click()
  const download = await saving
  return { words, file: await download.path(), name: download.suggestedFilename() }
}

it('takes everything to a new laptop in a copy that only its passphrase opens, with no network', async () => {
  const old = await Laptop.open()
  const skills = await old.visit(`${endpoint.url}skills`)
  await chooseRole(skills, 'Solution architect')
  await rateByKey(skills, 'Solution design', '3')
  await saved(skills)
  const settings = await old.visit(`${endpoint.url}settings`)
  await settings.evaluate(() => navigator.serviceWorker.ready)
  await old.offline(true)
  const { words, file, name } = await makeLockedCopy(settings)
  expect(name).toMatch(/^waymark-backup-.*\.age$/)

  const bytes = await readFile(file)
  expect(bytes.toString('latin1')).not.toContain('solution')
  const decrypter = new Decrypter()
  decrypter.addPassphrase(words)
  expect(await decrypter.decrypt(bytes, 'text')).toContain('"waymark":"backup"')

  const fresh = await Laptop.open()
  const page = await fresh.visit(`${endpoint.url}settings`)
  await page.getByLabel('Choose a copy, or drop it here').setInputFiles(file)
  await page.getByLabel('Its passphrase').fill('anything but those words')
  await page.getByRole('button', { name: 'Open it' }).click()
  await page.getByText('That is not the passphrase this file was locked with.').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByLabel('Its passphrase').fill(words.replaceAll('-', ' ').toUpperCase())
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Merge it in' }).click()
  await page.getByText(/is merged in/).waitFor()
  await page.goto(`${endpoint.url}skills`)
  await expect.poll(() => checkedLevel(page, 'Solution design')).toBe('3')

  expect([...old.complaints.all, ...fresh.complaints.all]).toEqual([])
  await old.discard()
  await fresh.discard()
})

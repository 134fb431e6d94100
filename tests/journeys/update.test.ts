import { appendFile, cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { DIST, Endpoint } from './support/endpoint.ts'
import { Laptop } from './support/laptop.ts'
import { checkedLevel, chooseRole, rateByKey, saved } from './support/skills.ts'

let folder: string
let endpoint: Endpoint
let laptop: Laptop

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark-versions-'))
  const dist = join(folder, 'dist')
  await cp(DIST, dist, { recursive: true })
  await symlink(join(DIST, '..', 'node_modules'), join(folder, 'node_modules'), 'dir')
  endpoint = await Endpoint.start({ dist })
  laptop = await Laptop.open()
})
afterEach(async () => {
  await laptop.discard()
  await endpoint.discard()
  await rm(folder, { recursive: true, force: true })
})

/** The next version differs, as far as a browser can tell, as soon as one byte of its worker does. */
const publishNextVersion = async () => {
  await appendFile(join(folder, 'dist', 'app', 'sw.js'), '\n// the next version\n')
  await endpoint.stop()
  await endpoint.start()
}

it('asks before a new version takes over, in each tab, and keeps what is being typed in the others', async () => {
  const page = await laptop.visit(`${endpoint.url}skills`)
  await chooseRole(page, 'Solution architect')
  await rateByKey(page, 'Solution design', '3')
  await saved(page)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.reload()
  const other = await laptop.visit(`${endpoint.url}skills`)
  await other.getByLabel('Search skills').fill('half a wor')

  await publishNextVersion()
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update())
  const ask = page.getByRole('button', { name: 'Use the new version' })
  await ask.waitFor()
  // It has only asked: nothing reloads until the person says so.
  expect(await other.getByLabel('Search skills').inputValue()).toBe('half a wor')

  await Promise.all([page.waitForEvent('load'), ask.click()])
  await expect.poll(() => checkedLevel(page, 'Solution design')).toBe('3')
  await other.getByText('A new version was taken up in another tab').waitFor()
  expect(await other.getByLabel('Search skills').inputValue()).toBe('half a wor')
  expect(laptop.complaints.all).toEqual([])
})

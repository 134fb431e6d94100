import type { Page } from 'playwright'
import { afterEach, expect, it } from 'vitest'
import { Endpoint, JOIN_CODE } from './support/endpoint.ts'
import { Laptop } from './support/laptop.ts'
import { openPeriod, storedSummaries, textIn } from './support/service.ts'
import { checkedLevel, chooseRole, rateByKey, saved } from './support/skills.ts'

/** Every page, and a heading it shows. */
const PAGES: [path: string, heading: string | RegExp][] = [
  ['', /./],
  ['skills', 'My skills'],
  ['pathway', 'My pathway'],
  ['plan', 'My plan'],
  ['workforce', 'Workforce'],
  ['catalogue', 'Catalogue'],
  ['catalogue/structure', 'Structure'],
  ['catalogue/skills/county-solution-design', 'Solution design'],
  ['catalogue/roles/county-enterprise-architect', 'Enterprise architect'],
  ['sharing', 'Sharing'],
  ['settings', 'Settings'],
]

let endpoint: Endpoint
let laptop: Laptop

afterEach(async () => {
  expect(laptop.complaints.all).toEqual([])
  await laptop.discard()
  await endpoint.discard()
})

async function visitOnce(basePath: string) {
  endpoint = await Endpoint.start({ basePath })
  laptop = await Laptop.open()
  const page = await laptop.visit(endpoint.url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await keptForOffline(page)
}

/** The worker is active and every file it promised is in its cache: an active worker alone proves nothing. */
async function keptForOffline(page: Page) {
  await page.evaluate(() => navigator.serviceWorker.ready)
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const counts = await Promise.all(
          (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).length),
        )
        return Math.max(0, ...counts)
      }),
    )
    .toBeGreaterThan(10)
}

it.each(['/', '/pathways/'])(
  'opens every page after one visit, with the server gone and the browser started anew, at %s',
  async (basePath) => {
    await visitOnce(basePath)
    await laptop.close()
    await endpoint.stop()
    await laptop.reopen()
    for (const [path, heading] of PAGES) {
      const page = await laptop.visit(endpoint.url + path)
      await page.getByRole('heading', { level: 1, name: heading }).waitFor()
      await page.close()
    }
    const page = await laptop.visit(`${endpoint.url}skills`)
    await chooseRole(page, 'Solution architect')
    await rateByKey(page, 'Solution design', '4')
    await saved(page)
    await page.reload()
    await expect.poll(() => checkedLevel(page, 'Solution design')).toBe('4')
  },
)

it('sends a summary made offline once the server is back, and only once', async () => {
  await visitOnce('/')
  await openPeriod(endpoint)
  const first = await laptop.visit(`${endpoint.url}#join=${JOIN_CODE}`)
  await first.reload()
  await first.getByRole('button', { name: 'Turn sharing on' }).click()
  await first.getByLabel('Your unit').selectOption({ label: 'Corporate projects and change' })
  await first.getByLabel('Your role').selectOption({ label: 'Project manager' })
  await first.getByRole('heading', { name: 'Nothing sent yet' }).waitFor()
  await laptop.close()
  await endpoint.stop()
  await laptop.reopen()

  const skills = await laptop.visit(`${endpoint.url}skills`)
  await chooseRole(skills, 'Project manager')
  await rateByKey(skills, 'Project control', '4')
  await rateByKey(skills, 'Risks and issues', '1')
  await saved(skills)
  const sharing = await laptop.visit(`${endpoint.url}sharing`)
  await sharing.getByRole('button', { name: 'Send', exact: true }).click()
  await sharing.getByRole('heading', { name: 'Waiting to go' }).waitFor()
  const shown = await sharing.locator('pre').first().textContent()

  await endpoint.start()
  const other = await laptop.visit(`${endpoint.url}sharing`)
  await other
    .getByRole('button', { name: 'Try now' })
    .click({ timeout: 5000 })
    .catch(() => {}) // It may have gone by itself already.
  await sharing.getByRole('heading', { name: 'Sent', exact: true }).waitFor()
  const [summary, ...more] = storedSummaries(endpoint)
  expect(more).toEqual([])
  expect(summary?.sequence).toBe(1)
  const sent = await textIn(summary!.body)
  expect(sent).toBe(shown)
  expect(JSON.parse(sent)).toMatchObject({ period: '2026-H2', bands: { 'county-project-control': 2 } })
})

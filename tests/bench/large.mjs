import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const SOURCE = fileURLToPath(new URL('../support/largeCatalogue.ts', import.meta.url))
const { module } = await runnerImport(SOURCE, { configFile: false, logLevel: 'error' })

export const largeCatalogue = module.largeCatalogue()

/** A laptop of its own with the large catalogue, at an address of the app. */
export async function openLarge(browser, url) {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: { width: 1440, height: 900 },
  })
  await context.route('**/catalogue.json', (route) => route.fulfill({ json: largeCatalogue }))
  // The endpoint has one of its own, which would take its place.
  await context.route('**/api/v1/catalogue', (route) => route.fulfill({ status: 304 }))
  const page = await context.newPage()
  await page.goto(url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}

/**
 * What a person feels, measured in one run beside its limit: a plain page that does as much and nothing more. Run by
 * `npm run bench`, or `npm run bench -- map` for one part. Machines are noisy: read the ratios.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { benchLoading } from './loading.mjs'
import { benchMap } from './map.mjs'
import { benchRating } from './rating.mjs'
import { benchRoutes } from './routes.mjs'
import { benchSearching, SEARCHED } from './searching.mjs'
import { startEndpoint, servePages } from './servers.mjs'
import { benchTeam } from './team.mjs'

const PARTS = {
  loading: benchLoading,
  rating: benchRating,
  search: benchSearching,
  routes: benchRoutes,
  map: benchMap,
  team: benchTeam,
}

const asked = process.argv.slice(2)
const unknown = asked.find((name) => !(name in PARTS))
if (unknown !== undefined) {
  console.error(`There is no part “${unknown}”. The parts are ${Object.keys(PARTS).join(', ')}.`)
  process.exit(1)
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH,
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
})
const folder = mkdtempSync(join(tmpdir(), 'waymark-bench-'))
const endpoint = await startEndpoint(join(folder, 'data'))
const pages = await servePages(join(folder, 'pages'), SEARCHED)

try {
  for (const [name, bench] of Object.entries(PARTS)) {
    if (asked.length === 0 || asked.includes(name)) {
      await bench({ browser, app: endpoint.url, plain: pages.url })
    }
  }
} finally {
  await browser.close()
  endpoint.stop()
  pages.stop()
  rmSync(folder, { recursive: true, force: true })
}

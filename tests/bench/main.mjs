/**
 * What a person feels, measured in one run beside its limit: an empty Vue page for loading, a plain native table for
 * rating. Run by `npm run bench`. Machines are noisy: read the ratios.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { startEndpoint, servePages } from './servers.mjs'
import { load, median, quantile, rateRows } from './measure.mjs'

const LOADS = 5
const PRESSES = 200
const FRAMEWORK = fileURLToPath(new URL('../../../shared/frameworks/ddat/', import.meta.url))

const folder = mkdtempSync(join(tmpdir(), 'waymark-bench-'))
const endpoint = await startEndpoint(join(folder, 'data'))
const pages = await servePages(join(folder, 'pages'))
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH,
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
})

try {
  await firstLoad()
  await rating()
} finally {
  await browser.close()
  endpoint.stop()
  pages.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function firstLoad() {
  for (const throttled of [false, true]) {
    const rows = {}
    for (const [name, url] of [
      ['an empty Vue page', `${pages.url}empty-vue/index.html`],
      ['Waymark, welcome', endpoint.url],
      ['Waymark, my skills', `${endpoint.url}skills`],
    ]) {
      const runs = []
      for (let run = 0; run < LOADS; run += 1) runs.push(await load(browser, url, { throttled }))
      rows[name] = {
        'JS, KB gzip': round(median(runs.map((run) => run.scriptKilobytes))),
        'first paint, ms': round(median(runs.map((run) => run.paint))),
        'interactive, ms': round(median(runs.map((run) => run.interactive))),
      }
    }
    const limit = rows['an empty Vue page']
    for (const row of Object.values(rows)) {
      row['paint ÷ empty'] = round(row['first paint, ms'] / limit['first paint, ms'])
      row['interactive ÷ empty'] = round(row['interactive, ms'] / limit['interactive, ms'])
    }
    console.log(
      `\nFirst load, median of ${LOADS}, nothing cached${throttled ? ', 4× slower, 10 Mbit/s, 40 ms' : ''}`,
    )
    console.table(rows)
  }
  console.log('To beat: 136 KB; paint 244 and interactive 446 ms; throttled 588 and 1,492 ms.')
}

async function rating() {
  const waymark = await (await browser.newContext()).newPage()
  const skills = await openMatrix(waymark)
  const plain = await (await browser.newContext()).newPage()
  await plain.goto(`${pages.url}plain-table.html`)
  for (const slowdown of [1, 4]) {
    const rows = {}
    for (const [name, page] of [
      ['a plain native table (188 skills)', plain],
      [`Waymark (${skills})`, waymark],
    ]) {
      await page.bringToFront()
      const times = await rateRows(page, { presses: PRESSES, slowdown })
      rows[name] = { 'median, ms': round(median(times)), 'p95, ms': round(quantile(times, 0.95)) }
    }
    const [limit] = Object.values(rows)
    for (const row of Object.values(rows)) {
      row['median ÷ plain'] = round(row['median, ms'] / limit['median, ms'])
      row['p95 ÷ plain'] = round(row['p95, ms'] / limit['p95, ms'])
    }
    console.log(`\nRating: key pressed to frame painted, ${PRESSES} presses, processor ${slowdown}× slower`)
    console.table(rows)
  }
  console.log('To beat: 13 and 56 ms; 4× slower 115 and 170 ms.')
}

/** My skills with every skill of the largest framework at hand: the imported one, else the built-in one. */
async function openMatrix(page) {
  if (existsSync(FRAMEWORK)) {
    await page.goto(`${endpoint.url}catalogue`)
    await page.getByRole('link', { name: 'Import a framework' }).click()
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles([join(FRAMEWORK, 'roles.csv'), join(FRAMEWORK, 'skills.csv')])
    await page.getByRole('button', { name: 'Add to this laptop' }).click()
    await page.getByRole('link', { name: 'Choose a role from it' }).waitFor()
  }
  await page.goto(`${endpoint.url}skills`)
  await page.getByRole('radio', { name: /^Everything/ }).check({ force: true })
  const framework = page.getByLabel('Framework')
  if (existsSync(FRAMEWORK)) await framework.selectOption({ index: 1 })
  await page.locator('table.matrix').waitFor()
  return `${await page.locator('table.matrix [role=radiogroup]').count()} skills`
}

function round(value) {
  return value < 10 ? Math.round(value * 10) / 10 : Math.round(value)
}

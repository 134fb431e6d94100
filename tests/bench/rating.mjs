import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openLarge } from './large.mjs'
import { printTimes, slowedDown, timeKey, watchKeys } from './measure.mjs'

const PRESSES = 200
const FRAMEWORK = fileURLToPath(new URL('../../../shared/frameworks/ddat/', import.meta.url))

/** A rating, from key to frame, beside a plain table of as many native radios. */
export async function benchRating({ browser, app, plain }) {
  const imported = await openPage(browser)
  const rows = await openImported(imported, app)
  const large = await openLarge(browser, `${app}skills`)
  await large.getByLabel('Role I hold').selectOption({ label: 'Role 249' })
  await large.locator('table.matrix').waitFor()
  for (const [page, name] of [
    [imported, `Waymark (${rows} skills of as many)`],
    [large, `Waymark (${await rowsOf(large)} skills of 13,900)`],
  ]) {
    const table = await openPage(browser)
    await table.goto(`${plain}plain-table.html?rows=${await rowsOf(page)}`)
    for (const slowdown of [1, 4]) {
      printTimes(`Rating: key pressed to frame painted, ${PRESSES} presses, processor ${slowdown}× slower`, {
        [`a plain native table (${await rowsOf(table)} skills)`]: await rateRows(table, slowdown),
        [name]: await rateRows(page, slowdown),
      })
    }
    await table.context().close()
    await page.context().close()
  }
  console.log('To beat, on the imported framework: 13 and 56 ms; 4× slower 115 and 170 ms.')
}

const openPage = async (browser) => (await browser.newContext()).newPage()
const rowsOf = (page) => page.locator('table.matrix tr:has(input)').count()

/** Presses digits in row after row of the table; answers each one's milliseconds. */
async function rateRows(page, slowdown) {
  await page.bringToFront()
  await watchKeys(page)
  const rows = await rowsOf(page)
  return slowedDown(page, slowdown, async () => {
    const times = []
    for (let press = 0; press < PRESSES; press += 1) {
      await page.evaluate(
        (row) => document.querySelectorAll('table.matrix tr:has(input)')[row].querySelector('input').focus(),
        press % rows,
      )
      times.push(await timeKey(page, String(1 + (press % 3))))
    }
    return times
  })
}

/** My skills with every skill of the largest framework at hand: the imported one, else the built-in one. */
async function openImported(page, app) {
  if (existsSync(FRAMEWORK)) {
    await page.goto(`${app}catalogue`)
    await page.getByRole('link', { name: 'Import a framework' }).click()
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles([join(FRAMEWORK, 'roles.csv'), join(FRAMEWORK, 'skills.csv')])
    await page.getByRole('button', { name: 'Add to this laptop' }).click()
    await page.getByRole('link', { name: 'Choose a role from it' }).waitFor()
  }
  await page.goto(`${app}skills`)
  await page.getByRole('radio', { name: /^Everything/ }).check({ force: true })
  if (existsSync(FRAMEWORK)) await page.getByLabel('Framework').selectOption({ index: 1 })
  await page.locator('table.matrix').waitFor()
  return rowsOf(page)
}

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { largeCatalogue, openLarge } from './large.mjs'
import { printTimes, timeKey, watchKeys } from './measure.mjs'

const WORDS = ['plan', 'netw', 'data', 'secu', 'buil', 'serv', 'test', 'repo', 'cont', 'lib']
const BUILT_IN = fileURLToPath(new URL('../../dist/app/catalogue.json', import.meta.url))

/** What the plain page looks in, by the name of its file. */
export const SEARCHED = {
  'skills-86.json': namesAndSummaries(JSON.parse(readFileSync(BUILT_IN, 'utf8'))),
  'skills-13900.json': namesAndSummaries(largeCatalogue),
}

/** A letter typed in the search of My skills, from key to frame, beside a plain page that looks in the same texts. */
export async function benchSearching({ browser, app, plain }) {
  const small = await (await browser.newContext()).newPage()
  await small.goto(`${app}skills`)
  const large = await openLarge(browser, `${app}skills`)
  for (const [page, file] of [
    [small, 'skills-86.json'],
    [large, 'skills-13900.json'],
  ]) {
    const count = SEARCHED[file].length
    const beside = await (await browser.newContext()).newPage()
    await beside.goto(`${plain}plain-search.html?file=${file}`)
    printTimes(`Search: letter typed to frame painted, ${WORDS.join('').length} letters, ${count} skills`, {
      'a plain page that looks in every text': await typeWords(beside),
      Waymark: await typeWords(page),
    })
    await beside.context().close()
    await page.context().close()
  }
}

/** Types each word letter by letter into the search box; answers each letter's milliseconds. */
async function typeWords(page) {
  await page.bringToFront()
  const box = page.getByLabel('Search skills')
  await box.waitFor()
  await watchKeys(page)
  const times = []
  for (const word of WORDS) {
    await box.fill('')
    await box.focus()
    for (const letter of word) times.push(await timeKey(page, letter))
  }
  return times
}

function namesAndSummaries({ frameworks: [{ skills }] }) {
  return skills.map(({ name, summary }) => ({ name, summary }))
}

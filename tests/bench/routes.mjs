import { openLarge } from './large.mjs'
import { printTimes } from './measure.mjs'

const FROM = 'Role 000'
const TARGETS = 40

/** The ways to a role among 250 with 1,000 moves, asked of the worker, beside a worker that only sends it back. */
export async function benchRoutes({ browser, app, plain }) {
  const page = await openLarge(browser, `${app}skills`)
  await page.getByLabel('Role I hold').selectOption({ label: FROM })
  await page.locator('table.matrix').waitFor()
  await page.evaluate(watchWorkers)
  await page.getByRole('link', { name: 'My pathway', exact: true }).click()
  const looking = page.getByLabel('Role I am looking at')
  for (let target = 1; target <= TARGETS; target += 1) {
    await looking.selectOption({ label: `Role ${String(target * 6).padStart(3, '0')}` })
    await page.waitForFunction((count) => window.answered.length === count, target)
  }
  const { answered, question } = await page.evaluate(() => ({
    answered: window.answered,
    question: window.question,
  }))
  await page.context().close()

  const beside = await (await browser.newContext()).newPage()
  await beside.goto(`${plain}echo.html`)
  const echoed = await beside.evaluate(({ asked, times }) => window.echo(asked, times), {
    asked: question,
    times: TARGETS,
  })
  await beside.context().close()
  printTimes(`Ways there: ${TARGETS} targets among 250 roles, from question to whole answer`, {
    'a worker that sends the question back': echoed,
    Waymark: answered,
  })
  const worst = Math.max(...answered)
  console.log(`The longest took ${Math.round(worst)} ms; a tenth of a second is felt as at once.`)
}

/** Notes for each question to a worker how long its answer took. */
function watchWorkers() {
  window.answered = []
  const post = Worker.prototype.postMessage
  Worker.prototype.postMessage = function (question) {
    const at = performance.now()
    window.question = question
    this.addEventListener('message', () => window.answered.push(performance.now() - at), { once: true })
    post.call(this, question)
  }
}

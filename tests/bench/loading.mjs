import { median, round } from './measure.mjs'

const LOADS = 5

/** What is fetched and painted on a first visit, beside an empty Vue page. */
export async function benchLoading({ browser, app, plain }) {
  for (const throttled of [false, true]) {
    const rows = {}
    for (const [name, url] of [
      ['an empty Vue page', `${plain}empty-vue/index.html`],
      ['Waymark, welcome', app],
      ['Waymark, my skills', `${app}skills`],
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

/** What was fetched and painted in loading one address, with nothing cached. Times in milliseconds. */
async function load(browser, url, { throttled = false } = {}) {
  const context = await browser.newContext({ serviceWorkers: 'block' })
  await context.addInitScript(watchLongTasks)
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  if (throttled) await throttle(session)
  const scripts = scriptBytes(session)
  await session.send('Network.enable')
  await page.goto(url, { waitUntil: 'load' })
  await page.locator('h1').first().waitFor()
  await settled(page)
  const times = await page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    lastTaskEnd: Math.max(0, ...window.longTasks.map((task) => task.startTime + task.duration)),
  }))
  await context.close()
  return {
    scriptKilobytes: scripts() / 1024,
    paint: times.paint,
    interactive: Math.max(times.paint, times.lastTaskEnd),
  }
}

function watchLongTasks() {
  window.longTasks = []
  new PerformanceObserver((list) => window.longTasks.push(...list.getEntries())).observe({
    type: 'longtask',
    buffered: true,
  })
}

/** 4 times slower processor, 10 Mbit/s, 40 ms: a tired laptop on a poor network. */
async function throttle(session) {
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 40,
    downloadThroughput: (10 * 1024 * 1024) / 8,
    uploadThroughput: (10 * 1024 * 1024) / 8,
  })
}

/** Bytes over the wire (compressed) of every script the page asked for. */
function scriptBytes(session) {
  const scripts = new Set()
  let bytes = 0
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength
  })
  return () => bytes
}

/** Two seconds without a long task: what comes later is nobody's first impression. */
async function settled(page) {
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        const look = () => {
          const end = Math.max(0, ...window.longTasks.map((task) => task.startTime + task.duration))
          if (performance.now() - end > 2000) resolve()
          else setTimeout(look, 100)
        }
        look()
      }),
  )
}

/** What was fetched and painted in loading one address, with nothing cached. Times in milliseconds. */
export async function load(browser, url, { throttled = false } = {}) {
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

/**
 * Presses digits in row after row of the first `table.matrix`; for each key the milliseconds from the input event
 * to the frame that shows it.
 */
export async function rateRows(page, { presses, slowdown = 1 }) {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  await page.evaluate(() => {
    window.latencies = []
    addEventListener(
      'keydown',
      (event) => {
        if (!/^[0-9]$/.test(event.key)) return
        requestAnimationFrame(() => {
          // A message is handled after the frame that is being made has been painted.
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => window.latencies.push(performance.now() - event.timeStamp)
          port2.postMessage(0)
        })
      },
      { capture: true },
    )
  })
  const rows = await page.locator('table.matrix tr:has(input)').count()
  for (let press = 0; press < presses; press += 1) {
    await page.evaluate(
      (row) => document.querySelectorAll('table.matrix tr:has(input)')[row].querySelector('input').focus(),
      press % rows,
    )
    await page.keyboard.press(String(1 + (press % 3)))
    await page.waitForFunction((count) => window.latencies.length > count, press)
  }
  await session.detach()
  return page.evaluate(() => window.latencies)
}

export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
}

export const median = (values) => quantile(values, 0.5)

/**
 * Makes a page note, for every key pressed in it, the milliseconds from the input event to the frame that shows what
 * it did.
 */
export async function watchKeys(page) {
  await page.evaluate(() => {
    window.latencies = []
    addEventListener(
      'keydown',
      (event) =>
        requestAnimationFrame(() => {
          // A message is handled after the frame that is being made has been painted.
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => window.latencies.push(performance.now() - event.timeStamp)
          port2.postMessage(0)
        }),
      { capture: true },
    )
  })
}

/** Presses a key in a page that `watchKeys` watches; answers its milliseconds. */
export async function timeKey(page, key) {
  const before = await page.evaluate(() => window.latencies.length)
  await page.keyboard.press(key)
  await page.waitForFunction((count) => window.latencies.length > count, before)
  return page.evaluate((at) => window.latencies[at], before)
}

/** Runs `work` with the processor so many times slower. */
export async function slowedDown(page, rate, work) {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
  try {
    return await work()
  } finally {
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    await session.detach()
  }
}

export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
}

export const median = (values) => quantile(values, 0.5)

export function round(value) {
  return value < 10 ? Math.round(value * 10) / 10 : Math.round(value)
}

/** Times as a table of medians and 95th percentiles; the first row is the limit that the others are read against. */
export function printTimes(title, times) {
  const [[, first]] = Object.entries(times)
  const rows = Object.entries(times).map(([name, all]) => [
    name,
    {
      'median, ms': round(median(all)),
      'p95, ms': round(quantile(all, 0.95)),
      'median ÷ plain': round(median(all) / median(first)),
      'p95 ÷ plain': round(quantile(all, 0.95) / quantile(first, 0.95)),
    },
  ])
  console.log(`\n${title}`)
  console.table(Object.fromEntries(rows))
}

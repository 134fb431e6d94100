import { openLarge } from './large.mjs'
import { median, quantile, round, slowedDown } from './measure.mjs'

const FRAMES = 180
/** A frame that took half as long again as the screen's own has missed one. */
const MISSED_MS = (1000 / 60) * 1.5

/** Frames while the map of 250 roles is dragged and zoomed, beside plain boxes and lines in as many places. */
export async function benchMap({ browser, app, plain }) {
  const map = await openLarge(browser, `${app}pathway?view=map`)
  await map.locator('.pane .cards li').first().waitFor()
  const [boxes, lines] = await Promise.all(
    ['.pane .cards li', '.pane svg.arrows > path'].map((what) => map.locator(what).count()),
  )
  const beside = await (
    await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' })
  ).newPage()
  await beside.goto(`${plain}plain-map.html?boxes=${boxes}&lines=${lines}`)
  for (const [doing, move] of [
    ['dragged', drag],
    ['zoomed in and out, a step every third frame', zoom],
  ]) {
    for (const slowdown of [1, 4]) {
      const rows = {}
      for (const [name, page] of [
        [`${boxes} plain boxes, ${lines} lines`, beside],
        [`Waymark (${boxes} roles, ${lines} moves)`, map],
      ]) {
        await page.bringToFront()
        rows[name] = inWords(await slowedDown(page, slowdown, () => page.evaluate(move, FRAMES)))
      }
      console.log(`\nMap ${doing}: ${FRAMES} frames, processor ${slowdown}× slower`)
      console.table(rows)
    }
  }
  await map.context().close()
  await beside.context().close()
}

/** Drags back and forth, 12 px a frame; answers how long each frame took. */
function drag(frames) {
  const pane = document.querySelector('.pane')
  const at = (type, x, y) =>
    new PointerEvent(type, {
      pointerType: 'mouse',
      button: 0,
      clientX: x,
      clientY: y,
      bubbles: true,
      cancelable: true,
    })
  pane.dispatchEvent(at('pointerdown', 700, 400))
  const place = (frame) => Math.abs((frame % 120) - 60) * 12
  return new Promise((resolve) => {
    const taken = []
    let before = performance.now()
    requestAnimationFrame(function next(now) {
      if (taken.length === frames) {
        window.dispatchEvent(at('pointerup', 700, 400))
        resolve(taken.slice(1))
        return
      }
      taken.push(now - before)
      before = now
      window.dispatchEvent(at('pointermove', 700 - place(taken.length), 400 - place(taken.length) / 3))
      requestAnimationFrame(next)
    })
  })
}

/** Turns the wheel with Ctrl held, five steps in and five out; answers how long each frame took. */
function zoom(frames) {
  const canvas = document.querySelector('.canvas')
  return new Promise((resolve) => {
    const taken = []
    let before = performance.now()
    requestAnimationFrame(function next(now) {
      if (taken.length === frames) {
        resolve(taken.slice(1))
        return
      }
      taken.push(now - before)
      before = now
      const deltaY = Math.floor(taken.length / 15) % 2 === 0 ? 100 : -100
      const wheel = { deltaY, ctrlKey: true, bubbles: true, cancelable: true }
      if (taken.length % 3 === 0) canvas.dispatchEvent(new WheelEvent('wheel', wheel))
      requestAnimationFrame(next)
    })
  })
}

function inWords(taken) {
  return {
    'median, ms': round(median(taken)),
    'p95, ms': round(quantile(taken, 0.95)),
    'longest, ms': round(Math.max(...taken)),
    missed: `${taken.filter((frame) => frame > MISSED_MS).length} of ${taken.length}`,
  }
}

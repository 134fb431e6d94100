import './steps/node.mjs'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium as playwright } from 'playwright'
import { chromium } from './steps/chromium.mjs'
import { root } from './steps/root.mjs'

// `node scripts/icons.mjs`, after public/waymark.svg changed: draws the icons of the manifest from it.
const MOSS = '#1E5B3D'
/** A mask may cut all but a circle of 80 % of the width (W3C, Web Application Manifest, "maskable"). */
const SAFE = 0.8

const ICONS = [
  { file: 'waymark-192.png', size: 192, ground: 'transparent', share: 1 },
  { file: 'waymark-512.png', size: 512, ground: 'transparent', share: 1 },
  { file: 'waymark-maskable.png', size: 512, ground: MOSS, share: SAFE },
]

const svg = readFileSync(join(root, 'public', 'waymark.svg'), 'utf8')
const browser = await playwright.launch({
  executablePath: await chromium(),
  args: ['--no-sandbox', '--disable-background-networking'],
})
for (const { file, size, ground, share } of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(`<style>
    body { margin: 0; height: 100vh; display: grid; place-items: center; background: ${ground} }
    svg { width: ${share * 100}%; display: block }
  </style>${svg}`)
  await page.screenshot({ path: join(root, 'public', file), omitBackground: true })
  await page.close()
}
await browser.close()

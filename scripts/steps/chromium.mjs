import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runNode, run } from './run.mjs'
import { giveUp, say } from './say.mjs'

/** Names on the PATH and usual places; other browsers of the Chromium family run the tests as well. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
]

/** How each package manager installs Chromium, tried where this runs as root. */
const PACKAGE_MANAGERS = [
  [
    ['apt-get', 'update'],
    ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
  ],
  [['dnf', 'install', '-y', 'chromium']],
  [['apk', 'add', '--no-cache', 'chromium']],
]

/**
 * The path of a Chromium that really opens a page here: the one named by CHROMIUM_PATH, else one installed, else
 * Playwright's own, else one fetched now. Ends the command with one line where none can be had.
 */
export async function chromium() {
  const named = process.env.CHROMIUM_PATH
  if (named)
    return (await opensPages(named)) ? named : giveUp(`CHROMIUM_PATH is ${named}, which opens no page.`)

  return (
    (await firstThatWorks(installed())) ??
    (await firstThatWorks(await playwrightsOwn())) ??
    (await fetchPlaywrights()) ??
    (await fetchFromSystem()) ??
    giveUp('No Chromium to test in: install Chromium or Chrome, or set CHROMIUM_PATH to one, and try again.')
  )
}

function installed() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...onPath, ...PLACES].filter((file) => existsSync(file))
}

async function playwrightsOwn() {
  const playwright = await import('playwright')
  const file = playwright.chromium.executablePath()
  return existsSync(file) ? [file] : []
}

async function fetchPlaywrights() {
  say('No Chromium found: fetching one …')
  const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' }
  await runNode('node_modules/playwright/cli.js', ['install', 'chromium'], { quiet: true, env })
  return firstThatWorks(await playwrightsOwn())
}

async function fetchFromSystem() {
  if (process.getuid?.() !== 0) return undefined
  for (const commands of PACKAGE_MANAGERS) {
    say(`Trying ${commands[0][0]} …`)
    for (const [program, ...args] of commands) {
      await run(program, args, { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' } })
    }
    const found = await firstThatWorks(installed())
    if (found !== undefined) return found
  }
  return undefined
}

async function firstThatWorks(files) {
  for (const file of files) {
    if (await opensPages(file)) return file
  }
  return undefined
}

/** Answering `--version` proves nothing (a missing library, a stub of a package): only a page that opens does. */
async function opensPages(executablePath) {
  const playwright = await import('playwright')
  try {
    const browser = await playwright.chromium.launch({
      executablePath,
      args: ['--no-sandbox'],
      timeout: 60_000,
    })
    try {
      const page = await browser.newPage()
      await page.setContent('<p>ready</p>')
      return (await page.textContent('p')) === 'ready'
    } finally {
      await browser.close()
    }
  } catch {
    return false
  }
}

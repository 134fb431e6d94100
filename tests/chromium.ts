import { existsSync } from 'node:fs'

const DEBIAN = '/usr/bin/chromium'

/**
 * The Chromium that tests run in, and how: CHROMIUM_PATH, which `npm test` sets once it has found or got one; for
 * Vitest run by itself the one of the system, else Playwright's own. Nothing it does by itself reaches the network.
 */
export const chromiumLaunch = {
  executablePath: process.env.CHROMIUM_PATH ?? (existsSync(DEBIAN) ? DEBIAN : undefined),
  args: [
    // Containers give a browser no sandbox of its own; it opens nothing here but our own pages.
    '--no-sandbox',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}

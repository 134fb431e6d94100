import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Endpoint } from './support/endpoint.ts'
import { Laptop } from './support/laptop.ts'

const LIMIT_KILOBYTES = 110

let endpoint: Endpoint

beforeAll(async () => {
  endpoint = await Endpoint.start()
})
afterAll(() => endpoint.discard())

it.each(['', 'skills', 'pathway', 'catalogue', 'sharing'])(
  `asks for under ${LIMIT_KILOBYTES} KB of script on a first visit to /%s, compressed`,
  async (path) => {
    const laptop = await Laptop.open()
    const scripts = new Map<string, number>()
    laptop.context.on('response', async (response) => {
      const request = response.request()
      // The service worker fetches everything ahead for offline use; that is not what the first page waits for.
      if (request.serviceWorker() !== null || request.resourceType() !== 'script') return
      const bytes = gzipSync(await response.body(), { level: 9 }).length
      scripts.set(new URL(response.url()).pathname, bytes)
    })
    const page = await laptop.visit(endpoint.url + path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')
    const kilobytes = [...scripts.values()].reduce((sum, bytes) => sum + bytes, 0) / 1024
    await laptop.discard()
    expect(kilobytes, [...scripts].map(([name, bytes]) => `${name} ${bytes}`).join('\n')).toBeLessThan(
      LIMIT_KILOBYTES,
    )
  },
)

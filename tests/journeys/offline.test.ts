import { afterAll, beforeAll, expect, it } from 'vitest'
import { Endpoint } from './support/endpoint.ts'
import { Laptop } from './support/laptop.ts'

let endpoint: Endpoint
let laptop: Laptop

beforeAll(async () => {
  endpoint = await Endpoint.start({ basePath: '/pathways/' })
  laptop = await Laptop.open()
})
afterAll(async () => {
  await laptop.discard()
  await endpoint.discard()
})

it('opens without the network after one visit, even when the laptop was switched off in between', async () => {
  const page = await laptop.visit(endpoint.url)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await laptop.kill()
  await endpoint.kill()
  await laptop.reopen()

  const offline = await laptop.visit(new URL('catalogue', endpoint.url).href)

  expect(await offline.textContent('h1')).toBe('Catalogue')
  expect(laptop.complaints.all).toEqual([])
})

it('serves again on the same address with the same data', async () => {
  await endpoint.start()
  expect((await endpoint.call('releases', { asHr: true })).status).toBe(200)
  expect(await endpoint.stop()).toBe(0)
})

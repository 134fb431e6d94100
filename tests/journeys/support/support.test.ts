import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { accessibilityFaults } from './accessibility.ts'
import { Laptop } from './laptop.ts'

// The journeys are only as good as what they stand on: each part of it must see the fault it is there for.
const POLICY =
  "default-src 'self'; script-src 'self'; require-trusted-types-for 'script'; trusted-types vue default"
const PAGE = `<!doctype html><html lang="en-GB"><head><title>A page</title><script src="/page.js"></script></head>
<body><main><h1>A page</h1><img src="/none.png"><button id="eval">eval</button><button id="throw">throw</button></main></body></html>`
const SCRIPT = `addEventListener('DOMContentLoaded', () => {
  document.querySelector('#eval').onclick = () => { document.querySelector('main').innerHTML = '<p>in</p>' }
  document.querySelector('#throw').onclick = () => { throw new Error('nobody caught this') }
})`

let server: Server
let url: string
let laptop: Laptop | undefined

beforeAll(async () => {
  server = createServer((request, response) => {
    response.setHeader('content-security-policy', POLICY)
    if (request.url === '/page.js') return response.setHeader('content-type', 'text/javascript').end(SCRIPT)
    if (request.url === '/') return response.setHeader('content-type', 'text/html').end(PAGE)
    return response.writeHead(404).end()
  }).listen(0)
  await once(server, 'listening')
  url = `http://localhost:${(server.address() as AddressInfo).port}/`
})
afterAll(() => server.close())
afterEach(async () => {
  await laptop?.discard()
  laptop = undefined
})

it('finds what axe finds, under the page’s own Content-Security-Policy', async () => {
  laptop = await Laptop.open()
  const faults = await accessibilityFaults(await laptop.visit(url))
  expect(faults).toEqual([expect.stringMatching(/^image-alt: .* at img/)])
  expect(laptop.complaints.all).toEqual([])
})

it('hears of what the policy refuses and of what nobody caught', async () => {
  laptop = await Laptop.open()
  const page = await laptop.visit(url)
  await page.click('#eval')
  await page.click('#throw')
  await expect.poll(() => laptop?.complaints.all.join('\n')).toMatch(/TrustedHTML[^]*nobody caught this/)
})

it('keeps what was durable when the browser is killed', async () => {
  laptop = await Laptop.open()
  const page = await laptop.visit(url)
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('kept')
        opening.onupgradeneeded = () => opening.result.createObjectStore('ratings')
        opening.onsuccess = () => {
          const write = opening.result.transaction('ratings', 'readwrite', { durability: 'strict' })
          write.objectStore('ratings').put(3, 'network-support')
          write.oncomplete = () => resolve()
          write.onerror = () => reject(write.error)
        }
      }),
  )
  await laptop.kill()
  await laptop.reopen()
  const kept = await (
    await laptop.visit(url)
  ).evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open('kept')
        opening.onsuccess = () => {
          const read = opening.result.transaction('ratings').objectStore('ratings').get('network-support')
          read.onsuccess = () => resolve(read.result)
        }
      }),
  )
  expect(kept).toBe(3)
})

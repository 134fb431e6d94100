import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { simulatedEndpoint, type SimulatedEndpoint } from '../simulated'
import { readApp } from './app'
import { createServer } from './server'

const SCRIPT = 'console.log("waymark");'.repeat(50)
let endpoint: SimulatedEndpoint
let folder: string
let server: FastifyInstance

beforeEach(async () => {
  endpoint = await simulatedEndpoint()
  folder = mkdtempSync(join(tmpdir(), 'waymark-app-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><head><base href="/" /></head><title>Waymark</title>',
  )
  writeFileSync(join(folder, 'sw.js'), SCRIPT)
  writeFileSync(join(folder, 'assets', 'main-3f2a.js'), SCRIPT)
  server = createServer(endpoint.deps, '/waymark/', readApp(folder, '/waymark/'))
})
afterEach(async () => {
  await server.close()
  await endpoint.end()
  rmSync(folder, { recursive: true })
})

const get = (url: string, headers: Record<string, string> = {}) => server.inject({ url, headers })

describe('the built app', () => {
  it('is served below its base, every page by index.html, which names the base', async () => {
    for (const url of ['/waymark/', '/waymark/my-skills', '/waymark/pathway/county-developer?from=x']) {
      const response = await get(url)
      expect(response.statusCode).toBe(200)
      expect(response.body).toContain('<base href="/waymark/" />')
      expect(response.headers['cache-control']).toBe('no-cache')
    }
    expect((await get('/waymark')).headers.location).toBe('/waymark/')
    expect((await get('/')).statusCode).toBe(404)
  })

  it('keeps what has a hash in its name for ever, and asks again for the rest', async () => {
    const asset = await get('/waymark/assets/main-3f2a.js')
    expect(asset.headers['cache-control']).toMatch(/immutable/)
    expect(asset.headers['content-type']).toBe('text/javascript; charset=utf-8')
    const worker = await get('/waymark/sw.js')
    expect(worker.headers['cache-control']).toBe('no-cache')
    const again = await get('/waymark/sw.js', { 'if-none-match': String(worker.headers.etag) })
    expect(again.statusCode).toBe(304)
  })

  it('is compressed for who takes that', async () => {
    const ask = async (accepted: string) => get('/waymark/sw.js', { 'accept-encoding': accepted })
    const [brotli, gzip, none] = [await ask('gzip, br'), await ask('gzip, br;q=0'), await ask('identity')]
    expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(SCRIPT)
    expect(gunzipSync(gzip.rawPayload).toString()).toBe(SCRIPT)
    expect(none.body).toBe(SCRIPT)
  })

  it('has no page for what is missing, and no way out of its folder', async () => {
    const missing = [
      'assets/gone.js',
      'api/v1/gone',
      'gone.png',
      '%2e%2e/%2e%2e/etc/passwd.txt',
      '..%2fwaymark.sqlite',
    ]
    for (const path of missing) {
      const response = await get(`/waymark/${path}`)
      expect([path, response.statusCode]).toEqual([path, 404])
      expect(response.headers['content-type']).toMatch(/^application\/problem\+json/)
    }
  })

  it('comes with strict headers, and so does every answer', async () => {
    for (const url of ['/waymark/', '/waymark/api/v1/catalogue', '/waymark/api/v1/gone', '/%zz', '/gone']) {
      const { headers } = await get(url)
      const policy = String(headers['content-security-policy'])
      expect(policy).toContain("require-trusted-types-for 'script'; trusted-types vue default")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain('unsafe')
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('no-referrer')
      expect(headers['cross-origin-opener-policy']).toBe('same-origin')
    }
  })

  it('is well', async () => {
    expect((await get('/waymark/healthz')).json()).toEqual({ status: 'ok' })
  })
})

describe('a socket', () => {
  async function exchange(sent: string): Promise<string> {
    const { port } = server.server.address() as AddressInfo
    const socket = connect(port, '127.0.0.1')
    let received = ''
    socket.on('data', (piece: Buffer) => (received += piece.toString()))
    socket.on('error', () => undefined)
    socket.write(sent)
    await once(socket, 'close')
    return received
  }

  it.each([
    ['what is not HTTP', 'hello there\r\n\r\n', /^HTTP\/1\.1 400 /],
    [
      'far too much header',
      `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(40_000)}\r\n\r\n`,
      /^HTTP\/1\.1 413 /,
    ],
    ['a bad length', 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['no host', 'GET /waymark/ HTTP/1.1\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['a method nobody has', 'BREW / HTTP/1.1\r\nhost: x\r\n\r\n', /^HTTP\/1\.1 400 /],
    [
      'a request as it should be',
      'GET /waymark/healthz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
      /^HTTP\/1\.1 200 /,
    ],
  ])('that sends %s gets an answer below 500', async (_, sent, answer) => {
    await server.listen({ port: 0, host: '127.0.0.1' })
    expect(await exchange(sent)).toMatch(answer)
  })
})

import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, createServer, type Rolldown, type ViteDevServer } from 'vite'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { assembleCatalogue, builtInCatalogue, catalogueBytes } from './catalogue'

let root: string
let parts: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'waymark-catalogue-'))
  parts = join(root, 'catalogue')
  cpSync('catalogue', parts, { recursive: true })
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>Waymark</title>')
})

afterEach(() => rmSync(root, { recursive: true }))

const quiet = { configFile: false, logLevel: 'silent' } as const

async function withServer(use: (server: ViteDevServer) => Promise<void>): Promise<void> {
  const plugins = [builtInCatalogue(parts)]
  const server = await createServer({
    ...quiet,
    root,
    base: './',
    plugins,
    server: { port: 0, host: '127.0.0.1' },
  })
  try {
    await server.listen()
    await use(server)
  } finally {
    await server.close()
  }
}

function fetchCatalogue(server: ViteDevServer): Promise<Response> {
  const { port } = server.httpServer!.address() as AddressInfo
  return fetch(`http://127.0.0.1:${port}/catalogue.json`)
}

test('the built app holds the catalogue, byte for byte as assembled', async () => {
  const built = await build({ ...quiet, root, build: { write: false }, plugins: [builtInCatalogue(parts)] })
  const { output } = built as Rolldown.RolldownOutput
  const file = output.find(({ fileName }) => fileName === 'catalogue.json') as Rolldown.OutputAsset
  expect(file.source).toBe(catalogueBytes(parts))
})

test('the development server serves the catalogue as it is on disk now', async () => {
  await withServer(async (server) => {
    writeFileSync(join(parts, 'strands.json'), '[]')
    const response = await fetchCatalogue(server)
    expect(response.headers.get('content-type')).toBe('application/json')
    expect(await response.json()).toMatchObject({ v: 1, strands: [] })
  })
})

test('an open page reloads when a part changes', async () => {
  await withServer(async (server) => {
    const sent = vi.spyOn(server.ws, 'send')
    await vi.waitUntil(
      () => {
        writeFileSync(join(parts, 'moves.json'), '[]')
        return sent.mock.calls.some(([payload]) => (payload as { type?: string }).type === 'full-reload')
      },
      { timeout: 10_000 },
    )
  })
})

test('a part that is not JSON is refused, by name', async () => {
  writeFileSync(join(parts, 'roles', 'ict-leadership.json'), '{ "family": ')
  expect(() => assembleCatalogue(parts)).toThrow(/roles.ict-leadership\.json is not JSON/)
  await withServer(async (server) => {
    expect((await fetchCatalogue(server)).status).toBe(500)
  })
})

test('a part that is missing is refused, by name', () => {
  rmSync(join(parts, 'skills', 'data.json'))
  expect(() => assembleCatalogue(parts)).toThrow(/skills.data\.json/)
})

test('a file that framework.json does not name would be lost unseen, so it is refused', () => {
  writeFileSync(join(parts, 'skills', 'astronomy.json'), '[]')
  expect(() => assembleCatalogue(parts)).toThrow(/skills.astronomy\.json/)
})

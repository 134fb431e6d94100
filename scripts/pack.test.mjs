import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { importsOf } from './steps/packagesFor.mjs'
import { root } from './steps/root.mjs'

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
let place
let folder

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'waymark-pack-'))
  execFileSync(process.execPath, [join(root, 'scripts', 'pack.mjs'), place], { stdio: 'pipe' })
  execFileSync('tar', ['-xzf', join(place, `waymark-${version}.tar.gz`), '-C', place])
  folder = join(place, `waymark-${version}`)
}, 300_000)
afterAll(() => rmSync(place, { recursive: true, force: true }))

/** A port nothing listens on now. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}

it('packs what the endpoint imports and nothing that only builds or tests it', () => {
  const packages = readdirSync(join(folder, 'node_modules'))
  for (const needed of ['fastify', 'kysely', 'libsql', '@libsql', 'openid-client', 'pg', 'valibot'])
    expect(packages).toContain(needed)
  for (const other of ['vite', 'vitest', 'playwright', 'typescript', 'vue']) {
    expect(packages).not.toContain(other)
  }
  expect(importsOf('import a from "fastify"\nimport { join } from "node:path"\nimport "@x/y/z.js"')).toEqual([
    'fastify',
    '@x/y',
  ])
})

it('runs from an empty folder with Node alone: the page, the database, the description; and stops when asked', async () => {
  const port = await freePort()
  // No PATH: neither npm nor anything else is there to be called.
  const child = spawn(process.execPath, ['start.mjs'], {
    cwd: folder,
    env: { PORT: String(port), BASE_PATH: '/waymark/', WAYMARK_HR_TOKEN: 'hr-token-of-the-pack' },
  })
  let said = ''
  let logged = ''
  child.stderr.on('data', (piece) => (logged += piece))
  child.stdout.on('data', (piece) => (said += piece))
  try {
    while (!said.includes('Waymark is at')) {
      if (child.exitCode !== null) throw new Error(logged)
      await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
    }
    const ask = (path) => globalThis.fetch(`http://127.0.0.1:${port}/waymark/${path}`)
    expect(await (await ask('')).text()).toContain('<base href="/waymark/" />')
    expect((await ask('sw.js')).status).toBe(200)
    expect(await (await ask('healthz')).json()).toEqual({ status: 'ok' })
    expect((await (await ask('api/v1/catalogue')).json()).v).toBe(1)
    expect((await (await ask('api/v1/openapi.json')).json()).openapi).toBe('3.1.1')
    expect(readdirSync(join(folder, 'data'))).toContain('waymark.sqlite')
  } finally {
    const exit = once(child, 'exit')
    child.kill('SIGTERM')
    await exit
  }
  expect(child.exitCode).toBe(0)
  expect(logged).toMatch(/"event":"stopped"\}\n$/)
})

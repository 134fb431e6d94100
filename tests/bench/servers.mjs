import { spawn } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
}

/** The built endpoint on a port of its own; resolves once it serves. */
export async function startEndpoint(dataDir, port = 18_431) {
  const child = spawn(process.execPath, [here('../../dist/endpoint/main.js')], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir },
    stdio: 'ignore',
  })
  const url = `http://localhost:${port}/`
  for (let tries = 0; tries < 300; tries += 1) {
    const answered = await fetch(url).then(
      (response) => response.ok,
      () => new Promise((resolve) => setTimeout(resolve, 50, false)),
    )
    if (answered) return { url, stop: () => child.kill() }
  }
  child.kill()
  throw new Error('The endpoint did not come up')
}

/** The pages that are the limit, built and compressed as ours are, and beside them the data they read, by file name. */
export async function servePages(folder, data) {
  cpSync(here('./pages'), folder, { recursive: true })
  await build({
    configFile: false,
    logLevel: 'error',
    root: here('./pages/empty-vue'),
    base: './',
    build: { outDir: join(folder, 'empty-vue'), emptyOutDir: true },
  })
  for (const [name, content] of Object.entries(data))
    writeFileSync(join(folder, name), JSON.stringify(content))
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url, 'http://localhost').pathname)
    try {
      const body = gzipSync(readFileSync(join(folder, path)))
      response
        .writeHead(200, { 'content-type': TYPES[extname(path)] ?? '', 'content-encoding': 'gzip' })
        .end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://localhost:${server.address().port}/`, stop: () => server.close() }
}

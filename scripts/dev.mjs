import './steps/node.mjs'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { install } from './steps/install.mjs'
import { root } from './steps/root.mjs'
import { say } from './steps/say.mjs'

// `npm run dev`: the app with reload, its /api answered by the endpoint, which is built and started again on change.
const ENDPOINT = { host: '127.0.0.1', port: 4180 }
/** Beside dist/endpoint, so that it finds what it looks for at the same distance. */
const OUT = 'dist/endpoint-dev'

await install()
const vite = await import('vite')
let endpoint

function restart() {
  endpoint?.kill('SIGTERM')
  const started = spawn(process.execPath, [join(root, OUT, 'main.js'), ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, HOST: ENDPOINT.host, PORT: String(ENDPOINT.port) },
  })
  endpoint = started
}

const watcher = await vite.build({
  root,
  logLevel: 'warn',
  build: { ssr: 'src/endpoint/main.ts', outDir: OUT, watch: {} },
})
watcher.on('event', (event) => {
  if (event.code === 'END') restart()
  if (event.code === 'ERROR') process.stderr.write(`${event.error.message}\n`)
})

const target = `http://${ENDPOINT.host}:${ENDPOINT.port}`
const app = await vite.createServer({ root, server: { proxy: { '/api': target, '/healthz': target } } })
await app.listen()
say(`For work on the app: ${app.resolvedUrls.local[0]} (the endpoint alone: ${target})`)

async function stop() {
  endpoint?.kill('SIGTERM')
  await Promise.all([watcher.close(), app.close()])
  process.exit(0)
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)

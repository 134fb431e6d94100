import './steps/node.mjs'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { install } from './steps/install.mjs'
import { root } from './steps/root.mjs'
import { say } from './steps/say.mjs'

// `npm run dev`: the app with reload, its /api answered by the endpoint, which is built and started again on change.
const ENDPOINT = { host: '127.0.0.1', port: 4180 }
/** Beside dist/endpoint, so that it finds what it looks for at the same distance. */
const OUT = 'dist/endpoint-dev'
/** Known secrets, so that the links below stay good, and therefore a data folder of its own. */
const SETTINGS = {
  DATA_DIR: 'data/dev',
  WAYMARK_HR_TOKEN: 'hr-token-for-development',
  WAYMARK_JOIN_CODE: 'join-code-for-development',
  ...process.env,
  HOST: ENDPOINT.host,
  PORT: String(ENDPOINT.port),
}

await install()
const vite = await import('vite')
let endpoint

async function restart() {
  await stopEndpoint()
  const args = [join(root, OUT, 'main.js'), ...process.argv.slice(2)]
  endpoint = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: SETTINGS,
  })
}

/** Answers when it has let go of its port. */
async function stopEndpoint() {
  if (endpoint === undefined || endpoint.exitCode !== null) return
  const exit = once(endpoint, 'exit')
  endpoint.kill('SIGTERM')
  await exit
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
const app = await vite.createServer({
  root,
  optimizeDeps: { entries: ['index.html'] },
  server: {
    proxy: { '/api': target, '/healthz': target },
    watch: { ignored: ['**/dist/**', '**/data/**'] },
  },
})
await app.listen()
const [address] = app.resolvedUrls.local
say(`For work on the app: ${address}`)
say(`As HR: ${address}#hr=${SETTINGS.WAYMARK_HR_TOKEN}`)
say(`As staff: ${address}#join=${SETTINGS.WAYMARK_JOIN_CODE}`)

async function stop() {
  await Promise.all([stopEndpoint(), watcher.close(), app.close()])
  process.exit(0)
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)

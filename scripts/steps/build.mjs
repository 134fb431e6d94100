import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'
import { runNode } from './run.mjs'
import { giveUp, say } from './say.mjs'

const SOURCES = ['src', 'build', 'catalogue', 'public', 'index.html', 'vite.config.ts', 'package-lock.json']
const RESULTS = ['dist/app/index.html', 'dist/app/sw.js', 'dist/endpoint/main.js']
const STAMP = join(root, 'dist', '.built-from')

/** Builds app and endpoint into dist/, where the sources are not those it was last built from. */
export async function build() {
  const sources = hashOf(SOURCES)
  if (RESULTS.every((file) => existsSync(join(root, file))) && stamp() === sources) return

  say('Building the app and the endpoint …')
  rmSync(STAMP, { force: true })
  const vite = 'node_modules/vite/bin/vite.js'
  const parts = await Promise.all([
    runNode(vite, ['build', '--logLevel', 'warn'], { quiet: true }),
    runNode(vite, ['build', '--ssr', 'src/endpoint/main.ts', '--logLevel', 'warn'], { quiet: true }),
  ])
  if (parts.some(({ code }) => code !== 0)) {
    process.stderr.write(parts.map(({ output }) => output).join('\n'))
    giveUp('The build failed, for the reason above: `npm run check` tells more.')
  }
  writeFileSync(STAMP, sources)
}

function stamp() {
  return existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : undefined
}

/** One hash over the names and contents of all that a build reads; tests are no part of it. */
function hashOf(paths) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(filesUnder)) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

function filesUnder(path) {
  if (!existsSync(join(root, path)) || /\.test\.ts$/.test(path)) return []
  if (!statSync(join(root, path)).isDirectory()) return [path]
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesUnder(`${path}/${name}`))
}

import './steps/node.mjs'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './steps/build.mjs'
import { install } from './steps/install.mjs'
import { packagesFor } from './steps/packagesFor.mjs'
import { root } from './steps/root.mjs'
import { run } from './steps/run.mjs'
import { giveUp, say } from './steps/say.mjs'

// `npm run pack [-- folder]`: one archive that runs with Node alone, for machines of the same system and processor
// as this one. It goes to dist/ or to the folder that is named.
await install()
await build()

const { version, license, engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const name = `waymark-${version}`
const out = process.argv[2] ?? join(root, 'dist')
const staged = join(root, 'node_modules', '.waymark-pack')
const inside = join(staged, name)

rmSync(staged, { recursive: true, force: true })
mkdirSync(inside, { recursive: true })
mkdirSync(out, { recursive: true })
for (const part of ['dist/app', 'dist/endpoint', 'docs/deploying.md', 'docs/operating.md', 'LICENSE'])
  copy(part)
for (const part of ['Containerfile', 'waymark.service', 'waymark.env', 'nginx', 'iis']) copy(`deploy/${part}`)
for (const part of ['start.mjs', 'README.md']) copy(`deploy/archive/${part}`, part)
for (const part of packagesFor(readFileSync(join(root, 'dist/endpoint/main.js'), 'utf8'), root)) copy(part)
const about = { name: 'waymark', version, private: true, type: 'module', license, engines }
writeFileSync(join(inside, 'package.json'), `${JSON.stringify(about, null, 2)}\n`)

const archive = join(out, `${name}.tar.gz`)
const { code, output } = await run('tar', ['-czf', archive, '-C', staged, name], { quiet: true })
rmSync(staged, { recursive: true, force: true })
if (code !== 0) giveUp(`The archive could not be written: ${output.trim()}`)
say(`${archive}, for ${process.platform} on ${process.arch}`)

function copy(from, to = from) {
  cpSync(join(root, from), join(inside, to), { recursive: true, dereference: true })
}

import './steps/node.mjs'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './steps/build.mjs'
import { chromium } from './steps/chromium.mjs'
import { install } from './steps/install.mjs'
import { postgres } from './steps/postgres.mjs'
import { runNode } from './steps/run.mjs'
import { say } from './steps/say.mjs'
import { tally } from './steps/tally.mjs'

// `npm test [-- what Vitest takes]`: everything that CI runs; its last line is the plain count, whatever stops it.
let count = { passed: 0, failed: 1 }
process.on('exit', () => say(`${count.passed} passed, ${count.failed} failed`))

await install()
await build()
const executable = await chromium()
const { folder: programs } = await postgres()

const folder = mkdtempSync(join(tmpdir(), 'waymark-test-'))
const report = join(folder, 'report.json')
const { code } = await runNode(
  'node_modules/vitest/vitest.mjs',
  ['run', ...process.argv.slice(2), '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  { env: { CHROMIUM_PATH: executable, POSTGRES_BIN: programs } },
)

count = tally(report, code)
rmSync(folder, { recursive: true, force: true })
process.exitCode = count.failed === 0 && count.passed > 0 ? 0 : 1

import './steps/node.mjs'
import { install } from './steps/install.mjs'
import { runNode } from './steps/run.mjs'
import { say } from './steps/say.mjs'

// `npm run check`: types, lint with the import rule, and format. What it learns is kept for the next time.
const CACHE = 'node_modules/.cache'
const TSC = 'node_modules/typescript/bin/tsc'
const remember = (name) => ['--incremental', '--tsBuildInfoFile', `${CACHE}/${name}.tsbuildinfo`]

const CHECKS = [
  ['types', 'node_modules/vue-tsc/bin/vue-tsc.js', ['-p', 'tsconfig.json', ...remember('app')]],
  ['lint and import rule', 'node_modules/eslint/bin/eslint.js', ['.', '--max-warnings', '0']],
  ['format', 'node_modules/prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']],
  ['types of the domain alone', TSC, ['-p', 'tsconfig.domain.json', ...remember('domain')]],
  ['types of the contract alone', TSC, ['-p', 'tsconfig.contract.json', ...remember('contract')]],
]

await install()
const waiting = [...CHECKS]
let failed = 0

async function work() {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
    const [name, program, args] = check
    const { code, output } = await runNode(program, args, { quiet: true })
    say(`${code === 0 ? 'ok    ' : 'FAILED'} ${name}`)
    if (code === 0) continue
    failed += 1
    process.stderr.write(`${output.trim()}\n`)
  }
}

// Two at a time: the longest, the types of the whole app, has a core to itself while the others share one.
await Promise.all([work(), work()])
process.exitCode = failed === 0 ? 0 : 1

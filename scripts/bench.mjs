import './steps/node.mjs'
import { build } from './steps/build.mjs'
import { chromium } from './steps/chromium.mjs'
import { install } from './steps/install.mjs'
import { runNode } from './steps/run.mjs'

// `npm run bench`: what a person feels, measured beside its limit in one run.
await install()
await build()
const { code } = await runNode('tests/bench/main.mjs', process.argv.slice(2), {
  env: { CHROMIUM_PATH: await chromium() },
})
process.exitCode = code

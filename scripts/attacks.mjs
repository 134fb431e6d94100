import './steps/node.mjs'
import { build } from './steps/build.mjs'
import { install } from './steps/install.mjs'
import { postgres } from './steps/postgres.mjs'
import { runNode } from './steps/run.mjs'

// `npm run attacks [-- what Vitest takes]`: the attacks at full size. ATTACK_SIZE=0.3 does a third of each, and
// ATTACK_SEED draws other organisations and requests. Without a browser, so it needs none.
await install()
await build()
const { folder: programs } = await postgres()
const { code } = await runNode(
  'node_modules/vitest/vitest.mjs',
  ['run', '--project', 'attacks', '--project', 'attacks-postgres', ...process.argv.slice(2)],
  { env: { ATTACK_SIZE: process.env.ATTACK_SIZE ?? '1', POSTGRES_BIN: programs } },
)
process.exitCode = code

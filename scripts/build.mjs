import './steps/node.mjs'
import { build } from './steps/build.mjs'
import { install } from './steps/install.mjs'

// `npm run build`: app and endpoint into dist/, for a machine that serves them by `node dist/endpoint/main.js`.
await install()
await build()

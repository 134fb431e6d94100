import './steps/node.mjs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from './steps/build.mjs'
import { install } from './steps/install.mjs'
import { root } from './steps/root.mjs'

// `npm start [-- --sample | --new-links | --remove-sample]`: from a fresh clone to a served app.
await install()
await build()

// In this same process, so that its flags, its signals and its exit code are the endpoint's own.
await import(pathToFileURL(join(root, 'dist', 'endpoint', 'main.js')).href)

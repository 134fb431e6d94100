import { run, runNode } from './run.mjs'

/** npm says where it stands to what it starts; on Windows it cannot be started by name without a shell. */
export function npm(args, options) {
  const self = process.env.npm_execpath
  return self === undefined ? run('npm', args, options) : runNode(self, args, options)
}

import { spawn } from 'node:child_process'
import { root } from './root.mjs'

/**
 * Runs a Node program of the checkout, say `vite/bin/vite.js` from node_modules, without a shell, so that it is the
 * same on every system. Answers its exit code and, unless it wrote straight to the terminal, what it wrote.
 *
 * @param {string} program path of a script, relative to the checkout or absolute
 * @param {string[]} args
 * @param {{ quiet?: boolean, env?: Record<string, string> }} options `quiet` keeps the output instead of showing it
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runNode(program, args, { quiet = false, env = {} } = {}) {
  return run(process.execPath, [program, ...args], { quiet, env })
}

/** As `runNode`, for a program of the system, as another `user` where that is given. Code 127 when there is none of that name. */
export function run(command, args, { quiet = false, env = {}, user = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      ...user,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    })
    let output = ''
    child.stdout?.on('data', (piece) => (output += piece))
    child.stderr?.on('data', (piece) => (output += piece))
    child.on('error', (error) => resolve({ code: 127, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { npm } from './npm.mjs'
import { root } from './root.mjs'
import { giveUp, say } from './say.mjs'

/** Installs what package-lock.json asks for, where that is not what stands in node_modules already. */
export async function install() {
  const asked = packagesOf('package-lock.json')
  if (asked === undefined)
    giveUp('package-lock.json is missing or unreadable: take a fresh copy of the repository.')
  if (isInstalled(asked, packagesOf('node_modules/.package-lock.json'))) return

  say('Installing packages (the first time takes a minute or two) …')
  const { code } = await npm(['ci', '--no-audit', '--no-fund'])
  if (code !== 0)
    giveUp('The packages could not be installed: check the connection to the npm registry, and try again.')
}

/**
 * Whether all that is asked stands there, in the same version. npm itself keeps the list of what it installed, and
 * writes it last, so a broken-off install does not count. Optional packages are those of other systems.
 *
 * @param {Record<string, LockedPackage>} asked
 * @param {Record<string, LockedPackage> | undefined} installed
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }} LockedPackage
 */
export function isInstalled(asked, installed) {
  if (installed === undefined) return false
  return Object.entries(asked).every(([path, wanted]) => {
    if (path === '') return true
    const found = installed[path]
    if (found === undefined) return wanted.optional === true || wanted.devOptional === true
    return found.version === wanted.version && found.integrity === wanted.integrity
  })
}

function packagesOf(lockfile) {
  try {
    return JSON.parse(readFileSync(join(root, lockfile), 'utf8')).packages
  } catch {
    return undefined
  }
}

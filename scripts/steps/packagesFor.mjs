import { existsSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join } from 'node:path'

/**
 * The folders, relative to `root`, of every installed package that a built program needs: those it imports, and
 * theirs. Optional ones that are not installed are those of other systems.
 *
 * @param {string} program the text of the built program
 * @param {string} root the folder that holds node_modules
 * @returns {string[]} sorted, none inside another
 */
export function packagesFor(program, root) {
  const found = new Set()
  for (const name of importsOf(program)) add(name, '.', true)
  return [...found].filter((folder) => !inAnother(folder, found)).sort()

  function add(name, from, needed) {
    const folder = find(name, from, root)
    if (folder === undefined && needed) throw new Error(`${name} is not installed`)
    if (folder === undefined || found.has(folder)) return
    found.add(folder)
    const { dependencies = {}, optionalDependencies = {} } = JSON.parse(
      readFileSync(join(root, folder, 'package.json'), 'utf8'),
    )
    for (const each of Object.keys(dependencies)) add(each, folder, !(each in optionalDependencies))
    for (const each of Object.keys(optionalDependencies)) add(each, folder, false)
  }
}

/** The packages a built program imports: `@scope/name` of `@scope/name/part`. */
export function importsOf(program) {
  const asked = [...program.matchAll(/^import\b[^;'"]*?["']([^."'/][^"']*)["']/gm)].map(([, from]) => from)
  const packages = asked.filter((from) => !isBuiltin(from))
  return [...new Set(packages.map((from) => /^(@[^/]+\/)?[^/]+/.exec(from)[0]))]
}

/** Where Node finds a package: in the nearest node_modules on the way up. */
function find(name, from, root) {
  for (let folder = from; ; folder = dirname(folder)) {
    const place = join(folder, 'node_modules', name).split('\\').join('/')
    if (existsSync(join(root, place, 'package.json'))) return place
    if (folder === '.') return undefined
  }
}

/** A copy of the outer one brings it. */
function inAnother(folder, all) {
  return [...all].some((other) => folder.startsWith(`${other}/`))
}

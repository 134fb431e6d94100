import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { freePort } from '../../tests/journeys/support/endpoint'
import { builtEndpoint } from '../../tests/support/builtEndpoint'
import { CATALOGUE, HR } from './simulated'

/** A bound for a machine that is busy, not a measure. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const staffed = {
  ...CATALOGUE,
  after: {
    ...CATALOGUE.after,
    posts: CATALOGUE.frameworks[0]!.roles.flatMap(({ id: role }) =>
      CATALOGUE.after.units.map(({ id: unit }) => ({
        id: `${role}-${unit}`,
        name: role,
        role,
        unit,
        headcount: 40,
      })),
    ),
  },
}

const running = new Set<ChildProcess>()
let ROOT = ''
let DATA = ''
let port = 0

beforeAll(async () => {
  ROOT = await builtEndpoint('main', staffed)
  DATA = join(ROOT, 'data')
  port = await freePort()
})
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
  running.clear()
  rmSync(DATA, { recursive: true, force: true })
})
afterAll(() => rmSync(ROOT, { recursive: true, force: true }))

function run(flags: string[] = [], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(ROOT, 'endpoint', 'main.js'), ...flags], {
    env: { PATH: process.env.PATH, PORT: String(port), DATA_DIR: DATA, ...env },
  })
  running.add(child)
  const started = { child, said: '' }
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (piece: Buffer) => (started.said += piece.toString()))
  }
  return started
}

type Started = ReturnType<typeof run>

async function until(started: Started, words: RegExp): Promise<void> {
  while (!words.test(started.said)) {
    if (started.child.exitCode !== null) throw new Error(started.said)
    await Promise.race([once(started.child.stdout, 'data'), once(started.child, 'exit')])
  }
}

async function ended({ child }: Started, signal?: NodeJS.Signals): Promise<number | null> {
  const exit = once(child, 'exit')
  if (signal !== undefined) child.kill(signal)
  if (child.exitCode === null) await exit
  return child.exitCode
}

it('prints its address, and the links the first time only', async () => {
  const first = run()
  await until(first, /#join=/)
  const address = `http://localhost:${port}/`
  expect(first.said).toContain(`Waymark is at ${address}\n`)
  const token = /#hr=(\S+)/.exec(first.said)?.[1]
  const asHr = () => fetch(`${address}api/v1/releases`, { headers: { authorization: `Bearer ${token}` } })
  expect((await asHr()).status).toBe(200)
  expect((await fetch(`${address}api/v1/catalogue`)).headers.get('etag')).toMatch(/^"sha256-/)
  expect(await ended(first, 'SIGTERM')).toBe(0)

  const second = run()
  await until(second, /Waymark is at/)
  expect((await asHr()).status).toBe(200)
  expect(await ended(second, 'SIGINT')).toBe(0)
  expect(second.said).not.toMatch(/#hr=|#join=/)

  const renewed = run(['--new-links'])
  await until(renewed, /#join=/)
  expect((await asHr()).status).toBe(401)
})

it('never prints the secrets it was given', async () => {
  const token = HR.authorization.replace('Bearer ', '')
  const started = run([], { WAYMARK_HR_TOKEN: token, WAYMARK_JOIN_CODE: 'join-code-for-tests' })
  await until(started, /Waymark is at/)
  expect((await fetch(`http://localhost:${port}/api/v1/releases`, { headers: HR })).status).toBe(200)
  expect(await ended(started, 'SIGTERM')).toBe(0)
  expect(started.said).not.toMatch(/for-tests|#/)
})

it('says in one line when its port is taken or a setting does not fit', async () => {
  const first = run()
  await until(first, /Waymark is at/)
  const second = run()
  expect(await ended(second)).toBe(1)
  expect(second.said).toBe(`Port ${port} is in use: stop what uses it, or choose another with PORT.\n`)
  const third = run([], { DATABASE_URL: 'mysql://x' })
  expect(await ended(third)).toBe(1)
  expect(third.said).toMatch(/^DATABASE_URL must be an address.*\n$/)
  const fourth = run(['--sampel'])
  expect(await ended(fourth)).toBe(1)
  expect(fourth.said).toMatch(/^.*--sampel.*\n$/)
})

it('shows a made-up service on request, apart from the real one, and removes it', async () => {
  const started = run(['--sample'], { WAYMARK_HR_TOKEN: 'hr-token-for-tests' })
  await until(started, /made up.*--remove-sample/)
  const releases = `http://localhost:${port}/api/v1/releases`
  const release = await (await fetch(`${releases}/made-up-2026`, { headers: HR })).json()
  expect(release).toMatchObject({ published: true, spoiled: 0, margin: 6 })
  expect(release.replies).toBeGreaterThanOrEqual(140)
  expect(release.replies).toBeLessThanOrEqual(190)
  expect(existsSync(join(DATA, 'waymark.sqlite'))).toBe(false)
  expect(await ended(started, 'SIGTERM')).toBe(0)
  expect(await ended(run(['--remove-sample']))).toBe(0)
  expect(existsSync(join(DATA, 'sample'))).toBe(false)

  const again = run(['--sample'], { WAYMARK_HR_TOKEN: 'hr-token-for-tests' })
  await until(again, /made up/)
  expect(await (await fetch(`${releases}/made-up-2026`, { headers: HR })).json()).toEqual(release)
})

it('has everything it answered for when it was killed', async () => {
  const started = run([], { WAYMARK_HR_TOKEN: 'hr-token-for-tests' })
  await until(started, /Waymark is at/)
  const address = `http://localhost:${port}/api/v1/periods`
  const headcounts = [{ unit: 'highways', family: 'test-data', headcount: 40 }]
  const closes = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
  const body = JSON.stringify({ id: 'p', closes, epsilon: 1, keep: 'organisation', headcounts })
  const headers = { ...HR, 'content-type': 'application/json' }
  expect((await fetch(address, { method: 'POST', headers, body })).status).toBe(201)
  await ended(started, 'SIGKILL')
  const again = run()
  await until(again, /Waymark is at/)
  expect(await (await fetch(`${address}/current`)).json()).toMatchObject({ id: 'p', closes })
})

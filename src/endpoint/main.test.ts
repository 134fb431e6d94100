import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { freePort } from '../../tests/journeys/support/endpoint'
import { builtEndpoint } from '../../tests/support/builtEndpoint'
import type { CurrentPeriod } from '../contract/period'
import { CATALOGUE, CLOSING, HR, JOIN_CODE, OPENING, PERIOD_KEY, simulatedLaptop } from './simulated'

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
  const started = { child, said: '', logged: '' }
  child.stdout.on('data', (piece: Buffer) => (started.said += piece.toString()))
  child.stderr.on('data', (piece: Buffer) => (started.logged += piece.toString()))
  return started
}

type Started = ReturnType<typeof run>

/** The log, line by line; throws where one of them is not JSON. */
function eventsOf({ logged }: Started): Record<string, unknown>[] {
  return logged
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

async function until(started: Started, words: RegExp): Promise<void> {
  while (!words.test(started.said)) {
    if (started.child.exitCode !== null) throw new Error(started.said + started.logged)
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
  expect(await ended(renewed, 'SIGTERM')).toBe(0)
  expect(eventsOf(renewed)).toContainEqual(expect.objectContaining({ event: 'links reissued' }))
  expect(first.logged + renewed.logged).not.toMatch(/#hr=|#join=/)
})

it('makes no links while it has no port, so that none is lost', async () => {
  const first = run()
  await until(first, /Waymark is at/)
  const elsewhere = { DATA_DIR: join(DATA, 'elsewhere') }
  expect(await ended(run([], elsewhere))).toBe(1)
  const second = run([], { ...elsewhere, PORT: String(await freePort()) })
  await until(second, /#hr=\S+[^]*#join=/)
})

it('never prints the secrets it was given', async () => {
  const token = HR.authorization.replace('Bearer ', '')
  const started = run([], { WAYMARK_HR_TOKEN: token, WAYMARK_JOIN_CODE: 'join-code-for-tests' })
  await until(started, /Waymark is at/)
  expect((await fetch(`http://localhost:${port}/api/v1/releases`, { headers: HR })).status).toBe(200)
  expect(await ended(started, 'SIGTERM')).toBe(0)
  expect(started.said + started.logged).not.toMatch(/for-tests|#/)
})

it('says in one line when its port is taken or a setting does not fit', async () => {
  const first = run()
  await until(first, /Waymark is at/)
  const second = run()
  expect(await ended(second)).toBe(1)
  expect(second.logged).toBe(`Port ${port} is in use: stop what uses it, or choose another with PORT.\n`)
  const third = run([], { DATABASE_URL: 'mysql://x' })
  expect(await ended(third)).toBe(1)
  expect(third.logged).toMatch(/^DATABASE_URL must be an address.*\n$/)
  const fourth = run(['--sampel'])
  expect(await ended(fourth)).toBe(1)
  expect(fourth.logged).toMatch(/^.*--sampel.*\n$/)
})

it('shows a made-up service on request, apart from the real one, and removes it', async () => {
  const started = run(['--sample'], { WAYMARK_HR_TOKEN: 'hr-token-for-tests' })
  await until(started, /made up.*--remove-sample/)
  const releases = `http://localhost:${port}/api/v1/releases`
  const release = await (await fetch(`${releases}/made-up-2025`, { headers: HR })).json()
  expect(release).toMatchObject({ published: true, spoiled: 0, margin: 6 })
  expect(release.replies).toBeGreaterThanOrEqual(140)
  expect(release.replies).toBeLessThanOrEqual(190)
  expect(existsSync(join(DATA, 'waymark.sqlite'))).toBe(false)
  expect(await ended(started, 'SIGTERM')).toBe(0)
  expect(await ended(run(['--remove-sample']))).toBe(0)
  expect(existsSync(join(DATA, 'sample'))).toBe(false)

  const again = run(['--sample'], { WAYMARK_HR_TOKEN: 'hr-token-for-tests' })
  await until(again, /made up/)
  expect(await (await fetch(`${releases}/made-up-2025`, { headers: HR })).json()).toEqual(release)
})

it('tells in its log who did what, and nothing of who sent or what was sent', async () => {
  const started = run([], { WAYMARK_HR_TOKEN: 'hr-token-for-tests', WAYMARK_JOIN_CODE: JOIN_CODE })
  await until(started, /Waymark is at/)
  const address = `http://127.0.0.1:${port}/api/v1`
  const call = (path: string, sent: unknown) =>
    fetch(`${address}/${path}`, {
      method: 'POST',
      headers: { ...HR, 'content-type': 'application/json', 'user-agent': 'Lynx-of-the-council' },
      body: JSON.stringify(sent),
    })
  const closes = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
  const opened = await call('periods', { ...OPENING, closes })
  const summary = await (await simulatedLaptop((await opened.json()) as CurrentPeriod)).saying()
  expect((await call('summaries', summary)).status).toBe(204)
  expect((await call('summaries', { ...summary, joinCode: 'a-wrong-join-code' })).status).toBe(401)
  expect((await call(`periods/${OPENING.id}/close`, CLOSING)).status).toBe(200)
  expect(await ended(started, 'SIGTERM')).toBe(0)
  const told = eventsOf(started).map(({ time, ...event }) => [typeof time, event])
  const info = (event: object) => ['string', { level: 'info', ...event }]
  expect(told).toEqual([
    info({ event: 'started', port, base: '/' }),
    info({ event: 'period opened', by: 'hr', period: OPENING.id, closes }),
    info({ event: 'period closed', by: 'hr', period: OPENING.id, published: false }),
    info({ event: 'stopping' }),
    info({ event: 'stopped' }),
  ])
  const personal = [
    ...Object.values(summary),
    CLOSING.identity,
    'hr-token',
    'Lynx',
    '127.0.0.1',
    '::1',
    'wrong-join',
  ]
  for (const trace of personal.map(String).filter((text) => text.length > 2 && text !== OPENING.id)) {
    expect([trace, started.said.includes(trace), started.logged.includes(trace)]).toEqual([
      trace,
      false,
      false,
    ])
  }
})

it('answers what it is in the middle of before it stops', async () => {
  const started = run([], { WAYMARK_HR_TOKEN: 'hr-token-for-tests' })
  await until(started, /Waymark is at/)
  const asked = connect(port, '127.0.0.1')
  let answer = ''
  asked.on('data', (piece: Buffer) => (answer += piece.toString()))
  const headers = 'host: x\r\ncontent-type: application/json\r\ncontent-length: 2\r\nexpect: 100-continue'
  asked.write(`POST /api/v1/summaries HTTP/1.1\r\n${headers}\r\n\r\n`)
  while (!answer.includes('100 Continue')) await once(asked, 'data')
  started.child.kill('SIGTERM')
  while (!started.logged.includes('"stopping"')) await once(started.child.stderr, 'data')
  const gone = once(asked, 'close')
  asked.write('{}')
  await gone
  expect(answer).toMatch(/HTTP\/1\.1 400 [^]*"type":"\/problems\/malformed"/)
  if (started.child.exitCode === null) await once(started.child, 'exit')
  expect(started.child.exitCode).toBe(0)
  expect(eventsOf(started).at(-1)).toMatchObject({ event: 'stopped' })
})

it('has everything it answered for when it was killed', async () => {
  const started = run([], { WAYMARK_HR_TOKEN: 'hr-token-for-tests' })
  await until(started, /Waymark is at/)
  const address = `http://localhost:${port}/api/v1/periods`
  const headcounts = [{ unit: 'highways', family: 'test-data', headcount: 40 }]
  const closes = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
  const body = JSON.stringify({
    id: 'p',
    closes,
    epsilon: 1,
    keep: 'organisation',
    headcounts,
    recipient: PERIOD_KEY.recipient,
  })
  const headers = { ...HR, 'content-type': 'application/json' }
  expect((await fetch(address, { method: 'POST', headers, body })).status).toBe(201)
  await ended(started, 'SIGKILL')
  const again = run()
  await until(again, /Waymark is at/)
  expect(await (await fetch(`${address}/current`)).json()).toMatchObject({ id: 'p', closes })
})

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, it } from 'vitest'
import { freePort } from '../journeys/support/endpoint.ts'
import { fill, signedSummary, unseal } from './support/filled.ts'
import { memoryMb } from './support/memory.ts'
import { randomFrom } from './support/random.ts'
import { quantile, SEED, sized, tell } from './support/size.ts'
import { AS_HR, DATABASE, inParallel, openingOf, openTarget, release, type Target } from './support/target.ts'

/**
 * Who: nobody: a whole service that sends on the same morning, and years of it.
 * Measured beside the limit, in one run on one machine: a handler that only commits the same bytes to the same kind
 * of database. The figures are printed; what is held to is that nothing is refused and all is counted.
 */
const NAME = 'how much it takes'
const AT_ONCE = 32
/** A balancer takes an endpoint that is silent for this long for dead. */
const BALANCER_WAITS_MS = 5000

let target: Target | undefined
afterEach(async () => {
  await target?.discard()
  target = undefined
})

interface Rate {
  perSecond: number
  p95: number
}

async function rateOf(url: string, bodies: readonly string[]): Promise<Rate> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  const times: number[] = []
  const started = performance.now()
  await inParallel(bodies, AT_ONCE, async (body) => {
    const from = performance.now()
    expect(await statusOf(agent, url, body)).toBe(204)
    times.push(performance.now() - from)
  })
  const perSecond = (bodies.length * 1000) / (performance.now() - started)
  agent.destroy()
  return { perSecond, p95: quantile(times, 0.95) }
}

function statusOf(agent: Agent, url: string, body: string): Promise<number> {
  const headers = { 'content-type': 'application/json' }
  return new Promise((done, fail) => {
    const asked = request(url, { agent, method: 'POST', headers }, (response) => {
      response.resume()
      response.on('end', () => done(response.statusCode ?? 0))
    })
    asked.on('error', fail)
    asked.end(body)
  })
}

async function bareRate({ place }: Target, bodies: readonly string[]): Promise<Rate> {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-bare-'))
  const port = await freePort()
  const program = fileURLToPath(new URL('support/barePost.mjs', import.meta.url))
  const url = 'url' in place ? { DATABASE_URL: place.url } : {}
  const env = { ...process.env, ...url, PORT: String(port), DATA_DIR: folder }
  const bare = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  await once(bare.stdout, 'data')
  const rate = await rateOf(`http://127.0.0.1:${port}/`, bodies)
  bare.kill()
  await once(bare, 'exit')
  rmSync(folder, { recursive: true })
  return rate
}

it('takes summaries, beside a handler that only commits them', async () => {
  const count = sized(20_000, 300)
  target = await openTarget(count)
  const { period, endpoint } = target
  const bodies: string[] = []
  for (let place = 0; place < count; place += 1)
    bodies.push(JSON.stringify(await signedSummary(period, place)))
  const bare = await bareRate(target, bodies)
  const ours = await rateOf(`${endpoint.url}api/v1/summaries`, bodies)
  const again = await bareRate(target, bodies)
  const best = { perSecond: Math.max(bare.perSecond, again.perSecond), p95: Math.min(bare.p95, again.p95) }
  const words = ({ perSecond, p95 }: Rate) => `${perSecond.toFixed(0)} a second, p95 ${p95.toFixed(1)} ms`
  tell(
    NAME,
    `${DATABASE}, ${count} summaries of ${bodies[0]!.length} bytes, ${AT_ONCE} at once: ${words(ours)}`,
  )
  tell(
    NAME,
    `the limit: ${words(best)}; ours is ${(ours.perSecond / best.perSecond).toFixed(2)} of it, p95 ${(ours.p95 / best.p95).toFixed(2)} times`,
  )
  expect(await release(target)).toMatchObject({ replies: Math.round(count / 10) * 10, spoiled: 0 })
})

it.each(['sealed', 'plain'])(
  'closes a period of many %s summaries, and answers others meanwhile',
  async (kind) => {
    const count = sized(100_000, 500)
    target = await openTarget(count)
    const { endpoint, place } = target
    await endpoint.stop()
    const period = kind === 'plain' ? await unseal(target) : target.period
    const tidied = await fill(place, count, (n) => signedSummary(period, n))
    await endpoint.start()
    const more: string[] = []
    for (let n = 0; n < sized(500, 50); n += 1) more.push(JSON.stringify(await signedSummary(period, n)))
    const behind = await rateOf(`${endpoint.url}api/v1/summaries`, more)
    const told = (words: string) => tell(NAME, `${DATABASE}, ${count} ${kind} summaries: ${words}`)
    told(
      `${behind.perSecond.toFixed(0)} more a second, p95 ${behind.p95.toFixed(1)} ms; tidied in ${tidied.toFixed(0)} ms`,
    )
    const waits = longestWait(target)
    const from = performance.now()
    const published = await release(target)
    const took = performance.now() - from
    const longest = await waits()
    told(
      `closed in ${(took / 1000).toFixed(1)} s; the longest wait of another request meanwhile ${(longest / 1000).toFixed(2)} s, ${memoryMb(endpoint.pid!).most.toFixed(0)} MB at most`,
    )
    expect(published).toMatchObject({ replies: Math.round((count + more.length) / 10) * 10, spoiled: 0 })
    expect(longest).toBeLessThan(BALANCER_WAITS_MS)
  },
)

/** Asks whether it is well, again and again until told to stop; the longest it took, in milliseconds. */
function longestWait({ endpoint }: Target): () => Promise<number> {
  let longest = 0
  let watching = true
  const watch = (async () => {
    while (watching) {
      const from = performance.now()
      expect((await fetch(`${endpoint.url}healthz`)).status).toBe(200)
      longest = Math.max(longest, performance.now() - from)
    }
  })()
  return async () => {
    watching = false
    await watch
    return longest
  }
}

it('reads a release with very many summaries behind it', async () => {
  const count = sized(1_000_000, 2000)
  target = await openTarget(60, {}, 0.5)
  const { period, endpoint, ask } = target
  for (let place = 0; place < 60; place += 1)
    expect(await target.send(await signedSummary(period, place))).toBe(204)
  await release(target)
  const alone = await readTimes(target)
  const next = JSON.stringify(openingOf('next', count, 0.5))
  expect((await ask('POST', 'periods', next, AS_HR)).status).toBe(201)
  await endpoint.stop()
  const random = randomFrom(SEED)
  const text = (bytes: number) => random.bytes(bytes).toString('base64url')
  const body = text(240)
  const tidied = await fill(target.place, count, () => ({
    period: 'next',
    publicKey: text(65),
    sequence: 1,
    signature: text(64),
    body,
  }))
  await endpoint.start()
  const behind = await readTimes(target)
  tell(
    NAME,
    `${DATABASE}, a release read: p50 ${quantile(alone, 0.5).toFixed(2)} ms, p95 ${quantile(alone, 0.95).toFixed(2)} alone; ` +
      `p50 ${quantile(behind, 0.5).toFixed(2)}, p95 ${quantile(behind, 0.95).toFixed(2)} with ${count} summaries behind it`,
  )
  tell(NAME, `${count} short summaries tidied in ${(tidied / 1000).toFixed(1)} s`)
  // Not a test of speed: reading all of them would take a hundred times as long.
  expect(quantile(behind, 0.5)).toBeLessThan(20 * quantile(alone, 0.5) + 5)
})

async function readTimes({ ask, period }: Target): Promise<number[]> {
  const times: number[] = []
  for (let n = 0; n < sized(500, 50); n += 1) {
    const from = performance.now()
    expect((await ask('GET', `releases/${period.id}`, undefined, AS_HR)).status).toBe(200)
    times.push(performance.now() - from)
  }
  return times
}

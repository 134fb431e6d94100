import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, it } from 'vitest'
import { FULL, quantile, SEED, sized, tell } from './support/size.ts'
import { laptopOf, openTarget, type Target } from './support/target.ts'

/**
 * Who: anyone who can reach the endpoint. Opens connections and says nothing, or a byte now and then; sends headers
 * without end; begins a body and stays away, leaves in the middle, or asks and does not read. (Slowloris, RSnake, 2009.)
 * Wins: where honest laptops are no longer answered, a connection stays for good, or the process falls.
 */
const ATTACK = 'hold connections open'
const HELD = sized(1000, 150)
const DRIP_MS = 500
/** Node looks each half minute for requests that took a minute. */
const ENDED_WITHIN_MS = 100_000

let target: Target | undefined
const sockets = new Set<Socket>()
afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  sockets.clear()
  await target?.discard()
  target = undefined
})

async function held(port: number, opening: string): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  sockets.add(socket)
  socket.on('error', () => undefined)
  socket.on('close', () => sockets.delete(socket))
  await once(socket, 'connect')
  if (opening !== '') socket.write(opening)
  return socket
}

/** All that comes back until the other side ends it. */
async function answerTo(port: number, request: string): Promise<string> {
  const socket = await held(port, request)
  let said = ''
  socket.on('data', (piece) => (said += piece.toString()))
  // `once` would reject on an error, as the other side ends it while it is still written to.
  await new Promise((resolve) => socket.on('close', resolve))
  return said
}

const POST = 'POST /api/v1/summaries HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n'
const OPENINGS = [
  '', // says nothing
  'POST /api/v1/sum', // half a line
  `${POST}x-slow: `, // headers that never end
  `${POST}content-length: 9000\r\n\r\n{"v":1,`, // a body that never ends
  `${POST}transfer-encoding: chunked\r\n\r\n5\r\n{"v":`, // chunks that never end
]

it('answers honest laptops all the while, and ends what never ends', async () => {
  target = await openTarget(3000)
  const here = target
  const port = Number(new URL(here.endpoint.url).port)
  const laptops = await Promise.all(Array.from({ length: 100 }, () => laptopOf(here)))
  const before = await timesOf(here, laptops, 1)
  for (let n = 0; n < HELD; n += 1) await held(port, OPENINGS[n % OPENINGS.length]!)
  // Others leave in the middle.
  for (let n = 0; n < sized(200, 40); n += 1) (await held(port, OPENINGS[3]!)).destroy()
  const drip = setInterval(() => {
    for (const socket of sockets) if (socket.writable) socket.write('a')
  }, DRIP_MS)
  const during = await timesOf(here, laptops, 2)
  const [was, is] = [quantile(before, 0.95), quantile(during, 0.95)]
  tell(
    ATTACK,
    `seed ${SEED}: ${HELD} held; an honest p95 of ${was.toFixed(1)} ms alone, ${is.toFixed(1)} ms beside them`,
  )
  if (FULL) {
    const from = Date.now()
    while (sockets.size > 0 && Date.now() - from < ENDED_WITHIN_MS) await pause(500)
    tell(
      ATTACK,
      `${HELD - sockets.size} of ${HELD} ended by the endpoint within ${Math.round((Date.now() - from) / 1000)} s`,
    )
    expect(sockets.size).toBe(0)
  }
  clearInterval(drip)
  await timesOf(here, laptops, 3)
})

it('lets go of who asks for answers and does not read them, and of who leaves in the middle of one', async () => {
  target = await openTarget(300)
  const here = target
  const port = Number(new URL(here.endpoint.url).port)
  // More than the system holds for anybody who does not read.
  const asked = 'GET /api/v1/catalogue HTTP/1.1\r\nhost: localhost\r\n\r\n'.repeat(60)
  for (let n = 0; n < sized(100, 10); n += 1) (await held(port, asked)).pause()
  for (let n = 0; n < sized(200, 20); n += 1) {
    const leaving = await held(port, asked)
    leaving.once('data', () => leaving.destroy())
  }
  await expect.poll(() => [...sockets].filter((socket) => !socket.isPaused()).length).toBe(0)
  expect(await here.send(await (await laptopOf(here)).saying())).toBe(204)
  const held0 = sockets.size
  expect(held0).toBe(sized(100, 10))
  if (!FULL) return
  const open = () => connectionsTo(port)
  expect(open()).toBeGreaterThanOrEqual(held0)
  await expect.poll(open, { timeout: ENDED_WITHIN_MS, interval: 1000 }).toBe(0)
  tell(ATTACK, `${held0} that read nothing, and ${sized(200, 20)} that left: all let go of`)
})

/** How many connections the other side still has: Linux's own list. */
function connectionsTo(port: number): number {
  const local = `:${port.toString(16).toUpperCase().padStart(4, '0')}`
  const lines = readFileSync('/proc/net/tcp', 'utf8').split('\n')
  // ESTABLISHED, as the side that listens sees it.
  return lines.filter((line) => line.split(/\s+/)[2]?.endsWith(local) && / 01 /.test(line)).length
}

async function timesOf(here: Target, laptops: Awaited<ReturnType<typeof laptopOf>>[], sequence: number) {
  const times: number[] = []
  for (const laptop of laptops) {
    const submission = await laptop.saying({}, sequence)
    const from = performance.now()
    expect(await here.send(submission)).toBe(204)
    times.push(performance.now() - from)
  }
  return times
}

it('refuses headers and bodies that are too large, and what is no HTTP, with a sentence', async () => {
  target = await openTarget(300)
  const here = target
  const port = Number(new URL(here.endpoint.url).port)
  const refused = {
    'one header of a megabyte': `${POST}x-large: ${'a'.repeat(1_000_000)}\r\n\r\n`,
    'a hundred thousand headers': `${POST}${'x: y\r\n'.repeat(100_000)}\r\n`,
    'an address of a megabyte': `GET /${'a'.repeat(1_000_000)} HTTP/1.1\r\nhost: localhost\r\n\r\n`,
    'no HTTP': 'hello\r\n\r\n',
    'a length that is none': `${POST}content-length: -1\r\n\r\n`,
    'two lengths': `${POST}content-length: 2\r\ncontent-length: 3\r\n\r\n{}`,
    'a length and chunks': `${POST}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
  }
  for (const [name, request] of Object.entries(refused)) {
    const answer = await answerTo(port, request)
    // Where the other side sends on after it was refused, the answer may be lost with the connection.
    expect([name, answer]).toEqual([name, expect.stringMatching(/^$|^HTTP\/1\.1 (400|413|414|431) /)])
    if (answer !== '') expect(answer).toMatch(/application\/problem\+json[^]*"title":"The request is /)
  }
  const large = await here.ask('POST', 'summaries', `{"v":1,"body":"${'A'.repeat(30_000)}"}`)
  expect(large.status).toBe(413)
  expect(await here.send(await (await laptopOf(here)).saying())).toBe(204)
})

import { connect } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { ProblemSchema } from '../../src/contract/problem.ts'
import type { Submission } from '../../src/contract/summary.ts'
import * as v from 'valibot'
import { memoryMb } from './support/memory.ts'
import { randomFrom, type Random } from './support/random.ts'
import { SEED, sized, tellTable } from './support/size.ts'
import {
  AS_HR,
  inParallel,
  kept,
  laptopOf,
  openTarget,
  slotIn,
  type Answered,
  type Target,
} from './support/target.ts'

/**
 * Who: anyone who can reach the endpoint, and a token that was lost. Sends bodies and headers that are nearly right,
 * far too long, nested, cut off, of other types or of plain noise, to every address and by every method.
 * Wins: where anything is answered with a status of 500 or more or with no sentence, the process ends or keeps
 * growing, or something is stored that nobody signed.
 */
const ATTACK = 'send garbage'
const REQUESTS = sized(100_000, 3_000)
/** What a process may have grown by, in megabytes, when all is over. */
const GROWTH_MB = 250

let target: Target | undefined
afterEach(async () => {
  await target?.discard()
  target = undefined
})

const VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  2 ** 53,
  0.1,
  '',
  '\u0000',
  '\ud800',
  '__proto__',
  "' or 1=1 --",
  '../../etc/passwd',
  '😀'.repeat(50),
  'A'.repeat(5000),
  [],
  {},
  [[[[]]]],
  { __proto__: { v: 1 } },
  { toString: 1 },
]
const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'PROPFIND', 'TRACE']
const PATHS = [
  'summaries',
  'catalogue',
  'catalogue/sha256-x',
  'periods',
  'periods/current',
  'periods/nothing/close',
  'periods/nothing/extend',
  'periods/nothing/cancel',
  'releases',
  'releases/nothing',
  'releases/%00',
  'releases/%E0%A4%A',
  'summaries?x=1',
  '../../../etc/passwd',
  'nothing',
]
const HEADERS: readonly [string, readonly string[]][] = [
  [
    'content-type',
    ['application/json', 'text/plain', 'application/json; charset=x', 'multipart/form-data', '', ';;;'],
  ],
  ['content-encoding', ['gzip', 'br', 'identity', 'x'.repeat(500)]],
  ['accept', ['text/csv', '*/*', 'application/xml', ',,,;q=9']],
  ['accept-encoding', ['gzip', 'br;q=0', '*;q=0.5, ,']],
  ['if-match', ['*', '""', 'W/"x"', '"sha256-x"', '"'.repeat(99)]],
  ['if-none-match', ['*', '"x", "y"', '\t']],
  ['authorization', ['Bearer', 'Bearer x', 'Basic eDp5', `Bearer ${'x'.repeat(4000)}`, AS_HR.authorization]],
  ['cookie', ['a=b', ';'.repeat(1000)]],
  ['range', ['bytes=0-', 'bytes=9-1', 'x']],
  ['expect', ['100-continue']],
  ['x-forwarded-for', ['127.0.0.1', 'x'.repeat(1000)]],
  ['x-http-method-override', ['DELETE']],
]

interface Garbage {
  method: string
  path: string
  body: Buffer | string | undefined
  headers: Record<string, string>
}

function anyGarbage(good: Submission, random: Random): Garbage {
  const likely = random.chance(0.6)
  const method = likely ? 'POST' : random.pick(METHODS)
  const headers: Record<string, string> = {}
  while (random.chance(0.4)) {
    const [name, values] = random.pick(HEADERS)
    headers[name] = random.pick(values)
  }
  if (random.chance(0.2)) headers[`x-${random.below(99)}`] = random.bytes(200).toString('base64')
  const withBody = method !== 'GET' && method !== 'HEAD' && method !== 'TRACE' && random.chance(0.9)
  return {
    method,
    path: likely ? 'summaries' : random.pick(PATHS),
    body: withBody ? anyBody(good, random) : undefined,
    headers,
  }
}

function anyBody(good: Submission, random: Random): Buffer | string {
  const kind = random.below(8)
  if (kind === 0) return random.bytes(random.below(3000))
  if (kind === 1) return JSON.stringify(random.pick(VALUES))
  if (kind === 2) return '['.repeat(1 + random.below(15_000))
  if (kind === 3) return JSON.stringify(good).slice(0, random.below(500))
  if (kind === 4) return `${random.pick(['\ufeff', ' ', '//', '{"v":1,'])}${JSON.stringify(good)}`
  if (kind === 5) {
    const bytes = Buffer.from(JSON.stringify(good))
    for (let n = 0; n <= random.below(4); n += 1) bytes[random.below(bytes.length)] = random.below(256)
    return bytes
  }
  const changed: Record<string, unknown> = { ...good }
  const keys = [...Object.keys(good), '__proto__', 'constructor', 'token', 'x']
  for (let n = 0; n <= random.below(3); n += 1) {
    if (random.chance(0.2)) delete changed[random.pick(keys)]
    else
      Object.defineProperty(changed, random.pick(keys), {
        value: random.pick(VALUES),
        enumerable: true,
        configurable: true,
      })
  }
  return JSON.stringify(changed)
}

it('answers garbage with a sentence, keeps running, keeps its size, and stores nothing of it', async () => {
  target = await openTarget(3000)
  const here = target
  const random = randomFrom(SEED)
  const mine = await laptopOf(here)
  const good = await mine.saying({}, 7)
  expect(await here.send(good)).toBe(204)
  const statuses = new Map<number, number>()
  const wrong: string[] = []
  let brokenOff = 0
  const sizes = [memoryMb(here.endpoint.pid!).now]
  const places = Array.from({ length: REQUESTS }, (_, n) => n)
  await inParallel(places, 16, async (_, place) => {
    const { method, path, body, headers } = anyGarbage(good, random)
    let answer: Answered
    try {
      answer = await here.ask(method, path, body, headers)
    } catch {
      brokenOff += 1
      return
    }
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
    const bare = method === 'HEAD' || answer.status < 400
    const told = bare || v.safeParse(ProblemSchema, parsed(answer.body)).success
    if (answer.status >= 500 || !told)
      wrong.push(`${place} ${method} ${path} ${answer.status} ${answer.body.slice(0, 200)}`)
    if (place % 1000 === 0) sizes.push(memoryMb(here.endpoint.pid!).now)
  })
  sizes.push(memoryMb(here.endpoint.pid!).now)
  tellTable(ATTACK, {
    [`seed ${SEED}`]: {
      requests: REQUESTS,
      'broken off': brokenOff,
      'MB before': sizes[0]!.toFixed(0),
      'MB at most': Math.max(...sizes).toFixed(0),
      'MB after': sizes.at(-1)!.toFixed(0),
      ...Object.fromEntries([...statuses].sort(([a], [b]) => a - b)),
    },
  })
  expect(wrong).toEqual([])
  // A connection that is refused in the middle of a body is ended, and the answer may go with it.
  expect(brokenOff).toBeLessThan(REQUESTS / 100)
  expect(Math.max(...sizes) - sizes[0]!).toBeLessThan(GROWTH_MB)
  await bareNoise(here, random)
  expect(await here.send(await mine.saying({}, 8))).toBe(204)
  await here.endpoint.stop()
  // Only what was signed: mine, of which garbage may have sent again what it was made from.
  const rows = await kept(here)
  expect([...rows]).toMatchObject([[slotIn(good), { sequence: 8 }]])
})

/** Bytes that are not even HTTP, over connections of their own. */
async function bareNoise(here: Target, random: Random): Promise<void> {
  const port = Number(new URL(here.endpoint.url).port)
  await inParallel(Array.from({ length: sized(3000, 100) }), 16, async () => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined)
    socket.resume()
    socket.end(random.bytes(1 + random.below(2000)))
    await new Promise((resolve) => socket.on('close', resolve))
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CurrentPeriod } from '../contract/period'
import type { Submission } from '../contract/summary'
import { HR, simulatedEndpoint, simulatedLaptop, type SimulatedEndpoint } from './simulated'
import { summariesOf, summaryCount } from './store/summaries'

/** A bound for a machine that is busy, not a measure. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let endpoint: SimulatedEndpoint
let period: CurrentPeriod

beforeEach(async () => {
  endpoint = await simulatedEndpoint()
  period = await endpoint.open()
})
afterEach(() => endpoint.end())

const send = (submission: Submission) => endpoint.ask('POST', 'summaries', { payload: submission })
const kept = async () => (await summariesOf(endpoint.deps.store.db, period.id)).map(({ body }) => body)

async function refusal(submission: object): Promise<[number, string]> {
  const response = await endpoint.ask('POST', 'summaries', { payload: submission })
  expect(response.headers['content-type']).toMatch(/^application\/problem\+json/)
  return [response.statusCode, response.json<{ type: string }>().type]
}

describe('a summary', () => {
  it('is kept once, however often and in whatever order it arrives', async () => {
    const laptop = await simulatedLaptop(period)
    const [first, second, third] = await Promise.all(
      [1, 2, 3].map((n) => laptop.saying({ bands: { 'test-backup': 0 } }, n)),
    )
    for (const submission of [second!, first!, second!, third!, first!, third!]) {
      expect((await send(submission)).statusCode).toBe(204)
    }
    expect(await kept()).toEqual([third!.body])
  })

  it('is replaced by a newer one and withdrawn by an empty one, which an old one does not undo', async () => {
    const laptop = await simulatedLaptop(period)
    const old = await laptop.saying({}, 1)
    const newer = await laptop.saying({ bands: { 'test-backup': 2 } }, 2)
    await send(old)
    await send(newer)
    expect(await kept()).toEqual([newer.body])
    expect((await send(await laptop.signed('', 3))).statusCode).toBe(204)
    await send(newer)
    expect(await kept()).toEqual([])
    await send(await laptop.saying({}, 4))
    expect(await kept()).toHaveLength(1)
  })

  it('sent by many laptops at once is kept for each', async () => {
    const laptops = await Promise.all(Array.from({ length: 40 }, () => simulatedLaptop(period)))
    const submissions = await Promise.all(laptops.map((laptop) => laptop.saying()))
    const answers = await Promise.all([...submissions, ...submissions].map(send))
    expect(answers.every(({ statusCode }) => statusCode === 204)).toBe(true)
    expect(await summaryCount(endpoint.deps.store.db, period.id)).toBe(40)
  })

  it('is refused with a wrong join code, signature, period or shape, and nothing is kept', async () => {
    const laptop = await simulatedLaptop(period)
    const good = await laptop.saying()
    const other = await laptop.saying({ bands: { 'test-backup': 1 } })
    expect(await refusal({ ...good, joinCode: 'another-code' })).toEqual([401, '/problems/join-code'])
    expect(await refusal({ ...good, signature: other.signature })).toEqual([401, '/problems/signature'])
    expect(await refusal({ ...good, body: other.body })).toEqual([401, '/problems/signature'])
    expect(await refusal({ ...good, sequence: 2 })).toEqual([401, '/problems/signature'])
    expect(await refusal({ ...good, publicKey: 'A'.repeat(87) })).toEqual([401, '/problems/signature'])
    expect(await refusal({ ...good, period: '2027' })).toEqual([404, '/problems/unknown-period'])
    expect(await refusal({ ...good, period: 'a\nb' })).toEqual([400, '/problems/malformed'])
    expect(await refusal({ ...good, sequence: 0 })).toEqual([400, '/problems/malformed'])
    expect(await refusal({ ...good, token: 'x' })).toEqual([400, '/problems/malformed'])
    expect(await refusal({ ...good, body: 'A'.repeat(25_000) })).toEqual([413, '/problems/too-large'])
    expect(await kept()).toEqual([])
  })

  it('has one spelling of its key only, so that one key has one slot', async () => {
    const laptop = await simulatedLaptop(period)
    const good = await laptop.saying()
    const last = good.publicKey.at(-1)!
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const respelt = good.publicKey.slice(0, -1) + alphabet[alphabet.indexOf(last) + 1]
    expect(Buffer.from(respelt, 'base64url')).toEqual(Buffer.from(good.publicKey, 'base64url'))
    expect(await refusal({ ...good, publicKey: respelt })).toEqual([401, '/problems/signature'])
  })

  it('is taken to the end of the closing day, UTC, and not after', async () => {
    const laptop = await simulatedLaptop(period)
    endpoint.clock.now = '2026-11-30T23:59:59Z'
    expect((await send(await laptop.saying({}, 1))).statusCode).toBe(204)
    endpoint.clock.now = '2026-12-01T00:00:00Z'
    expect(await refusal(await laptop.saying({}, 2))).toEqual([410, '/problems/closed'])
    expect((await endpoint.ask('GET', 'periods/current')).statusCode).toBe(404)
  })

  it('leaves no address, browser, time or order behind', async () => {
    const laptop = await simulatedLaptop(period)
    const headers = { 'user-agent': 'Lynx-of-the-council', 'x-forwarded-for': '203.0.113.77' }
    const payload = await laptop.saying()
    await endpoint.ask('POST', 'summaries', { payload, headers, remoteAddress: '198.51.100.23' })
    const bytes = await endpoint.bytesOnDisk()
    for (const trace of ['Lynx-of', '203.0.113.77', '198.51.100.23', '2026-11-23T10']) {
      expect(bytes.includes(trace)).toBe(false)
    }
    const [row] = await summariesOf(endpoint.deps.store.db, period.id)
    const columns = ['body', 'period', 'public_key', 'sequence', 'signature', 'slot']
    expect(Object.keys(row!).sort()).toEqual(columns)
    expect(endpoint.lines.map(({ event }) => event)).toEqual(['period opened'])
  })
})

describe('a period', () => {
  it('takes three summaries for each post, and then only newer ones of those it has', async () => {
    await endpoint.ask('POST', 'periods/2026-H2/cancel', { headers: HR })
    const headcounts = [{ unit: 'highways', family: 'test-data', headcount: 70 }]
    period = await endpoint.open({ id: '2027', headcounts })
    const first = await simulatedLaptop(period)
    await send(await first.saying())
    for (let sequence = 2; sequence < 30; sequence += 1) await send(await first.saying({}, sequence))
    for (let n = 1; n < 210; n += 1) {
      expect((await send(await (await simulatedLaptop(period)).saying())).statusCode).toBe(204)
    }
    const another = await simulatedLaptop(period)
    expect(await refusal(await another.saying())).toEqual([429, '/problems/too-many'])
    for (let sequence = 2; sequence < 30; sequence += 1) {
      expect((await send(await first.signed('', sequence + 30))).statusCode).toBe(204)
    }
    expect(await refusal(await another.saying())).toEqual([429, '/problems/too-many'])
    endpoint.clock.now = '2026-11-23T10:02:00Z'
    expect(await refusal(await another.saying())).toEqual([429, '/problems/too-many'])
    expect(await summaryCount(endpoint.deps.store.db, period.id)).toBe(209)
  })
})

describe('failed attempts', () => {
  it('are told to wait after 30 in a minute, while summaries that fit still get in', async () => {
    const laptop = await simulatedLaptop(period)
    const good = await laptop.saying()
    const statuses: number[] = []
    for (let n = 0; n < 31; n += 1) {
      statuses.push((await refusal({ ...good, joinCode: 'a-guess-at-it' }))[0])
    }
    expect(statuses.filter((status) => status === 401)).toHaveLength(30)
    expect(statuses.at(-1)).toBe(429)
    expect((await send(good)).statusCode).toBe(204)
    endpoint.clock.now = '2026-11-23T10:01:00Z'
    expect((await refusal({ ...good, joinCode: 'a-guess-at-it' }))[0]).toBe(401)
  })

  it('of one address do not hold up another', async () => {
    const payload = { ...(await (await simulatedLaptop(period)).saying()), joinCode: 'a-guess-at-it' }
    const from = (remoteAddress: string) => endpoint.ask('POST', 'summaries', { payload, remoteAddress })
    for (let n = 0; n < 40; n += 1) await from('198.51.100.1')
    expect((await from('198.51.100.2')).statusCode).toBe(401)
  })
})

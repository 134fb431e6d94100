import { METHODS } from 'node:http'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CurrentPeriodSchema, PeriodListSchema, type CurrentPeriod } from '../contract/period'
import { PROBLEMS, ProblemSchema } from '../contract/problem'
import { ReleaseListSchema, ReleaseSchema } from '../contract/release'
import * as v from 'valibot'
import { versionOf } from './digest'
import {
  CATALOGUE,
  HEADCOUNTS,
  HR,
  CLOSING,
  OPENING,
  simulatedEndpoint,
  simulatedLaptop,
  type SimulatedEndpoint,
} from './simulated'

/** A bound for a machine that is busy, not a measure. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let endpoint: SimulatedEndpoint
beforeEach(async () => {
  endpoint = await simulatedEndpoint()
})
afterEach(() => endpoint.end())

type Asked = Parameters<SimulatedEndpoint['ask']>

/** Status and kind of a refusal, which must be one of the contract's. */
async function refusal(...asked: Asked): Promise<[number, string]> {
  const response = await endpoint.ask(...asked)
  expect(response.headers['content-type']).toMatch(/^application\/problem\+json/)
  const problem = v.parse(ProblemSchema, response.json())
  expect(problem.status).toBe(response.statusCode)
  const kind = problem.type.replace('/problems/', '')
  expect(Object.keys(PROBLEMS)).toContain(kind)
  return [response.statusCode, kind]
}

const bytes = JSON.stringify(CATALOGUE)
const next = JSON.stringify({ ...CATALOGUE, edition: '2' }, null, 2)
const json = { 'content-type': 'application/json' }
const put = (payload: string, ifMatch?: string): Asked => [
  'PUT',
  'catalogue',
  { payload, headers: { ...HR, ...json, ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }) } },
]

describe('the catalogue', () => {
  it('is served byte for byte under its hash, and not again to who has it', async () => {
    const response = await endpoint.ask('GET', 'catalogue')
    expect(response.body).toBe(bytes)
    expect(response.headers.etag).toBe(`"${versionOf(bytes)}"`)
    const headers = { 'if-none-match': `"other", W/"${versionOf(bytes)}"` }
    const again = await endpoint.ask('GET', 'catalogue', { headers })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })

  it('is replaced by who knew the last one, and stays to be had by its version', async () => {
    expect((await endpoint.ask(...put(next, `"${versionOf(bytes)}"`))).statusCode).toBe(204)
    expect((await endpoint.ask('GET', 'catalogue')).body).toBe(next)
    const earlier = await endpoint.ask('GET', `catalogue/${versionOf(bytes)}`)
    expect(earlier.body).toBe(bytes)
    expect(earlier.headers['cache-control']).toMatch(/immutable/)
    // The answer was lost, and it is sent again.
    expect((await endpoint.ask(...put(next, `"${versionOf(bytes)}"`))).statusCode).toBe(204)
    expect(await refusal(...put(bytes, `"${versionOf(bytes)}"`))).toEqual([409, 'stale'])
  })

  it('is refused without its base, with parts that do not fit, and from anyone but the publisher', async () => {
    expect(await refusal(...put(next))).toEqual([428, 'precondition'])
    const tag = `"${versionOf(bytes)}"`
    expect(await refusal(...put('{', tag))).toEqual([400, 'malformed'])
    expect(await refusal(...put(JSON.stringify({ ...CATALOGUE, v: 2 }), tag))).toEqual([400, 'malformed'])
    const strand = { id: 'test-s', name: 'S', purpose: '', needs: [{ skill: 'test-nothing', headcount: 1 }] }
    const broken = await endpoint.ask(...put(JSON.stringify({ ...CATALOGUE, strands: [strand] }), tag))
    expect(broken.statusCode).toBe(400)
    expect(broken.json<{ detail: string }>().detail).toMatch(/test-nothing/)
    expect(await refusal('PUT', 'catalogue', { payload: next, headers: json })).toEqual([401, 'sign-in'])
    expect((await endpoint.ask('GET', 'catalogue')).body).toBe(bytes)
    expect(await refusal('GET', 'catalogue/sha256-x')).toEqual([404, 'not-found'])
  })

  it('may be up to 8 MiB', async () => {
    const tag = `"${versionOf(bytes)}"`
    const large = next + ' '.repeat(7 * 1024 * 1024)
    expect((await endpoint.ask(...put(large, tag))).statusCode).toBe(204)
    expect(await refusal(...put(next + ' '.repeat(8 * 1024 * 1024), tag))).toEqual([413, 'too-large'])
  })
})

describe('a period', () => {
  const open = (change: object = {}, headers: object = HR): Asked => [
    'POST',
    'periods',
    { payload: { ...OPENING, ...change }, headers: { ...headers } },
  ]

  it('is told to anyone once open, with a grid of cells of 20 posts or more', async () => {
    expect(await refusal('GET', 'periods/current')).toEqual([404, 'no-period'])
    expect((await endpoint.ask(...open())).statusCode).toBe(201)
    const response = await endpoint.ask('GET', 'periods/current')
    const period = v.parse(CurrentPeriodSchema, response.json())
    expect(period).toMatchObject({ id: '2026-H2', opens: '2026-11-23', floor: 10, replies: 0 })
    expect(period.catalogue).toBe(versionOf(bytes))
    expect(period.gridHash).toBe(versionOf(JSON.stringify(response.json<{ grid: object }>().grid)))
    expect(period.grid.cells[0]?.label).toBe('Data in Unit highways')
  })

  /** Sends this many more, and gives what anyone and what HR are then told. */
  async function told(period: CurrentPeriod, more: number): Promise<[number, number | undefined]> {
    for (let n = 0; n < more; n += 1) {
      const payload = await (await simulatedLaptop(period)).saying()
      await endpoint.ask('POST', 'summaries', { payload })
    }
    const current = await endpoint.ask('GET', 'periods/current')
    const list = v.parse(PeriodListSchema, (await endpoint.ask('GET', 'periods', { headers: HR })).json())
    return [v.parse(CurrentPeriodSchema, current.json()).replies, list.periods[0]!.replies]
  }

  it('tells anyone its replies to the nearest ten, once a day, so that nobody sees one person’s arrive', async () => {
    const period = await endpoint.open()
    for (const hr of [0, 0, 0, 0, 10, 10, 10, 10, 10]) expect(await told(period, 1)).toEqual([0, hr])
    endpoint.clock.now = '2026-11-24T00:00:00Z'
    expect(await told(period, 0)).toEqual([0, 10])
    endpoint.clock.now = '2026-11-25T08:00:00Z'
    expect(await told(period, 0)).toEqual([0, 10])
    expect(await told(period, 6)).toEqual([0, 20])
    endpoint.clock.now = '2026-11-26T23:00:00Z'
    expect(await told(period, 0)).toEqual([20, 20])
    for (let n = 0; n < 10; n += 1) expect((await told(period, 1))[0]).toBe(20)
    endpoint.clock.now = '2026-11-27T00:00:00Z'
    expect(await told(period, 0)).toEqual([30, 30])
  })

  it('tells HR no replies of a period that ended', async () => {
    await endpoint.open()
    await endpoint.ask('POST', 'periods/2026-H2/cancel', { headers: HR })
    const list = v.parse(PeriodListSchema, (await endpoint.ask('GET', 'periods', { headers: HR })).json())
    expect(list.periods.map(({ replies }) => replies)).toEqual([undefined])
  })

  it('is refused where it cannot be opened, with the reason', async () => {
    const few = [{ unit: 'highways', family: 'test-data', headcount: 19 }]
    expect(await refusal(...open({ headcounts: few }))).toEqual([422, 'too-few'])
    expect(await refusal(...open({ closes: '2026-11-22' }))).toEqual([400, 'malformed'])
    expect(await refusal(...open({ closes: '2027-05-27' }))).toEqual([400, 'malformed'])
    expect(await refusal(...open({ epsilon: 2 }))).toEqual([400, 'malformed'])
    expect(await refusal(...open({ headcounts: [...HEADCOUNTS, ...HEADCOUNTS] }))).toEqual([400, 'malformed'])
    expect(await refusal(...open({ floor: 5 }))).toEqual([400, 'malformed'])
    expect(await refusal(...open({}, {}))).toEqual([401, 'sign-in'])
    expect(await refusal(...open({}, { authorization: 'Bearer wrong-token-entirely' }))).toEqual([
      401,
      'sign-in',
    ])
    await endpoint.open()
    expect(await refusal(...open())).toEqual([409, 'period-exists'])
    expect(await refusal(...open({ id: '2027' }))).toEqual([409, 'already-open'])
    const unknown = ['POST', 'periods/2031/close', { headers: HR }] as const
    expect(await refusal(...unknown)).toEqual([404, 'unknown-period'])
    expect(await refusal('POST', 'periods/2026-H2/close')).toEqual([401, 'sign-in'])
  })
})

describe('releases', () => {
  async function released(): Promise<void> {
    const period = await endpoint.open({ headcounts: HEADCOUNTS })
    for (let n = 0; n < 40; n += 1) {
      const cell = period.grid.cells[n % 4]!.id
      const payload = await (await simulatedLaptop(period)).saying({ cell })
      await endpoint.ask('POST', 'summaries', { payload })
    }
    expect(await refusal('GET', 'releases/2026-H2', { headers: HR })).toEqual([409, 'not-closed'])
    await endpoint.ask('POST', 'periods/2026-H2/close', { headers: HR, payload: CLOSING })
  }

  it('are finished tables for HR, as JSON or, where asked for, as CSV', async () => {
    await released()
    const list = v.parse(ReleaseListSchema, (await endpoint.ask('GET', 'releases', { headers: HR })).json())
    expect(list.releases).toEqual([{ period: '2026-H2', published: true, closed: '2026-11-23' }])
    const release = v.parse(
      ReleaseSchema,
      (await endpoint.ask('GET', 'releases/2026-H2', { headers: HR })).json(),
    )
    const headers = { ...HR, accept: 'text/csv' }
    const csv = await endpoint.ask('GET', 'releases/2026-H2', { headers })
    expect(csv.headers['content-type']).toMatch(/^text\/csv/)
    const lines = csv.body.split('\r\n')
    expect(lines[0]).toBe('period,cell,label,skill,short,able,replied,margin,replies')
    if (!release.published) throw new Error('not published')
    expect(lines).toHaveLength((release.cells.length + 1) * release.skills.length + 2)
    expect(lines.at(-2)).toBe(
      `2026-H2,,Whole organisation,test-reporting,${release.totals[2]!.join(',')},${release.repliedInAll},6,40`,
    )
    expect((await endpoint.ask('GET', 'releases', { headers })).body).toMatch(/2026-H2,yes,2026-11-23/)
  })

  it('answer no questions: no query, and nobody but HR', async () => {
    await released()
    expect(await refusal('GET', 'releases/2026-H2?unit=highways', { headers: HR })).toEqual([
      400,
      'malformed',
    ])
    expect(await refusal('GET', 'releases/2026-H2')).toEqual([401, 'sign-in'])
    expect(await refusal('GET', 'releases/2031', { headers: HR })).toEqual([404, 'unknown-period'])
  })
})

describe('what does not fit', () => {
  it('is refused as a problem, never as a fault of the endpoint', async () => {
    expect(await refusal('GET', 'nothing')).toEqual([404, 'not-found'])
    expect(await refusal('GET', '%E0%A4%A')).toEqual([400, 'malformed'])
    expect(await refusal('GET', `periods/${'x'.repeat(2000)}/close`)).toEqual([404, 'not-found'])
    expect(await refusal('DELETE', 'summaries')).toEqual([405, 'not-allowed'])
    expect((await endpoint.ask('DELETE', 'catalogue')).headers.allow).toBe('GET, PUT, HEAD')
    for (const method of METHODS.filter((method) => method !== 'POST' && method !== 'CONNECT')) {
      const response = await endpoint.ask(method as Asked[0], 'summaries')
      expect([method, response.statusCode]).toEqual([method, 405])
    }
    const text = { payload: 'hello', headers: { 'content-type': 'text/plain' } }
    expect(await refusal('POST', 'summaries', text)).toEqual([415, 'media-type'])
    expect(await refusal('POST', 'summaries')).toEqual([400, 'malformed'])
    const poisoned = { payload: '{"__proto__":{"v":1}}', headers: json }
    expect(await refusal('POST', 'summaries', poisoned)).toEqual([400, 'malformed'])
    const notText = { payload: Buffer.from([0xff, 0xfe]), headers: json }
    expect(await refusal('POST', 'summaries', notText)).toEqual([400, 'malformed'])
    expect(endpoint.lines).toEqual([])
  })

  it('is refused whatever it is', async () => {
    await endpoint.open()
    const anyBody = fc.oneof(
      fc.json(),
      fc.string(),
      fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array)),
      fc
        .record(
          {
            v: fc.constantFrom<unknown>(1, 2, null),
            period: fc.oneof(fc.constant('2026-H2'), fc.anything()),
            publicKey: fc.oneof(fc.constant(`B${'A'.repeat(86)}`), fc.anything()),
            sequence: fc.oneof(fc.constant(1), fc.anything()),
            signature: fc.oneof(fc.constant('A'.repeat(86)), fc.anything()),
            body: fc.oneof(fc.constant('e30'), fc.anything()),
            joinCode: fc.oneof(fc.constant('join-code-for-tests'), fc.anything()),
          },
          { requiredKeys: [] },
        )
        .map((value) => {
          try {
            return JSON.stringify(value)
          } catch {
            return '{}'
          }
        }),
    )
    const anyPlace = fc.constantFrom<[Asked[0], string]>(
      ['POST', 'summaries'],
      ['PUT', 'catalogue'],
      ['POST', 'periods'],
      ['POST', 'periods/2026-H2/extend'],
      ['POST', 'periods/%00/close'],
    )
    await fc.assert(
      fc.asyncProperty(anyPlace, anyBody, fc.boolean(), async ([method, path], payload, asHr) => {
        const headers = { ...json, ...(asHr ? HR : {}), 'if-match': '"x"' }
        const { statusCode } = await endpoint.ask(method, path, { payload, headers })
        expect(statusCode).toBeGreaterThanOrEqual(400)
        expect(statusCode).toBeLessThan(500)
      }),
      { seed: 20261123, numRuns: 300 },
    )
  })

  it('but a store that fails is said to be busy, and is logged without what was sent', async () => {
    const period = await endpoint.open()
    const payload = await (await simulatedLaptop(period)).saying()
    await endpoint.deps.store.db.schema.alterTable('summaries').renameTo('gone').execute()
    const response = await endpoint.ask('POST', 'summaries', { payload })
    expect([response.statusCode, response.json<{ type: string }>().type]).toEqual([503, '/problems/busy'])
    expect(response.headers['retry-after']).toBe('5')
    const fault = expect.stringMatching(/^(SqliteError SQLITE_ERROR|error 42P01)$/)
    expect(endpoint.lines.at(-1)).toMatchObject({ event: 'fault', fault })
    expect(JSON.stringify(endpoint.lines)).not.toContain(payload.body)
  })
})

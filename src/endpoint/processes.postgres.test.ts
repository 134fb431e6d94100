import { rmSync } from 'node:fs'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { Endpoint } from '../../tests/journeys/support/endpoint'
import { builtEndpoint } from '../../tests/support/builtEndpoint'
import { IdentityProvider } from '../../tests/support/identityProvider'
import { PostgresServer } from '../../tests/support/postgresServer'
import type { CurrentPeriod } from '../contract/period'
import type { Submission } from '../contract/summary'
import { versionOf } from './digest'
import { CATALOGUE, CLOSING, HEADCOUNTS, HR, JOIN_CODE, OPENING, simulatedLaptop } from './simulated'
import { asAdministrator } from './simulatedDatabase'

const HR_TOKEN = HR.authorization.replace('Bearer ', '')
const ROUNDS = 8
const LAPTOPS = 250

let dist = ''
let server: PostgresServer
let url = ''
let databases = 0
let endpoints: Endpoint[] = []

beforeAll(async () => {
  const [built, started] = await Promise.all([
    builtEndpoint('processes', CATALOGUE),
    PostgresServer.start(inject('postgres')!.programs),
  ])
  dist = built
  server = started
})
afterAll(async () => {
  await server.discard()
  rmSync(dist, { recursive: true, force: true })
})
beforeEach(async () => {
  databases += 1
  await asAdministrator(`create database service_${databases}`, server.url())
  url = server.url(`service_${databases}`)
})
afterEach(async () => {
  await Promise.all(endpoints.map((endpoint) => endpoint.discard()))
})

/** Two processes of one service, as behind a balancer, started at the same moment on an empty database. */
async function startTwo(env: Record<string, string> = {}): Promise<Endpoint[]> {
  const secrets = { WAYMARK_HR_TOKEN: HR_TOKEN, WAYMARK_JOIN_CODE: JOIN_CODE }
  const options = { dist, env: { DATABASE_URL: url, ...secrets, ...env } }
  endpoints = await Promise.all([Endpoint.start(options), Endpoint.start(options)])
  return endpoints
}

function post(endpoint: Endpoint, path: string, body: object = {}): Promise<Response> {
  const headers = { ...HR, 'content-type': 'application/json' }
  return endpoint.call(path, { method: 'POST', headers, body: JSON.stringify(body) })
}

const opening = (id: string) => ({
  ...OPENING,
  id,
  headcounts: HEADCOUNTS,
  closes: new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10),
})
async function open(endpoint: Endpoint, id: string): Promise<CurrentPeriod> {
  const response = await post(endpoint, 'periods', opening(id))
  expect(response.status).toBe(201)
  return (await response.json()) as CurrentPeriod
}

const statusOf = (endpoint: Endpoint, submission: Submission) =>
  post(endpoint, 'summaries', submission).then(
    ({ status }) => status,
    () => 0,
  )
const kept = () => asAdministrator('select sequence::int, body from summaries order by slot', url)
const at = <T>(list: readonly T[], place: number): T => list[place % list.length]!

/** Runs work on all of these, a few at a time, as a service's laptops do. */
async function eachOf<T>(list: readonly T[], work: (item: T, place: number) => Promise<void>): Promise<void> {
  const entries = list.entries()
  const worker = async () => {
    for (const [place, item] of entries) await work(item, place)
  }
  await Promise.all(Array.from({ length: 16 }, worker))
}

it('says in one line that its database cannot be had, and stops', async () => {
  const start = (DATABASE_URL: string) => Endpoint.start({ dist, env: { DATABASE_URL } })
  const wrong = new URL(url)
  wrong.password = 'another'
  await expect(start(wrong.href)).rejects.toThrow(
    /said:\nPostgreSQL refused the name or the password in DATABASE_URL\.\n$/,
  )
  await expect(start(`${url}?sslmode=require`)).rejects.toThrow(/said:\nDATABASE_URL asks for TLS.*\n$/)
})

it('answers nobody before the secrets of its first start are kept', async () => {
  const [endpoint] = await startTwo()
  await endpoint!.stop()
  await asAdministrator(`delete from settings where name <> 'catalogue'`, url)
  const holding = new Client({ connectionString: url })
  await holding.connect()
  await holding.query('begin; lock table settings in exclusive mode')
  const starting = endpoint!.start()
  const waits = () =>
    asAdministrator(`select 1 from pg_locks where not granted and relation is not null`, url)
  await expect.poll(waits).toHaveLength(1)
  const asked = endpoint!.call('releases', { headers: HR })
  // One that answered would have done so by the time the other process has answered many.
  for (let n = 0; n < 100; n += 1) expect((await endpoints[1]!.call('catalogue')).status).toBe(200)
  expect(await Promise.race([asked, 'waits'])).toBe('waits')
  await holding.query('commit')
  expect((await asked).status).toBe(200)
  await starting
  await holding.end()
})

describe('two processes on one database', () => {
  it('make one set of links when they first start together', async () => {
    const started = await startTwo({ WAYMARK_HR_TOKEN: '', WAYMARK_JOIN_CODE: '' })
    const said = () => started.map(({ output }) => output).join('')
    await expect.poll(() => said().match(/#hr=/g)).toHaveLength(1)
    expect(said().match(/#join=/g)).toHaveLength(1)
  })

  it('open one period, whichever of them are asked at once', async () => {
    const [one, two] = await startTwo()
    for (let round = 0; round < ROUNDS; round += 1) {
      const ids = [`a-${round}`, round % 2 === 0 ? `a-${round}` : `b-${round}`]
      const answers = await Promise.all([
        post(one!, 'periods', opening(ids[0]!)),
        post(two!, 'periods', opening(ids[1]!)),
      ])
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
      const opened = answers.findIndex(({ status }) => status === 201)
      const [current, same] = await Promise.all(
        endpoints.map(
          async (endpoint) => (await (await endpoint.call('periods/current')).json()) as CurrentPeriod,
        ),
      )
      expect(current!.id).toBe(ids[opened])
      expect(same).toEqual(current)
      expect((await post(two!, `periods/${current!.id}/cancel`)).status).toBe(204)
    }
  })

  it('publish one of two catalogues that were based on the same one', async () => {
    const [one, two] = await startTwo()
    const headers = {
      ...HR,
      'content-type': 'application/json',
      'if-match': `"${versionOf(JSON.stringify(CATALOGUE))}"`,
    }
    const put = (endpoint: Endpoint, edition: string) =>
      endpoint.call('catalogue', { method: 'PUT', headers, body: JSON.stringify({ ...CATALOGUE, edition }) })
    const answers = await Promise.all([put(one!, '2'), put(two!, '3')])
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409])
    const edition = answers[0]!.status === 204 ? '2' : '3'
    for (const endpoint of endpoints) {
      expect(await (await endpoint.call('catalogue')).json()).toMatchObject({ edition })
    }
  })

  it('keep of each laptop its newest summary, once, and make one release of them when both are asked to close', async () => {
    const [one, two] = await startTwo()
    const period = await open(one!, 'many')
    const laptops = await Promise.all(Array.from({ length: LAPTOPS }, () => simulatedLaptop(period)))
    const said = await Promise.all(
      laptops.map(async (laptop) => [
        await laptop.saying({}, 1),
        await laptop.saying({ bands: { 'test-backup': 2 } }, 2),
      ]),
    )
    await eachOf(said, async ([older, newer], place) => {
      const sent = [statusOf(at(endpoints, place), newer!), statusOf(at(endpoints, place + 1), older!)]
      const again = [statusOf(one!, newer!), statusOf(two!, newer!)]
      expect(await Promise.all([...sent, ...again])).toEqual([204, 204, 204, 204])
    })
    const rows = await kept()
    expect(rows).toHaveLength(LAPTOPS)
    expect(rows.every(({ sequence }) => sequence === 2)).toBe(true)
    expect(new Set(rows.map(({ body }) => body))).toEqual(new Set(said.map(([, newer]) => newer!.body)))

    const answers = await Promise.all(
      [one!, two!, one!, two!].map((endpoint) => post(endpoint, 'periods/many/close', CLOSING)),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    const [release, ...others] = await Promise.all(answers.map((answer) => answer.json()))
    expect(release).toMatchObject({ published: true, replies: LAPTOPS, spoiled: 0 })
    for (const other of others) expect(other).toEqual(release)
    expect(await asAdministrator('select period from releases', url)).toEqual([{ period: 'many' }])
  })

  it('lose nothing they answered for when the database is cut off, and find it again by themselves', async () => {
    const [one] = await startTwo()
    const period = await open(one!, 'cut')
    const laptops = await Promise.all(Array.from({ length: LAPTOPS }, () => simulatedLaptop(period)))
    const payloads = await Promise.all(laptops.map((laptop) => laptop.saying()))
    const refused: Submission[] = []
    const answered: Submission[] = []
    let cutting: Promise<void> | undefined
    await eachOf(payloads, async (payload, place) => {
      if (place === LAPTOPS / 2) {
        cutting = server.cut()
        await cutting
        expect((await fetch(new URL('healthz', one!.url))).status).toBe(503)
      }
      const status = await statusOf(at(endpoints, place), payload)
      expect([204, 503]).toContain(status)
      ;(status === 204 ? answered : refused).push(payload)
    })
    expect(refused.length).toBeGreaterThan(0)
    await server.start()
    for (const endpoint of endpoints) {
      const health = async () => (await fetch(new URL('healthz', endpoint.url))).status
      await expect.poll(health, { timeout: 10_000 }).toBe(200)
    }
    const bodies = new Set((await kept()).map(({ body }) => body))
    expect(answered.filter(({ body }) => !bodies.has(body))).toEqual([])
    for (const payload of refused) expect(await statusOf(one!, payload)).toBe(204)
    expect(await kept()).toHaveLength(LAPTOPS)
    expect(endpoints.map(({ output }) => output).join('')).not.toContain(payloads[0]!.body)
  })

  it('share who is signed in: begun at one, come back to the other, signed out at either', async () => {
    const home = 'https://skills.example.gov.uk/'
    const provider = await IdentityProvider.made()
    await provider.start(home)
    const [one, two] = await startTwo(provider.settings(home))
    const cookiesOf = (answer: Response) => answer.headers.getSetCookie().map((set) => set.split(';')[0]!)
    const get = (endpoint: Endpoint, path: string, cookie = '') =>
      endpoint.call(path, { headers: { cookie }, redirect: 'manual' })

    const begun = await get(one!, 'sign-in/start')
    const back = await provider.visit(begun.headers.get('location')!, 'made-up-hr')
    const done = await get(two!, back.replace(`${home}api/v1/`, ''), cookiesOf(begun)[0])
    const session = cookiesOf(done).at(-1)!
    for (const endpoint of [one!, two!]) expect((await get(endpoint, 'periods', session)).status).toBe(200)

    const headers = { cookie: session, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }
    expect((await one!.call('sign-out', { method: 'POST', headers })).status).toBe(200)
    for (const endpoint of [one!, two!]) expect((await get(endpoint, 'periods', session)).status).toBe(401)
    await provider.stop()
  })

  it('stop cleanly, and let go of the database', async () => {
    const started = await startTwo()
    expect(await Promise.all(started.map((endpoint) => endpoint.stop()))).toEqual([0, 0])
    const left = await asAdministrator(
      `select 1 from pg_stat_activity where application_name = 'waymark'`,
      url,
    )
    expect(left).toEqual([])
  })
})

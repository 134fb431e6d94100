import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { Submission } from '../contract/summary'
import { fetchCatalogue, fetchCatalogueVersion, publishCatalogue } from './catalogue'
import { versionOf } from './digest'
import { fetchCurrentPeriod } from './periods'
import { EndpointProblem, retryAfterFrom } from './problem'
import { fetchReleases } from './releases'
import { sendSummary } from './summaries'

/** A real HTTP server that answers as told, and remembers what it was asked. */
let server: Server | undefined
let base = ''
let asked: { url: string; headers: IncomingMessage['headers']; body: string }[] = []

async function answering(answer: (response: ServerResponse) => void): Promise<void> {
  asked = []
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      asked.push({ url: request.url ?? '', headers: request.headers, body })
      answer(response)
    })
  })
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/waymark/`
}

afterEach(async () => {
  server?.closeAllConnections()
  await new Promise((resolve) => (server === undefined ? resolve(undefined) : server.close(resolve)))
  server = undefined
})

const submission: Submission = {
  v: 1,
  period: '2026-H2',
  publicKey: 'A'.repeat(87),
  sequence: 1,
  signature: 'A'.repeat(86),
  body: 'e30',
  joinCode: 'oak-and-ash',
}

const catalogueText = JSON.stringify({
  v: 1,
  title: 'County',
  edition: '1',
  language: 'en-GB',
  frameworks: [
    {
      key: 'county',
      version: '1',
      title: 'County',
      language: 'en-GB',
      licence: { title: 'Ours', attribution: 'Ours', redistributable: 'yes' },
      scale: { levels: [{ ordinal: 1, label: 'Aware' }] },
      groups: [],
      skills: [],
      families: [],
      ladders: [],
      roles: [],
    },
  ],
  before: { title: 'Now', units: [], posts: [] },
  after: { title: 'New', units: [], posts: [] },
  successions: [],
  moves: [],
  strands: [],
})

async function problemOf(call: Promise<unknown>): Promise<EndpointProblem> {
  const reason: unknown = await call.then(
    () => 'it succeeded',
    (caught: unknown) => caught,
  )
  expect(reason).toBeInstanceOf(EndpointProblem)
  return reason as EndpointProblem
}

function refusal(status: number, type: string, headers: Record<string, string> = {}) {
  return (response: ServerResponse) =>
    response
      .writeHead(status, { 'content-type': 'application/problem+json', ...headers })
      .end(JSON.stringify({ type, title: 'Refused', status }))
}

describe('a call to the endpoint', () => {
  it('goes to api/v1 under the address of the app, with no cookie and no referrer', async () => {
    await answering((response) => response.writeHead(204).end())
    await sendSummary(submission, { base })
    expect(asked[0]?.url).toBe('/waymark/api/v1/summaries')
    expect(asked[0]?.headers).not.toHaveProperty('cookie')
    expect(asked[0]?.headers).not.toHaveProperty('referer')
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual(submission)
  })

  it('tells a refusal by its type, with its status, a sentence and how long to wait', async () => {
    await answering(refusal(429, '/problems/too-many', { 'retry-after': '90' }))
    const problem = await problemOf(sendSummary(submission, { base }))
    expect(problem).toMatchObject({ kind: 'too-many', status: 429, retryAfter: 90_000 })
    expect(problem.sentence).toMatch(/wait/)
  })

  it('tells no answer at all from a refusal', async () => {
    await answering((response) => response.destroy())
    expect(await problemOf(sendSummary(submission, { base }))).toMatchObject({ kind: 'network', status: 0 })
  })

  it('does not take a proxy’s error page for the endpoint’s word', async () => {
    await answering((response) =>
      response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Gone</h1>'),
    )
    expect(await problemOf(sendSummary(submission, { base }))).toMatchObject({
      kind: 'unexpected',
      status: 404,
    })
  })

  it('does not take a captive portal’s 200 for a summary received', async () => {
    await answering((response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Log in</h1>'),
    )
    expect(await problemOf(sendSummary(submission, { base }))).toMatchObject({
      kind: 'unexpected',
      status: 200,
    })
  })

  it('does not follow a redirect', async () => {
    await answering((response) => response.writeHead(302, { location: 'https://portal.example/' }).end())
    expect(await problemOf(sendSummary(submission, { base }))).toMatchObject({ kind: 'network' })
  })

  it('refuses an answer that does not fit its schema, saying where', async () => {
    await answering((response) => response.writeHead(200).end('{"v":1,"releases":[{"period":"2026-H2"}]}'))
    const problem = await problemOf(fetchReleases({ token: 'token' }, { base }))
    expect(problem.kind).toBe('unexpected')
    expect(problem.sentence).toMatch(/releases\.0/)
    expect(asked[0]?.headers.authorization).toBe('Bearer token')
  })
})

describe('Retry-After', () => {
  it('is seconds, or a date, or nothing that can be read', () => {
    const now = Date.parse('2026-11-23T09:00:00Z')
    expect(retryAfterFrom('120', now)).toBe(120_000)
    expect(retryAfterFrom('Mon, 23 Nov 2026 09:01:00 GMT', now)).toBe(60_000)
    expect(retryAfterFrom('Mon, 23 Nov 2026 08:00:00 GMT', now)).toBe(0)
    expect(retryAfterFrom('soon', now)).toBeUndefined()
    expect(retryAfterFrom(null, now)).toBeUndefined()
  })
})

describe('the catalogue', () => {
  it('comes as its exact text, named by the hash of its bytes', async () => {
    const version = await versionOf(catalogueText)
    await answering((response) => response.writeHead(200, { etag: `"${version}"` }).end(catalogueText))
    expect(await fetchCatalogue('sha256-older', { base })).toEqual({ version, text: catalogueText })
    expect(asked[0]?.headers['if-none-match']).toBe('"sha256-older"')
  })

  it('is left where it is when nothing newer is published', async () => {
    await answering((response) => response.writeHead(304).end())
    expect(await fetchCatalogue('sha256-same', { base })).toBeUndefined()
  })

  it('is refused where its bytes are not those of its ETag', async () => {
    await answering((response) => response.writeHead(200, { etag: '"sha256-other"' }).end(catalogueText))
    expect(await problemOf(fetchCatalogue(undefined, { base }))).toMatchObject({ kind: 'unexpected' })
  })

  it('is refused where it is not the version asked for', async () => {
    await answering((response) => response.writeHead(200).end(`${catalogueText} `))
    const version = await versionOf(catalogueText)
    expect(await problemOf(fetchCatalogueVersion(version, { base }))).toMatchObject({ kind: 'unexpected' })
  })

  it('is published byte for byte, on what it was based on', async () => {
    await answering((response) => response.writeHead(204).end())
    const version = await publishCatalogue(catalogueText, 'sha256-base', { token: 'token' }, { base })
    expect(asked[0]?.body).toBe(catalogueText)
    expect(asked[0]?.headers['if-match']).toBe('"sha256-base"')
    expect(version).toBe(await versionOf(catalogueText))
  })
})

describe('the current period', () => {
  // In another order than the schema's: the hash is of the grid as it was stored.
  const grid = {
    cells: [{ headcount: 40, label: 'All', id: 'c01', parts: [{ family: 'county-f', unit: 'county-u' }] }],
  }
  const period = async () => ({
    v: 1,
    id: '2026-H2',
    opens: '2026-10-01',
    closes: '2026-11-23',
    floor: 10,
    epsilon: 1,
    replies: 30,
    catalogue: await versionOf(catalogueText),
    gridHash: await versionOf(JSON.stringify(grid)),
    grid,
  })

  it('is taken where its grid is the one its hash names', async () => {
    const text = JSON.stringify(await period(), null, 2)
    await answering((response) => response.writeHead(200).end(text))
    expect((await fetchCurrentPeriod({ base }))?.grid.cells[0]?.headcount).toBe(40)
  })

  it('is refused where the grid was changed after it was hashed', async () => {
    const text = JSON.stringify(await period()).replace('"headcount":40', '"headcount":41')
    await answering((response) => response.writeHead(200).end(text))
    const problem = await problemOf(fetchCurrentPeriod({ base }))
    expect(problem.sentence).toMatch(/grid/)
  })

  it('may be none, which is an answer and no fault', async () => {
    await answering(refusal(404, '/problems/no-period'))
    expect(await fetchCurrentPeriod({ base })).toBeUndefined()
  })
})

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { IdentityProvider } from '../../../tests/support/identityProvider'
import { CATALOGUE, HR, OPENING, simulatedLaptop, type SimulatedEndpoint } from '../simulated'
import { tidy } from '../tidy'
import { cookieOf, HOME, kindOf, locationOf, OURS, setCookies, simulatedSignIn } from './simulatedSignIn'

let provider: IdentityProvider
let here: Awaited<ReturnType<typeof simulatedSignIn>>
let endpoint: SimulatedEndpoint

beforeAll(async () => {
  provider = await IdentityProvider.made()
  await provider.start(HOME)
})
afterAll(() => provider.stop())
beforeEach(async () => {
  here = await simulatedSignIn(provider)
  endpoint = here.endpoint
})
afterEach(() => endpoint.end())

describe('the two roles', () => {
  const etag = async () => String((await endpoint.ask('GET', 'catalogue')).headers.etag)
  const publish = async (cookie: string) =>
    endpoint.ask('PUT', 'catalogue', {
      headers: { ...OURS, cookie, 'if-match': await etag() },
      payload: { ...CATALOGUE, edition: '2' },
    })

  it('let HR run periods and read releases, and not publish', async () => {
    const cookie = cookieOf(await here.signIn('made-up-hr'))
    expect((await here.call(cookie, 'POST', 'periods', OPENING)).statusCode).toBe(201)
    expect((await here.call(cookie, 'GET', 'releases')).statusCode).toBe(200)
    const refused = await publish(cookie)
    expect([refused.statusCode, kindOf(refused)]).toEqual([403, '/problems/role'])
    expect(refused.headers['content-type']).toMatch(/^application\/problem\+json/)
  })

  it('let a publisher publish, and not run periods or read releases', async () => {
    const cookie = cookieOf(await here.signIn('made-up-publisher'))
    expect((await publish(cookie)).statusCode).toBe(204)
    for (const refused of [
      await here.call(cookie, 'POST', 'periods', OPENING),
      await here.call(cookie, 'GET', 'periods'),
      await here.call(cookie, 'GET', 'releases'),
    ]) {
      expect([refused.statusCode, kindOf(refused)]).toEqual([403, '/problems/role'])
    }
  })

  it('are both the token’s, and a wrong token is no better for a cookie beside it', async () => {
    const cookie = cookieOf(await here.signIn('made-up-both'))
    const published = await endpoint.ask('PUT', 'catalogue', {
      headers: { ...HR, 'if-match': await etag() },
      payload: { ...CATALOGUE, edition: '2' },
    })
    expect(published.statusCode).toBe(204)
    expect((await endpoint.ask('POST', 'periods', { headers: HR, payload: OPENING })).statusCode).toBe(201)
    const headers = { ...OURS, cookie, authorization: 'Bearer another-token' }
    expect((await endpoint.ask('GET', 'periods', { headers })).statusCode).toBe(401)
  })

  it('stand in the log with who acted, as the provider knows them', async () => {
    const cookie = cookieOf(await here.signIn('made-up-both'))
    await here.call(cookie, 'POST', 'periods', OPENING)
    await publish(cookie)
    expect(endpoint.lines).toEqual([
      {
        event: 'period opened',
        period: '2026-H2',
        closes: '2026-11-30',
        by: 'hr',
        subject: 'made-up-both',
      },
      {
        event: 'catalogue published',
        catalogue: expect.any(String) as string,
        by: 'publisher',
        subject: 'made-up-both',
      },
    ])
  })
})

describe('a call with the cookie', () => {
  it('is refused where another site could have sent it, and changes nothing', async () => {
    const cookie = cookieOf(await here.signIn('made-up-both'))
    const json = 'application/json'
    for (const [from, status] of [
      [{ 'sec-fetch-site': 'cross-site', 'content-type': json }, 403],
      [{ 'sec-fetch-site': 'same-site', 'content-type': json }, 403],
      [{ 'sec-fetch-site': 'none', 'content-type': json }, 403],
      [{ 'content-type': json }, 403],
      [{ origin: 'https://evil.example', 'content-type': json }, 403],
      [{ origin: 'null', 'content-type': json }, 403],
      [{ 'sec-fetch-site': 'cross-site', origin: new URL(HOME).origin, 'content-type': json }, 403],
      [{ 'sec-fetch-site': 'same-origin', 'content-type': 'text/plain' }, 415],
    ] as const) {
      const headers = { ...from, cookie }
      const opened = await endpoint.ask('POST', 'periods', { headers, payload: JSON.stringify(OPENING) })
      const left = await endpoint.ask('POST', 'sign-out', { headers })
      expect([from, opened.statusCode, left.statusCode]).toEqual([from, status, status])
    }
    const bare = await endpoint.ask('POST', 'sign-out', {
      headers: { 'sec-fetch-site': 'same-origin', cookie },
    })
    expect(bare.statusCode).toBe(415)
    expect((await endpoint.ask('GET', 'periods/current')).statusCode).toBe(404)
    expect(await here.sessions()).toHaveLength(1)
  })

  it('is read from no cookie that a neighbour of the same domain could set', async () => {
    const planted = cookieOf(await here.signIn('made-up-hr'))
    expect((await here.call(`\u00a0${planted}`, 'GET', 'periods')).statusCode).toBe(401)
    const { cookie, back } = await here.goAs('made-up-hr')
    const done = await endpoint.ask('GET', back, { headers: { cookie: `\u00a0${cookie}` } })
    expect([locationOf(done), cookieOf(done)]).toEqual([`${HOME}workforce?sign-in=expired`, ''])
  })

  it('is good from a browser that only says where the page is from', async () => {
    const cookie = cookieOf(await here.signIn('made-up-hr'))
    const headers = { cookie, origin: new URL(HOME).origin }
    expect((await endpoint.ask('POST', 'periods', { headers, payload: OPENING })).statusCode).toBe(201)
  })

  it('is looked at by no address for anyone, which set none either', async () => {
    const cookie = cookieOf(await here.signIn('made-up-both'))
    const period = await endpoint.open()
    const submission = await (await simulatedLaptop(period)).saying()
    const before = await here.sessions()
    endpoint.clock.now = '2026-11-23T10:30:00Z'
    for (const answer of [
      await here.call(cookie, 'GET', 'catalogue'),
      await here.call(cookie, 'GET', `catalogue/${period.catalogue}`),
      await here.call(cookie, 'GET', 'periods/current'),
      await here.call(cookie, 'POST', 'summaries', submission),
    ]) {
      expect([answer.statusCode < 300, setCookies(answer)]).toEqual([true, []])
    }
    expect(await here.sessions()).toEqual(before)
    const foreign = { cookie, 'sec-fetch-site': 'cross-site' }
    const sent = await endpoint.ask('POST', 'summaries', { headers: foreign, payload: submission })
    expect(sent.statusCode).toBe(204)
  })
})

describe('a session', () => {
  const statusAt = async (cookie: string, now: string) => {
    endpoint.clock.now = now
    return (await here.call(cookie, 'GET', 'periods')).statusCode
  }

  it('ends after an hour in which nothing is done, and is forgotten then', async () => {
    const cookie = cookieOf(await here.signIn('made-up-hr'))
    expect(await statusAt(cookie, '2026-11-23T10:59:00Z')).toBe(200)
    expect(await statusAt(cookie, '2026-11-23T11:58:00Z')).toBe(200)
    expect(await statusAt(cookie, '2026-11-23T12:58:00Z')).toBe(401)
    expect((await here.call(cookie, 'GET', 'sign-in')).json()).toEqual({ v: 1, with: 'Example County' })
    await tidy(endpoint.deps)
    expect(await here.sessions()).toEqual([])
  })

  it('ends after eight hours, whatever is done', async () => {
    const cookie = cookieOf(await here.signIn('made-up-hr'))
    for (const at of [
      '10:50',
      '11:40',
      '12:30',
      '13:20',
      '14:10',
      '15:00',
      '15:50',
      '16:40',
      '17:30',
      '17:59',
    ])
      expect(await statusAt(cookie, `2026-11-23T${at}:00Z`)).toBe(200)
    expect(await statusAt(cookie, '2026-11-23T18:00:00Z')).toBe(401)
  })

  it('ends by signing out, which takes the cookie away and tells where to sign out of the provider', async () => {
    const cookie = cookieOf(await here.signIn('made-up-hr'))
    const left = await here.call(cookie, 'POST', 'sign-out')
    expect(left.statusCode).toBe(200)
    expect(setCookies(left)).toEqual(['__Host-waymark=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0'])
    const { end } = left.json<{ end: string }>()
    expect(end.startsWith(`${provider.issuer}/session/end?`)).toBe(true)
    expect((await fetch(end)).status).toBe(200)
    expect((await here.call(cookie, 'GET', 'periods')).statusCode).toBe(401)
    expect(await here.sessions()).toEqual([])
  })

  it('is no good to an endpoint that has no identity provider any more', async () => {
    const cookie = cookieOf(await here.signIn('made-up-hr'))
    delete endpoint.deps.identity
    expect((await here.call(cookie, 'GET', 'periods')).statusCode).toBe(401)
    expect((await here.call(cookie, 'GET', 'sign-in')).json()).toEqual({ v: 1 })
    for (const path of ['sign-in/start', 'sign-in/callback?code=a'])
      expect((await endpoint.ask('GET', path)).statusCode).toBe(404)
    expect((await here.call(cookie, 'POST', 'sign-out')).statusCode).toBe(404)
  })
})

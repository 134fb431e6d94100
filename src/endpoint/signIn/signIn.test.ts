import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { IdentityProvider } from '../../../tests/support/identityProvider'
import { HR, type SimulatedEndpoint } from '../simulated'
import { cookieOf, faultOf, HOME, locationOf, setCookies, simulatedSignIn } from './simulatedSignIn'

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

describe('signing in', () => {
  it('leads to the provider and back to the page one came from, signed in until the cookie ends', async () => {
    const { cookie, back, begun } = await here.goAs('made-up-both', { to: '?to=workforce%3Fopen%3Dnew' })
    const asked = new URL(locationOf(begun)).searchParams
    expect(asked.get('code_challenge_method')).toBe('S256')
    expect(asked.get('redirect_uri')).toBe(`${HOME}api/v1/sign-in/callback`)
    expect(asked.get('scope')).toBe('openid')
    const done = await endpoint.ask('GET', back, { headers: { cookie } })
    expect([done.statusCode, locationOf(done)]).toEqual([303, `${HOME}workforce?open=new`])
    const { with: name, who } = (await here.call(cookieOf(done), 'GET', 'sign-in')).json()
    expect(name).toBe('Example County')
    expect(who).toEqual({
      subject: 'made-up-both',
      roles: ['hr', 'publisher'],
      ends: '2026-11-23T18:00:00.000Z',
    })
  })

  it('gives cookies that only this host sets and sees, by TLS, that no script reads', async () => {
    const { cookie, back, begun } = await here.goAs('made-up-hr')
    expect(setCookies(begun)).toEqual([
      expect.stringMatching(
        /^__Host-waymark-sign-in=[\w-]+; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=600$/,
      ),
    ])
    expect(setCookies(await endpoint.ask('GET', back, { headers: { cookie } }))).toEqual([
      '__Host-waymark-sign-in=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0',
      expect.stringMatching(/^__Host-waymark=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax$/),
    ])
  })

  it('keeps neither the cookie nor anything of the person but the id and the roles', async () => {
    const cookie = cookieOf(await here.signIn('made-up-hr'))
    const kept = await here.sessions()
    expect(kept).toEqual([
      {
        hash: expect.stringMatching(/^[\w-]{43}$/) as string,
        subject: 'made-up-hr',
        roles: 'hr',
        ends: '2026-11-23T18:00:00.000Z',
        lapses: '2026-11-23T11:00:00.000Z',
      },
    ])
    expect(JSON.stringify(kept)).not.toContain(cookie.split('=')[1])
  })

  it('works as a public client too, by PKCE without a secret', async () => {
    const open = await IdentityProvider.made({ isPublic: true })
    await open.start(HOME)
    here.signInWith(open)
    const begun = await endpoint.ask('GET', 'sign-in/start')
    const { search } = new URL(await open.visit(locationOf(begun), 'made-up-hr'))
    const done = await endpoint.ask('GET', `sign-in/callback${search}`, {
      headers: { cookie: cookieOf(begun) },
    })
    expect(cookieOf(done)).toMatch(/^__Host-waymark=/)
    await open.stop()
  })

  it('reads the roles where the settings say they are', async () => {
    here.signInWith(provider, {
      WAYMARK_OIDC_ROLES_CLAIM: 'realm_access.roles',
      WAYMARK_OIDC_PUBLISHER_ROLE: 'canteen',
    })
    expect(cookieOf(await here.signIn('made-up-hr'))).not.toBe('')
    expect((await here.sessions()).map(({ roles }) => roles)).toEqual(['hr publisher'])
  })

  it('takes nobody in whom the provider gives neither role, and says so', async () => {
    const done = await here.signIn('made-up-neither')
    expect([locationOf(done), cookieOf(done)]).toEqual([`${HOME}workforce?sign-in=no-role`, ''])
    expect(await here.sessions()).toEqual([])
    expect(endpoint.lines).toEqual([{ event: 'sign-in refused', why: 'no-role', code: 'no-role' }])
  })

  it('lets the provider ask who it is where one uses another account, and only there', async () => {
    const promptOf = async (query: string) =>
      new URL(locationOf(await endpoint.ask('GET', `sign-in/start?${query}`))).searchParams.get('prompt')
    expect(await promptOf('to=workforce&account=another')).toBe('login')
    expect(await promptOf('to=workforce')).toBeNull()
    expect(await promptOf('to=workforce&account=consent&prompt=none')).toBeNull()
    const done = await here.signIn('made-up-hr', { to: '?account=another' })
    expect(cookieOf(done)).toMatch(/^__Host-waymark=/)
  })

  it('replaces whoever was signed in in this browser', async () => {
    const first = cookieOf(await here.signIn('made-up-hr'))
    const { cookie, back } = await here.goAs('made-up-publisher')
    await endpoint.ask('GET', back, { headers: { cookie: `${cookie}; ${first}` } })
    expect((await here.sessions()).map(({ subject }) => subject)).toEqual(['made-up-publisher'])
  })

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    'https://intranet.example.gov.uk.evil.example/waymark/',
    'https://intranet.example.gov.uk@evil.example/waymark/',
    '../elsewhere',
    'api/v1/sign-in/start',
    'javascript:alert(1)',
    'x'.repeat(600),
  ])('never leads to anywhere but a page of our own: %s', async (to) => {
    const done = await here.signIn('made-up-hr', { to: `?to=${encodeURIComponent(to)}` })
    expect(locationOf(done)).toBe(`${HOME}workforce`)
  })
})

describe('a sign-in that is not what it should be', () => {
  it('is refused with another state than it was begun with', async () => {
    const { cookie, back } = await here.goAs('made-up-hr')
    const forged = back.replace(/state=[^&]+/, `state=${'A'.repeat(43)}`)
    expect(faultOf(await endpoint.ask('GET', forged, { headers: { cookie } }))).toBe('expired')
  })

  it('is refused in a browser that did not begin it', async () => {
    const { back } = await here.goAs('made-up-hr')
    for (const cookie of ['', '__Host-waymark-sign-in=e30', '__Host-waymark-sign-in=%%%']) {
      const done = await endpoint.ask('GET', back, { headers: { cookie } })
      expect([locationOf(done), cookieOf(done)]).toEqual([`${HOME}workforce?sign-in=expired`, ''])
    }
    const other = await endpoint.ask('GET', 'sign-in/start')
    const done = await endpoint.ask('GET', back, { headers: { cookie: cookieOf(other) } })
    expect(faultOf(done)).toBe('expired')
  })

  it('is refused where the ID token is for another nonce', async () => {
    const change = (address: string) => address.replace(/nonce=[^&]+/, `nonce=${'N'.repeat(43)}`)
    expect(faultOf(await here.signIn('made-up-hr', { change }))).toBe('failed')
    expect(endpoint.lines).toMatchObject([
      { event: 'sign-in failed', code: 'OAUTH_JWT_CLAIM_COMPARISON_FAILED' },
    ])
  })

  it('is refused where the code was made for another verifier', async () => {
    const change = (address: string) =>
      address.replace(/code_challenge=[^&]+/, `code_challenge=${'C'.repeat(43)}`)
    expect(faultOf(await here.signIn('made-up-hr', { change }))).toBe('expired')
  })

  it('is refused with a code that was used already, or made up', async () => {
    const { cookie, back } = await here.goAs('made-up-hr')
    const once = await endpoint.ask('GET', back, { headers: { cookie } })
    expect(faultOf(once)).toBeNull()
    expect(faultOf(await endpoint.ask('GET', back, { headers: { cookie } }))).toBe('expired')
    const forged = back.replace(/code=[^&]+/, 'code=made-up')
    expect(faultOf(await endpoint.ask('GET', forged, { headers: { cookie } }))).toBe('expired')
    expect(await here.sessions()).toHaveLength(1)
  })

  it('is refused where another provider answers in this one’s place', async () => {
    const { cookie, back } = await here.goAs('made-up-hr')
    const forged = back.replace(/iss=[^&]+/, `iss=${encodeURIComponent('https://evil.example')}`)
    expect(faultOf(await endpoint.ask('GET', forged, { headers: { cookie } }))).toBe('failed')
  })

  it('is told from one that its person stopped', async () => {
    const { cookie, back } = await here.goAs('made-up-hr')
    const state = /state=[^&]+/.exec(back)![0]
    const iss = /iss=[^&]+/.exec(back)![0]
    const stopped = `sign-in/callback?error=access_denied&${state}&${iss}`
    expect(faultOf(await endpoint.ask('GET', stopped, { headers: { cookie } }))).toBe('declined')
  })

  it('fails with a wrong secret, and the log says which it was without saying it', async () => {
    here.signInWith(provider, { WAYMARK_OIDC_CLIENT_SECRET: 'not-the-secret' })
    expect(faultOf(await here.signIn('made-up-hr'))).toBe('failed')
    expect(endpoint.lines).toEqual([{ event: 'sign-in failed', why: 'failed', code: 'invalid_client' }])
  })

  it('logs nothing that a stranger wrote', async () => {
    const begun = await endpoint.ask('GET', 'sign-in/start')
    const state = new URL(locationOf(begun)).searchParams.get('state')!
    for (const error of ['made up\n"by": "hr"', 'made_up_word', 'server_error']) {
      const query = new URLSearchParams({ error, state, iss: provider.issuer })
      await endpoint.ask('GET', `sign-in/callback?${query}`, { headers: { cookie: cookieOf(begun) } })
    }
    expect(endpoint.lines.map((line) => 'code' in line && line.code)).toEqual([
      'OAUTH_AUTHORIZATION_RESPONSE_ERROR',
      'OAUTH_AUTHORIZATION_RESPONSE_ERROR',
      'server_error',
    ])
  })
})

it('serves while the provider is down, says so to whoever would sign in, and works once it is up', async () => {
  const late = await IdentityProvider.made()
  here.signInWith(late)
  const begun = await endpoint.ask('GET', 'sign-in/start?to=workforce')
  expect([locationOf(begun), cookieOf(begun)]).toEqual([`${HOME}workforce?sign-in=unreachable`, ''])
  expect(endpoint.lines).toMatchObject([{ event: 'sign-in failed', code: 'ECONNREFUSED' }])
  expect((await endpoint.ask('GET', 'periods', { headers: HR })).statusCode).toBe(200)
  await late.start(HOME)
  const again = await endpoint.ask('GET', 'sign-in/start')
  const { search } = new URL(await late.visit(locationOf(again), 'made-up-hr'))
  await late.stop()
  const back = () =>
    endpoint.ask('GET', `sign-in/callback${search}`, { headers: { cookie: cookieOf(again) } })
  expect(faultOf(await back())).toBe('unreachable')
})

import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page, Request } from 'playwright'
import { IdentityProvider } from '../support/identityProvider.ts'
import { Endpoint, JOIN_CODE } from './support/endpoint.ts'
import { Laptop } from './support/laptop.ts'
import { builtInCatalogue, storedSummaries } from './support/service.ts'
import { chooseRole, rateByKey, saved } from './support/skills.ts'

let provider: IdentityProvider
let endpoint: Endpoint
let laptop: Laptop
let page: Page

const catalogue = builtInCatalogue()
const framework = catalogue.frameworks[0]!
const post = catalogue.after.posts[0]!
const role = framework.roles.find(({ id }) => id === post.role)!
const skill = framework.skills.find(({ id }) => id === role.requirements[0]!.skill)!

beforeAll(async () => {
  provider = await IdentityProvider.made()
  endpoint = await Endpoint.start({ basePath: '/waymark/', env: (url) => provider.settings(url) })
  laptop = await Laptop.open()
})
afterAll(async () => {
  expect(laptop.complaints.all).toEqual([])
  await laptop.discard()
  await endpoint.discard()
  await provider.stop()
})

const address = (path: string) => new URL(path, endpoint.url).href
const toProvider = () => page.getByRole('link', { name: 'Sign in with Example County' }).click()
const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
const says = (words: string | RegExp) => page.getByText(words).first().waitFor()

/** On the provider's own page, as a person there does. */
async function answer(person: string, button = 'Continue'): Promise<void> {
  await page.getByRole('heading', { name: 'Example County' }).waitFor()
  expect(page.url().startsWith(provider.issuer)).toBe(true)
  await page.getByLabel('Who are you?').fill(person)
  await press(button)
}

/** Cookies know no ports: the provider's are of the same host. */
async function ourCookies() {
  const all = await laptop.context.cookies(endpoint.url)
  return all.filter(({ name }) => name.startsWith('__Host-'))
}

/** As somebody else: the provider, too, forgets who was here. */
async function startAnew(): Promise<void> {
  await laptop.context.clearCookies()
  await page.goto(address('workforce'))
}

it('serves while the provider is down, and says so to who starts it and to who would sign in', async () => {
  await expect.poll(() => endpoint.output).toContain('does not answer yet: people can sign in once it does')
  page = await laptop.visit(address('workforce'))
  await toProvider()
  await says('The sign-in service of your organisation cannot be reached now.')
  expect(page.url()).toBe(address('workforce'))
})

it('leads by the provider’s own page back to Workforce, signed in as HR', async () => {
  await provider.start(endpoint.url)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.reload()
  await toProvider()
  await answer('made-up-hr')
  await says(/Signed in as HR\. The log of the service knows you as/)
  expect(page.url()).toBe(address('workforce'))
  expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
})

it('keeps the sign-in where no script of the page can read it', async () => {
  const [cookie, ...more] = await ourCookies()
  expect(more).toEqual([])
  expect(cookie).toMatchObject({
    name: '__Host-waymark',
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
  })
  const readable = () => page.evaluate(() => [document.cookie, JSON.stringify({ ...sessionStorage })].join())
  expect(await readable()).not.toContain(cookie!.value)
})

it('loses nothing typed when the sign-in ends while a period is being opened', async () => {
  await page.getByRole('link', { name: 'Open a period' }).click()
  await page.getByLabel('Name of the period').fill('typed-before')
  for (const button of ['Save the key file', 'Save it again']) {
    const download = page.waitForEvent('download')
    await press(button)
    await (await download).path()
  }
  await laptop.context.clearCookies({ name: '__Host-waymark' })
  await press('Open the period')
  await says('Your sign-in has ended,')
  await toProvider()
  // The provider still knows who this is, and asks nothing.
  await says(/Signed in as HR/)
  expect(await page.getByLabel('Name of the period').inputValue()).toBe('typed-before')
  for (const button of ['Save the key file', 'Save it again']) {
    const download = page.waitForEvent('download')
    await press(button)
    await (await download).path()
  }
  await press('Open the period')
  await page.getByRole('heading', { name: 'Period typed-before' }).waitFor()
  expect(endpoint.output).toContain('"event":"period opened","period":"typed-before"')
  expect(endpoint.output).toMatch(/"event":"period opened".*"by":"hr","subject":"made-up-hr"/)
})

it('sends the summary of somebody who is signed in without a cookie, and asks for the catalogue so', async () => {
  const asked: Request[] = []
  laptop.context.on('request', (request) => asked.push(request))
  await page.goto(address('skills'))
  await chooseRole(page, role.name)
  await rateByKey(page, skill.name, '3')
  await saved(page)
  await page.goto(`${endpoint.url}#join=${JOIN_CODE}`)
  await page.reload()
  await press('Turn sharing on')
  await page.getByLabel('Your unit').selectOption(post.unit)
  await page.getByLabel('Your role').selectOption(post.role)
  await press('Send')
  await page.getByRole('heading', { name: 'Sent', exact: true }).waitFor()
  expect(storedSummaries(endpoint)).toHaveLength(1)
  await page.goto(address('workforce'))
  await says(/Signed in as HR/)
  await page.getByRole('heading', { name: 'Period typed-before' }).waitFor()

  const calls = asked.filter((request) => request.url().includes('/api/v1/'))
  const cookies = new Map<string, boolean>()
  for (const call of calls) {
    const path = call
      .url()
      .replace(/.*\/api\/v1\//, '')
      .replace(/sha256-.*/, '…')
    const headers = await call.allHeaders()
    cookies.set(path, (cookies.get(path) ?? false) || 'cookie' in headers)
  }
  expect(cookies.get('summaries')).toBe(false)
  expect([...cookies].filter(([path]) => /^(catalogue|periods\/current|moved)/.test(path))).toContainEqual([
    'periods/current',
    false,
  ])
  const withCookie = [...cookies].filter(([, is]) => is).map(([path]) => path)
  expect(withCookie.sort()).toEqual(['periods', 'releases', 'sign-in'])
})

it('does nothing that a neighbour’s page makes this browser ask with the cookie', async () => {
  const neighbour = await laptop.context.newPage()
  await neighbour.goto(`${provider.issuer}/interaction/none`)
  const target = address('api/v1/periods/typed-before/cancel')
  const refused = neighbour.waitForResponse(target)
  await neighbour.evaluate((action) => {
    const form = Object.assign(document.createElement('form'), {
      action,
      method: 'post',
      enctype: 'text/plain',
    })
    document.body.append(form)
    form.submit()
  }, target)
  // Another port of this host is the same site as far as cookies go: it came along, or the refusal would be another.
  expect([(await refused).status(), await (await refused).json()]).toEqual([
    403,
    expect.objectContaining({ type: '/problems/foreign' }),
  ])
  expect((await endpoint.call('periods/current')).status).toBe(200)
  await neighbour.close()
})

it('signs out, here and with a way to do so at the provider, and takes what was read along', async () => {
  await press('Sign out')
  await says('You are signed out of Waymark.')
  const there = await page.getByRole('link', { name: 'sign out there too' }).getAttribute('href')
  expect(there).toContain(`${provider.issuer}/session/end`)
  expect(await ourCookies()).toEqual([])
  await page.reload()
  await toProvider()
  await says(/Signed in as HR/)
})

it('tells a publisher that Workforce is HR’s', async () => {
  await startAnew()
  await toProvider()
  await answer('made-up-publisher')
  await says('Your account publishes the catalogue; periods and releases are for HR.')
  expect(await page.getByRole('button', { name: 'Close now' }).count()).toBe(0)
})

it('says clearly why who has neither role, or stopped half-way, is not signed in', async () => {
  await startAnew()
  await toProvider()
  await answer('made-up-neither')
  await says('Your account may neither work as HR nor publish here.')
  await laptop.context.clearCookies()
  await toProvider()
  await answer('', 'Stop')
  await says('The sign-in was stopped before its end.')
  expect(page.url()).toBe(address('workforce'))
})

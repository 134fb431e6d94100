import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { FastifyInstance, RouteOptions } from 'fastify'
import type { InjectOptions } from 'light-my-request'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { CATALOGUE, CLOSING, HR, OPENING, simulatedEndpoint, simulatedLaptop } from '../simulated'
import type { SimulatedEndpoint } from '../simulated'
import { readEnvironment } from '../environment'
import { providerOf } from '../signIn/provider'
import { signInSettings } from '../signIn/settings'
import { HOME, OURS } from '../signIn/simulatedSignIn'
import { createServer } from './server'

const PUBLIC = { PUBLIC_URL: HOME, BASE_PATH: '/waymark/' }

interface Content {
  content?: Record<string, { schema: AnySchemaObject }>
}
interface Operation {
  operationId: string
  requestBody?: Content & { required: boolean }
  responses: Record<string, Content>
}
interface Document {
  openapi: string
  servers: { url: string }[]
  paths: Record<string, Record<string, Operation>>
  components: { schemas: AnySchemaObject }
}

let endpoint: SimulatedEndpoint
let document: Document

beforeEach(async () => {
  endpoint = await simulatedEndpoint(1, '/waymark/')
  document = (await endpoint.ask('GET', 'openapi.json')).json<Document>()
})
afterEach(() => endpoint.end())

it('is a valid OpenAPI 3.1 document, at the address it serves below', async () => {
  const validator = new Validator()
  expect(await validator.validate({ ...document })).toEqual({ valid: true })
  expect(validator.version).toBe('3.1')
  expect(document.servers).toEqual([{ url: '/waymark' }])
  const ids = Object.values(document.paths).flatMap((path) =>
    Object.values(path).map(({ operationId }) => operationId),
  )
  expect(new Set(ids).size).toBe(ids.length)
})

/** Every method and address that a server really has, as Fastify itself tells when each is added. */
async function realRoutes(): Promise<{ server: FastifyInstance; routes: [string, string][] }> {
  const routes: [string, string][] = []
  const listen = (message: unknown): void => {
    const { fastify } = message as { fastify: FastifyInstance }
    fastify.addHook('onRoute', ({ method, url }: RouteOptions) => {
      routes.push(...[method].flat().map((one): [string, string] => [one, url]))
    })
  }
  subscribe('fastify.initialization', listen)
  const server = createServer(endpoint.deps, '/waymark/', new Map())
  unsubscribe('fastify.initialization', listen)
  await server.ready()
  return { server, routes }
}

it('has every address and method that the endpoint has, and no other', async () => {
  const { server, routes } = await realRoutes()
  const served = new Set<string>()
  for (const [method, url] of routes) {
    const { statusCode } = await server.inject({ method: method as 'GET', url: url.replace(/:\w+/, 'x') })
    const ofTheApp = url === '/waymark/*' || url === '/waymark'
    if (statusCode === 405 || method === 'HEAD' || ofTheApp) continue
    served.add(`${method.toLowerCase()} ${url.replace(/^\/waymark/, '').replace(/:(\w+)/g, '{$1}')}`)
  }
  await server.close()
  const told = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  )
  expect([...served].sort()).toEqual(told.sort())
  expect(told).toContain('post /api/v1/periods/{period}/close')
})

/** As an endpoint whose identity provider does not answer. */
function signInWithNobody(): void {
  const set = { ...PUBLIC, WAYMARK_OIDC_ISSUER: 'https://localhost:9/', WAYMARK_OIDC_CLIENT_ID: 'waymark' }
  const settings = signInSettings(readEnvironment(set))!
  endpoint.deps.identity = { settings, provider: providerOf(settings) }
}

it('tells what real calls take and give, refusals too', async () => {
  const ajv = new Ajv2020({ strict: false })
  addFormats.default(ajv)
  ajv.addSchema({ $id: 'document', ...document })
  const fits = ({ schema }: { schema: AnySchemaObject }, value: unknown) => {
    const refs = JSON.stringify(schema).replaceAll('"#/', '"document#/')
    const validate = ajv.compile(JSON.parse(refs) as AnySchemaObject)
    return validate(value) ? [] : validate.errors
  }
  const given = new Set<string>()

  async function call(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    options: Partial<InjectOptions> = {},
    as = path,
  ) {
    const response = await endpoint.ask(method, path, options)
    const operation = document.paths[`/api/v1/${as}`]![method.toLowerCase()]!
    const told = operation.responses[response.statusCode]
    expect([path, response.statusCode, told !== undefined]).toEqual([path, response.statusCode, true])
    const type = String(response.headers['content-type'] ?? '').split(';')[0]!
    expect(Object.keys(told?.content ?? { '': 0 })).toContain(response.body === '' ? '' : type)
    if (type.endsWith('json')) expect(fits(told!.content![type]!, response.json())).toEqual([])
    const takes = operation.requestBody?.content?.['application/json']
    const accepted = response.statusCode < 300 && takes !== undefined
    if (accepted) expect(fits(takes, options.payload)).toEqual([])
    given.add(`${operation.operationId} ${response.statusCode} ${type}`)
    return response
  }

  const etag = String((await call('GET', 'catalogue')).headers.etag)
  await call('GET', 'catalogue', { headers: { 'if-none-match': etag } })
  await call('GET', `catalogue/${etag.slice(1, -1)}`, {}, 'catalogue/{version}')
  await call('PUT', 'catalogue', { headers: { ...HR, 'if-match': etag }, payload: CATALOGUE })
  await call('PUT', 'catalogue', { headers: HR, payload: CATALOGUE })
  await call('GET', 'moved')
  await call('GET', 'periods/current')
  await call('GET', 'periods')
  const opened = await call('POST', 'periods', { headers: HR, payload: OPENING })
  await call('POST', 'periods', { headers: HR, payload: OPENING })
  await call('POST', 'periods', { headers: HR, payload: { id: 1 } })
  await call('GET', 'periods/current')
  await call('GET', 'releases/2026-H2', { headers: HR }, 'releases/{period}')
  for (let laptops = 0; laptops < 30; laptops += 1) {
    await call('POST', 'summaries', { payload: await (await simulatedLaptop(opened.json())).saying() })
  }
  await call('POST', 'summaries', { payload: {} })
  const closes = '2026-12-01'
  await call(
    'POST',
    'periods/2026-H2/extend',
    { headers: HR, payload: { closes } },
    'periods/{period}/extend',
  )
  await call('POST', 'periods/2026-H2/close', { headers: HR, payload: CLOSING }, 'periods/{period}/close')
  await call('POST', 'periods/2026-H2/cancel', { headers: HR }, 'periods/{period}/cancel')
  await call('GET', 'periods', { headers: HR })
  for (const accept of ['application/json', 'text/csv']) {
    await call('GET', 'releases', { headers: { ...HR, accept } })
    await call('GET', 'releases/2026-H2', { headers: { ...HR, accept } }, 'releases/{period}')
  }
  await call('GET', 'openapi.json')
  endpoint.deps.movedTo = 'https://skills.example.gov.uk/'
  await call('GET', 'moved')
  await call('POST', 'periods', { headers: HR, payload: OPENING })
  await call('GET', 'sign-in')
  await call('GET', 'sign-in/start')
  await call('POST', 'sign-out')
  signInWithNobody()
  await call('GET', 'sign-in/start')
  await call('GET', 'sign-in/callback')
  await call('POST', 'sign-out')
  await call('POST', 'sign-out', { headers: OURS })
  expect(given.size).toBe(32)
})

it('says that closing alone may come without a body: a period that was never sealed needs no key', () => {
  const asking = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.values(methods).flatMap(({ requestBody }) =>
      requestBody === undefined ? [] : [[path, requestBody.required]],
    ),
  )
  expect(asking.filter(([, required]) => !required)).toEqual([['/api/v1/periods/{period}/close', false]])
  expect(asking.length).toBeGreaterThan(4)
})

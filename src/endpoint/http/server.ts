import { METHODS as HTTP_METHODS } from 'node:http'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { requireRole, type Caller } from '../access'
import { failedAttempts } from '../attempts'
import type { Deps } from '../deps'
import { Refusal } from '../refusal'
import { traceOf } from '../trace'
import { sendFile, type AppFiles } from './app'
import { SECURITY_HEADERS } from './headers'
import { described } from './openapi'
import { refusalFrom, refuseSocket, sendRefusal } from './problems'
import type { Asked, Route } from './route'
import { ROUTES } from './routes'

/** All that Node reads, but the one that never comes as a request. */
const METHODS = HTTP_METHODS.filter((method) => method !== 'CONNECT')
const REQUEST_TIMEOUT_MS = 60_000

/**
 * The endpoint over HTTP, below `base` (`/` or `/waymark/`): the API, the built app and `healthz`. It keeps
 * no access log, and the only address it looks at is that of a failed attempt.
 */
export function createServer(deps: Deps, base: string, app: AppFiles): FastifyInstance {
  const server = fastify({
    logger: false,
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 500 },
    clientErrorHandler: refuseSocket,
    frameworkErrors: (error, _, reply) => void sendRefusal(reply, refusalFrom(error)),
  })
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_, body, done) => done(null, body))
  server.addHook('onSend', async (_, reply) => void reply.headers(SECURITY_HEADERS))
  letGoWhenClosing(server)
  server.setErrorHandler((error, _, reply) => {
    const refusal = refusalFrom(error)
    if (refusal.kind === 'busy') deps.log({ event: 'fault', ...traceOf(error) })
    return sendRefusal(reply, refusal)
  })
  server.setNotFoundHandler((_, reply) => sendRefusal(reply, new Refusal('not-found')))

  const allowFailure = failedAttempts()
  const routes = described(ROUTES, base)
  for (const route of routes) addRoute(server, route, `${base}api/v1/`, deps, allowFailure)
  refuseOtherMethods(server, routes, `${base}api/v1/`)
  server.get(`${base}healthz`, async (_, reply) => {
    await sql`select 1`.execute(deps.store.db)
    return reply.header('cache-control', 'no-store').send({ status: 'ok' })
  })
  server.get(`${base}*`, (request, reply) => sendFile(app, pathOf(request), request, reply))
  if (base !== '/') server.get(base.slice(0, -1), (_, reply) => reply.redirect(base, 308))
  return server
}

/** Who is answered while the server stops is told to hang up; a connection kept open would keep it from stopping. */
function letGoWhenClosing(server: FastifyInstance): void {
  let closing = false
  server.addHook('preClose', async () => void (closing = true))
  server.addHook('onSend', async (_, reply) => void (closing && reply.header('connection', 'close')))
}

function addRoute(
  server: FastifyInstance,
  route: Route,
  base: string,
  deps: Deps,
  allowFailure: ReturnType<typeof failedAttempts>,
): void {
  const callers = new WeakMap<FastifyRequest, Caller>()
  server.route({
    method: route.method,
    url: base + route.path,
    bodyLimit: route.limit,
    // Before the body is read: a stranger's eight megabytes never are.
    onRequest: async (request) => {
      if (route.query === undefined && request.url.includes('?')) {
        throw new Refusal('malformed', 'This address takes no query parameters')
      }
      if (route.who !== 'anyone') callers.set(request, await requireRole(route.who, askedFrom(request), deps))
    },
    handler: async (request, reply) => {
      try {
        const acting = actingFor(callers.get(request), deps)
        const { status, headers, body } = await route.answer(askedFrom(request), acting)
        return reply
          .code(status)
          .headers({ 'cache-control': 'no-store', vary: 'Accept', ...headers })
          .send(body)
      } catch (error) {
        throw limited(error, request.ip)
      }
    },
  })

  /** A failed join code or signature beyond the thirtieth of a minute is told to wait. */
  function limited(error: unknown, address: string): unknown {
    const failed = error instanceof Refusal && (error.kind === 'join-code' || error.kind === 'signature')
    return failed && !allowFailure(address, deps.now()) ? new Refusal('too-many') : error
  }
}

function refuseOtherMethods(server: FastifyInstance, routes: readonly Route[], base: string): void {
  for (const method of METHODS) if (!server.supportedMethods.includes(method)) server.addHttpMethod(method)
  for (const path of new Set(routes.map((route) => route.path))) {
    const taken = routes.filter((route) => route.path === path).map((route): string => route.method)
    const allowed = taken.includes('GET') ? [...taken, 'HEAD'] : taken
    const refuse = async (_: FastifyRequest, reply: FastifyReply) => {
      reply.header('allow', allowed.join(', '))
      throw new Refusal('not-allowed')
    }
    const method = METHODS.filter((other) => !allowed.includes(other))
    server.route({ method, url: base + path, onRequest: refuse, handler: refuse })
  }
}

/** What is logged while somebody is answered was their doing. */
function actingFor(caller: Caller | undefined, deps: Deps): Deps {
  if (caller === undefined) return deps
  return { ...deps, log: (logged) => deps.log({ ...logged, ...caller }) }
}

function askedFrom(request: FastifyRequest): Asked {
  const [named = ''] = Object.values(request.params as Record<string, string>)
  return {
    named,
    method: request.method,
    query: new URLSearchParams(request.url.split('?')[1]),
    body: request.body instanceof Uint8Array ? request.body : new Uint8Array(0),
    header: (name: string) => {
      const value = request.headers[name]
      return Array.isArray(value) ? value.join(', ') : value
    },
  }
}

function pathOf(request: FastifyRequest): string {
  return (request.params as { '*': string })['*']
}

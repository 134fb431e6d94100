import type { Socket } from 'node:net'
import type { FastifyError, FastifyReply } from 'fastify'
import { Refusal } from '../refusal'
import { SECURITY_HEADERS } from './headers'

const PROBLEM_JSON = 'application/problem+json; charset=utf-8'
const RETRY_AFTER: Readonly<Record<string, string>> = { 'too-many': '60', busy: '5' }

export function sendRefusal(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const retryAfter = RETRY_AFTER[refusal.kind]
  if (retryAfter !== undefined) reply.header('retry-after', retryAfter)
  if (refusal.kind === 'sign-in') reply.header('www-authenticate', 'Bearer')
  return reply
    .code(refusal.status)
    .headers(SECURITY_HEADERS)
    .header('cache-control', 'no-store')
    .header('content-type', PROBLEM_JSON)
    .send(JSON.stringify(refusal.problem))
}

/** What was thrown, as a refusal. All that is not the client's doing is `busy`: the store, in practice. */
export function refusalFrom(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  const { statusCode = 503 } = error as Partial<FastifyError>
  if (statusCode === 413) return new Refusal('too-large')
  if (statusCode === 415) return new Refusal('media-type')
  if (statusCode === 404) return new Refusal('not-found')
  return statusCode < 500 ? new Refusal('malformed') : new Refusal('busy')
}

/** How long one that was refused may take to read why and leave. */
const LEAVE_MS = 2_000

/** Answers what is not even HTTP, has more header than anyone needs or never comes to an end; and then lets go of it. */
export function refuseSocket(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const { problem } = new Refusal(error.code === 'HPE_HEADER_OVERFLOW' ? 'too-large' : 'malformed')
  const body = JSON.stringify(problem)
  const status = problem.status === 413 ? '413 Content Too Large' : '400 Bad Request'
  const headers = `content-type: ${PROBLEM_JSON}\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close`
  socket.end(`HTTP/1.1 ${status}\r\n${headers}\r\n\r\n${body}`)
  // Ending says that nothing more comes; whoever stays all the same, sending on or not, would hold it for good.
  setTimeout(() => socket.destroy(), LEAVE_MS).unref()
}

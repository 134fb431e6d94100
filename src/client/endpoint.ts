import * as v from 'valibot'
import { firstFault } from '../contract/parse'
import { noAnswer, problemFrom, retryAfterFrom, unexpectedAnswer } from './problem'

/** In milliseconds. */
const PATIENCE = 15_000

/** By what the endpoint knows who asks: the token of its link, or the cookie of a sign-in, which no script sees. */
export type Pass = { token: string } | 'cookie'

export interface Call {
  method?: 'GET' | 'POST' | 'PUT'
  /** JSON text, sent as it stands. */
  body?: string
  headers?: Record<string, string>
  /** Without one the call is anonymous: no cookie goes with it, whoever is signed in. */
  pass?: Pass
  /** How long it may take, answer read, in milliseconds; 15 seconds where not said. */
  patience?: number
  /** The app's own address, unless a test says another. */
  base?: string
}

/** What came back, as exact bytes and as their text. */
export interface Answer {
  status: number
  etag?: string
  bytes: Uint8Array<ArrayBuffer>
  text: string
}

/**
 * One call to `api/v1/…` beside the app. Resolves with a 2xx or 304; everything else is
 * an `EndpointProblem`. No referrer or cached answer goes with it, and no
 * cookie but for who signed in with one; a redirect (a captive portal's, mostly) is no answer.
 */
export async function ask(path: string, call: Call = {}): Promise<Answer> {
  const address = new URL(`api/v1/${path}`, call.base ?? document.baseURI)
  const { response, bytes } = await exchange(address, call)
  const text = decode(bytes, response.status)
  if (response.ok || response.status === 304) {
    return { status: response.status, etag: response.headers.get('etag') ?? undefined, bytes, text }
  }
  throw problemFrom(response.status, text, retryAfterFrom(response.headers.get('retry-after'), Date.now()))
}

async function exchange(address: URL, call: Call) {
  try {
    const response = await fetch(address, {
      method: call.method ?? 'GET',
      headers: headersOf(call),
      body: call.body,
      cache: 'no-store',
      credentials: call.pass === 'cookie' ? 'same-origin' : 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(call.patience ?? PATIENCE),
    })
    return { response, bytes: new Uint8Array(await response.arrayBuffer()) }
  } catch {
    throw noAnswer()
  }
}

function headersOf({ method = 'GET', headers, pass }: Call): Record<string, string> {
  return {
    accept: 'application/json, application/problem+json',
    // Also where nothing is sent: no form of another site could say so.
    ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
    ...(typeof pass === 'object' ? { authorization: `Bearer ${pass.token}` } : {}),
    ...headers,
  }
}

/** Keeps a byte order mark and refuses what is not UTF-8, so that a text always leads back to the same bytes. */
function decode(bytes: Uint8Array, status: number): string {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes)
  } catch {
    throw unexpectedAnswer(status, 'not text')
  }
}

/** The JSON of an answer, held against its schema. */
export function read<Schema extends v.GenericSchema>(answer: Answer, schema: Schema): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, json(answer))
  if (!parsed.success) throw unexpectedAnswer(answer.status, firstFault(parsed.issues))
  return parsed.output
}

/** The JSON of an answer before any schema, where exact bytes matter. */
export function json(answer: Answer): unknown {
  try {
    return JSON.parse(answer.text) as unknown
  } catch {
    throw unexpectedAnswer(answer.status, 'not JSON')
  }
}

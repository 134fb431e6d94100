import * as v from 'valibot'
import { PROBLEMS, ProblemSchema, problemType, type ProblemKind } from '../contract/problem'

/**
 * Why a call came to nothing. `network`: no answer (offline, refused, timed out).
 * `unexpected`: an answer, but not one this API gives, so a proxy's or a captive portal's.
 */
export type EndpointProblemKind = ProblemKind | 'network' | 'unexpected'

/** Thrown by every call to the endpoint that did not succeed. */
export class EndpointProblem extends Error {
  override name = 'EndpointProblem'

  constructor(
    readonly kind: EndpointProblemKind,
    /** The HTTP status; 0 where there was no answer. */
    readonly status: number,
    /** What to show a person. */
    readonly sentence: string,
    /** Milliseconds the endpoint asked to be left alone for. */
    readonly retryAfter?: number,
  ) {
    super(sentence)
  }
}

export function noAnswer(): EndpointProblem {
  return new EndpointProblem('network', 0, 'The service could not be reached')
}

export function unexpectedAnswer(status: number, why: string, retryAfter?: number): EndpointProblem {
  return new EndpointProblem(
    'unexpected',
    status,
    `The service answered with something else: ${why}`,
    retryAfter,
  )
}

/** Reads a refusal (RFC 9457); one that is not this API's own becomes `unexpected`. */
export function problemFrom(status: number, text: string, retryAfter?: number): EndpointProblem {
  const problem = v.safeParse(v.pipe(v.string(), v.parseJson(), ProblemSchema), text)
  const kind = problem.success ? kindOf(problem.output.type) : undefined
  if (!problem.success || kind === undefined) return unexpectedAnswer(status, `status ${status}`, retryAfter)
  return new EndpointProblem(kind, status, problem.output.detail ?? PROBLEMS[kind], retryAfter)
}

function kindOf(type: string): ProblemKind | undefined {
  return (Object.keys(PROBLEMS) as ProblemKind[]).find((kind) => type.endsWith(problemType(kind)))
}

/** `Retry-After` (RFC 9110, section 10.2.3), seconds or a date, in milliseconds from now. */
export function retryAfterFrom(header: string | null, now: number): number | undefined {
  if (header === null) return undefined
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000
  const date = Date.parse(header)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

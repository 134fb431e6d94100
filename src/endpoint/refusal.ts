import { PROBLEMS, problemType, type Problem, type ProblemKind } from '../contract/problem'

const STATUS: Record<ProblemKind, number> = {
  malformed: 400,
  'join-code': 401,
  signature: 401,
  'sign-in': 401,
  role: 403,
  foreign: 403,
  'unknown-period': 404,
  'no-period': 404,
  'not-found': 404,
  'not-allowed': 405,
  'not-closed': 409,
  ended: 409,
  budget: 409,
  'already-open': 409,
  moved: 409,
  'period-exists': 409,
  'only-later': 409,
  stale: 409,
  closed: 410,
  'too-large': 413,
  'media-type': 415,
  'too-few': 422,
  'key-needed': 422,
  'wrong-key': 422,
  precondition: 428,
  'too-many': 429,
  busy: 503,
}

/** Thrown by a handler that will not do what was asked: one kind, one status, one sentence. */
export class Refusal extends Error {
  override name = 'Refusal'

  constructor(
    readonly kind: ProblemKind,
    /** What was wrong and where, if the kind does not say it all. */
    readonly detail?: string,
  ) {
    super(detail ?? PROBLEMS[kind])
  }

  get status(): number {
    return STATUS[this.kind]
  }

  get problem(): Problem {
    const { kind, status, detail } = this
    const problem = { type: problemType(kind), title: PROBLEMS[kind], status }
    return detail === undefined ? problem : { ...problem, detail }
  }
}

import type * as v from 'valibot'
import { HashSchema, PeriodIdSchema } from '../../contract/id'
import type { ProblemKind } from '../../contract/problem'
import type { Role } from '../../contract/signIn'
import type { Deps } from '../deps'
import { readJson, readText } from '../readJson'

/** A request as handlers see it: no address, no client. */
export interface Asked {
  /** The part of the path that is given: a period, a version. */
  named: string
  method: string
  query: URLSearchParams
  body: Uint8Array
  header(name: string): string | undefined
}

export interface Answer {
  status: number
  headers?: Record<string, string | string[]>
  body?: string
}

/** One method of one address: what it does, and what its description says of it. */
export interface Route {
  method: 'GET' | 'POST' | 'PUT'
  /** Below `api/v1/`; `:period` and `:version` are given by who asks. */
  path: string
  who: 'anyone' | Role
  /** The largest body, in bytes. */
  limit: number
  /** What it does, in one sentence. */
  says: string
  /** The body it takes. */
  takes?: v.GenericSchema
  /** Whether it may be asked without one, too. */
  orNoBody?: boolean
  /** By status, the shape of what it gives; null for no body. */
  gives: Readonly<Record<number, v.GenericSchema | null>>
  /** Whether `Accept: text/csv` gets a table instead. */
  table?: boolean
  /** What it refuses, beyond what every address refuses. */
  refuses?: readonly ProblemKind[]
  /** Parameters it takes behind `?`, each with what for. Any other address takes none. */
  query?: Readonly<Record<string, string>>
  /** Headers it heeds, each with what for. */
  heeds?: Readonly<Record<string, string>>
  answer(asked: Asked, deps: Deps): Promise<Answer>
}

/** What each part of a path that is given must look like. */
export const NAMED = { period: PeriodIdSchema, version: HashSchema } as const

/** For addresses that take no body. */
export const NO_BODY_LIMIT = 1024

/** The body a route takes and how it answers: one schema both reads the body and describes it. */
export function reading<Schema extends v.GenericSchema>(
  takes: Schema,
  answer: (input: v.InferOutput<Schema>, asked: Asked, deps: Deps) => Promise<Answer>,
): Pick<Route, 'takes' | 'answer'> {
  return {
    takes,
    answer: async (asked, deps) => answer(readJson(takes, readText(asked.body)), asked, deps),
  }
}

export function json(value: unknown, status = 200): Answer {
  return { ...jsonText(JSON.stringify(value)), status }
}

export function jsonText(body: string): Answer {
  return { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body }
}

export function csv(body: string): Answer {
  return { status: 200, headers: { 'content-type': 'text/csv; charset=utf-8; header=present' }, body }
}

/** Tables come as CSV where `Accept` names it, as JSON otherwise. */
export function wantsCsv(asked: Asked): boolean {
  return /\btext\/csv\b/i.test(asked.header('accept') ?? '')
}

import { CATALOGUE_MAX_BYTES } from '../../contract/catalogue'
import { HashSchema, PeriodIdSchema } from '../../contract/id'
import { ExtendPeriodSchema, OpenPeriodSchema } from '../../contract/period'
import type { Release } from '../../contract/release'
import { SUBMISSION_MAX_BYTES, SubmissionSchema } from '../../contract/summary'
import * as v from 'valibot'
import { closePeriod } from '../close'
import { releaseCsv, releaseListCsv } from '../csv'
import type { Deps } from '../deps'
import { cancelPeriod, currentPeriod, extendPeriod, listPeriods, openPeriod } from '../period'
import { publishCatalogue, readCatalogue } from '../publish'
import { readJson, readText } from '../readJson'
import { Refusal } from '../refusal'
import { listReleases, readRelease } from '../releases'
import { submit } from '../submit'
import { etagOf, matches, versionIn } from './etag'

/** A request as handlers see it: no address, no client. */
export interface Asked {
  /** The part of the path that is given: a period, a version. */
  named: string
  body: Uint8Array
  header(name: string): string | undefined
}

export interface Answer {
  status: number
  headers?: Record<string, string>
  body?: string
}

export interface Route {
  method: 'GET' | 'POST' | 'PUT'
  /** Below `api/v1/`. */
  path: string
  who: 'anyone' | 'hr'
  /** The largest body, in bytes. */
  limit: number
  answer(asked: Asked, deps: Deps): Promise<Answer>
}

const NO_BODY_LIMIT = 1024
const PERIOD_MAX_BYTES = 2 * 1024 * 1024

/** The whole API, as anonymity.md has it, and a list of periods for HR. */
export const ROUTES: readonly Route[] = [
  get('catalogue', 'anyone', (asked, deps) => catalogue(undefined, 'no-cache', asked, deps)),
  get('catalogue/:named', 'anyone', (asked, deps) =>
    catalogue(named(HashSchema, asked, 'not-found'), 'public, max-age=31536000, immutable', asked, deps),
  ),
  change('PUT', 'catalogue', 'hr', CATALOGUE_MAX_BYTES, async (asked, deps) => {
    const version = await publishCatalogue(asked.body, versionIn(asked.header('if-match')), deps)
    return { status: 204, headers: { etag: etagOf(version) } }
  }),
  get('periods/current', 'anyone', async (_, deps) => json(await currentPeriod(deps))),
  get('periods', 'hr', async (_, deps) => json(await listPeriods(deps))),
  change('POST', 'periods', 'hr', PERIOD_MAX_BYTES, async ({ body }, deps) =>
    json(await openPeriod(readJson(OpenPeriodSchema, readText(body)), deps), 201),
  ),
  change('POST', 'periods/:named/close', 'hr', NO_BODY_LIMIT, async (asked, deps) =>
    json(await closePeriod(period(asked), deps)),
  ),
  change('POST', 'periods/:named/extend', 'hr', NO_BODY_LIMIT, async (asked, deps) => {
    await extendPeriod(period(asked), readJson(ExtendPeriodSchema, readText(asked.body)), deps)
    return { status: 204 }
  }),
  change('POST', 'periods/:named/cancel', 'hr', NO_BODY_LIMIT, async (asked, deps) => {
    await cancelPeriod(period(asked), deps)
    return { status: 204 }
  }),
  change('POST', 'summaries', 'anyone', SUBMISSION_MAX_BYTES, async ({ body }, deps) => {
    await submit(readJson(SubmissionSchema, readText(body)), deps)
    return { status: 204 }
  }),
  get('releases', 'hr', async (asked, deps) => {
    const list = await listReleases(deps)
    return wantsCsv(asked) ? csv(releaseListCsv(list)) : json(list)
  }),
  get('releases/:named', 'hr', async (asked, deps) => {
    const body = await readRelease(period(asked), deps)
    return wantsCsv(asked) ? csv(releaseCsv(JSON.parse(body) as Release)) : jsonText(body)
  }),
]

function get(path: string, who: Route['who'], answer: Route['answer']): Route {
  return { method: 'GET', path, who, limit: NO_BODY_LIMIT, answer }
}

function change(
  method: 'POST' | 'PUT',
  path: string,
  who: Route['who'],
  limit: number,
  answer: Route['answer'],
): Route {
  return { method, path, who, limit, answer }
}

async function catalogue(
  version: string | undefined,
  caching: string,
  asked: Asked,
  deps: Deps,
): Promise<Answer> {
  const found = await readCatalogue(version, deps)
  const headers = { etag: etagOf(found.version), 'cache-control': caching }
  if (matches(asked.header('if-none-match'), found.version)) return { status: 304, headers }
  return { ...jsonText(found.body), headers: { ...jsonText('').headers, ...headers } }
}

function period(asked: Asked): string {
  return named(PeriodIdSchema, asked, 'unknown-period')
}

function named(
  schema: v.GenericSchema<unknown, string>,
  asked: Asked,
  otherwise: 'not-found' | 'unknown-period',
): string {
  const parsed = v.safeParse(schema, asked.named)
  if (!parsed.success) throw new Refusal(otherwise)
  return parsed.output
}

function json(value: unknown, status = 200): Answer {
  return { ...jsonText(JSON.stringify(value)), status }
}

function jsonText(body: string): Answer {
  return { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body }
}

function csv(body: string): Answer {
  return { status: 200, headers: { 'content-type': 'text/csv; charset=utf-8; header=present' }, body }
}

/** Tables come as CSV where `Accept` names it, as JSON otherwise. */
function wantsCsv(asked: Asked): boolean {
  return /\btext\/csv\b/i.test(asked.header('accept') ?? '')
}

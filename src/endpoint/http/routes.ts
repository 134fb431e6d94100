import * as v from 'valibot'
import { CATALOGUE_MAX_BYTES, CatalogueSchema } from '../../contract/catalogue'
import {
  ClosePeriodSchema,
  CurrentPeriodSchema,
  ExtendPeriodSchema,
  OpenPeriodSchema,
  PeriodListSchema,
} from '../../contract/period'
import { MovedSchema } from '../../contract/moved'
import { ReleaseListSchema, ReleaseSchema } from '../../contract/release'
import { SUBMISSION_MAX_BYTES, SubmissionSchema } from '../../contract/summary'
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
import { csv, json, jsonText, NAMED, NO_BODY_LIMIT, reading, wantsCsv } from './route'
import type { Answer, Asked, Route } from './route'
import { SIGN_IN_ROUTES } from './signInRoutes'

const PERIOD_MAX_BYTES = 2 * 1024 * 1024
const IF_NONE_MATCH = { 'If-None-Match': 'the version that is there already' }
/** Of the catalogue, both the current one and one by its version. */
const catalogueAnswers = { 200: CatalogueSchema, 304: null }

/** The whole API: catalogues, periods, summaries, releases, and signing in. */
export const ROUTES: readonly Route[] = [
  {
    ...get('catalogue', 'anyone', 'The catalogue now published; its version is the ETag'),
    gives: catalogueAnswers,
    refuses: ['not-found'],
    heeds: IF_NONE_MATCH,
    answer: (asked, deps) => catalogue(undefined, 'no-cache', asked, deps),
  },
  {
    ...get('catalogue/:version', 'anyone', 'A catalogue by its version, which never changes'),
    gives: catalogueAnswers,
    refuses: ['not-found'],
    heeds: IF_NONE_MATCH,
    answer: async (asked, deps) =>
      catalogue(named('version', asked), 'public, max-age=31536000, immutable', asked, deps),
  },
  {
    method: 'PUT',
    path: 'catalogue',
    who: 'publisher',
    limit: CATALOGUE_MAX_BYTES,
    says: 'Publishes a catalogue, byte for byte',
    takes: CatalogueSchema,
    gives: { 204: null },
    refuses: ['precondition', 'stale'],
    heeds: { 'If-Match': 'the version it was made from' },
    answer: async (asked, deps) => {
      const version = await publishCatalogue(asked.body, versionIn(asked.header('if-match')), deps)
      return { status: 204, headers: { etag: etagOf(version) } }
    },
  },
  {
    ...get('moved', 'anyone', 'The address the service has moved to; nothing where it has not'),
    gives: { 200: MovedSchema, 204: null },
    answer: async (_, { movedTo: to }) => (to === undefined ? { status: 204 } : json({ v: 1, to })),
  },
  {
    ...get('periods/current', 'anyone', 'The period that takes summaries today'),
    gives: { 200: CurrentPeriodSchema },
    refuses: ['no-period'],
    answer: async (_, deps) => json(await currentPeriod(deps)),
  },
  {
    ...get('periods', 'hr', 'Every period, newest first'),
    gives: { 200: PeriodListSchema },
    answer: async (_, deps) => json(await listPeriods(deps)),
  },
  {
    method: 'POST',
    path: 'periods',
    who: 'hr',
    limit: PERIOD_MAX_BYTES,
    says: 'Opens a period on the catalogue now published',
    gives: { 201: CurrentPeriodSchema },
    refuses: ['moved', 'too-few', 'already-open', 'period-exists', 'budget'],
    ...reading(OpenPeriodSchema, async (input, _, deps) => json(await openPeriod(input, deps), 201)),
  },
  {
    ...act('close', 'Makes the release of a period, once, and deletes its summaries'),
    gives: { 200: ReleaseSchema },
    refuses: ['unknown-period', 'ended', 'key-needed', 'wrong-key', 'budget'],
    takes: ClosePeriodSchema,
    orNoBody: true,
    answer: async (asked, deps) => json(await closePeriod(named('period', asked), identityIn(asked), deps)),
  },
  {
    ...act('extend', 'Moves the closing day, only ever later'),
    gives: { 204: null },
    refuses: ['unknown-period', 'ended', 'only-later'],
    ...reading(ExtendPeriodSchema, async (input, asked, deps) => {
      await extendPeriod(named('period', asked), input, deps)
      return { status: 204 }
    }),
  },
  {
    ...act('cancel', 'Deletes the summaries of a period and releases nothing'),
    gives: { 204: null },
    refuses: ['unknown-period', 'ended'],
    answer: async (asked, deps) => {
      await cancelPeriod(named('period', asked), deps)
      return { status: 204 }
    },
  },
  {
    method: 'POST',
    path: 'summaries',
    who: 'anyone',
    limit: SUBMISSION_MAX_BYTES,
    says: 'Takes one signed summary, or a newer one in its place, or its withdrawal',
    gives: { 204: null },
    refuses: ['join-code', 'signature', 'unknown-period', 'closed', 'too-many'],
    ...reading(SubmissionSchema, async (input, _, deps) => {
      await submit(input, deps)
      return { status: 204 }
    }),
  },
  {
    ...get('releases', 'hr', 'Every release, newest first'),
    gives: { 200: ReleaseListSchema },
    table: true,
    answer: async (asked, deps) => {
      const list = await listReleases(deps)
      return wantsCsv(asked) ? csv(releaseListCsv(list)) : json(list)
    },
  },
  {
    ...get('releases/:period', 'hr', 'The release of a period'),
    gives: { 200: ReleaseSchema },
    table: true,
    refuses: ['unknown-period', 'not-closed', 'ended'],
    answer: async (asked, deps) => {
      const release = await readRelease(named('period', asked), deps)
      return wantsCsv(asked) ? csv(releaseCsv(release)) : json(release)
    },
  },
  ...SIGN_IN_ROUTES,
]

/** Nothing is sent along for a period that has no key. */
function identityIn({ body }: Asked): string | undefined {
  return body.length === 0 ? undefined : readJson(ClosePeriodSchema, readText(body)).identity
}

type Head = Pick<Route, 'method' | 'path' | 'who' | 'limit' | 'says'>

function get(path: string, who: Route['who'], says: string): Head {
  return { method: 'GET', path, who, limit: NO_BODY_LIMIT, says }
}

/** What HR does to a period. */
function act(what: string, says: string): Head {
  return { method: 'POST', path: `periods/:period/${what}`, who: 'hr', limit: NO_BODY_LIMIT, says }
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

function named(what: keyof typeof NAMED, asked: Asked): string {
  const parsed = v.safeParse(NAMED[what], asked.named)
  if (!parsed.success) throw new Refusal(what === 'period' ? 'unknown-period' : 'not-found')
  return parsed.output
}

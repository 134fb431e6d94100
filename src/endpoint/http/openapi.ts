import { toJsonSchema, toJsonSchemaDefs, type ConversionConfig } from '@valibot/to-json-schema'
import * as v from 'valibot'
import { CatalogueSchema, FrameworkSchema } from '../../contract/catalogue'
import { DaySchema, HashSchema, IdSchema, PeriodIdSchema } from '../../contract/id'
import { CellSchema, CurrentPeriodSchema, ExtendPeriodSchema, GridSchema } from '../../contract/period'
import { HeadcountSchema, OpenPeriodSchema, PartSchema, PeriodListSchema } from '../../contract/period'
import { ProblemSchema, type ProblemKind } from '../../contract/problem'
import { CountsSchema, ReleaseListSchema, ReleaseSchema } from '../../contract/release'
import { SignedOutSchema, SignInSchema } from '../../contract/signIn'
import { SubmissionSchema } from '../../contract/summary'
import { SESSION_COOKIE } from '../signIn/cookies'
import { Refusal } from '../refusal'
import { json, NAMED, NO_BODY_LIMIT, type Route } from './route'

type Json = Record<string, unknown>

const HealthSchema = v.strictObject({ status: v.literal('ok') })

/** The shapes that have a name of their own in the document; others are written out where they are. */
const NAMES: Readonly<Record<string, v.GenericSchema>> = {
  Catalogue: CatalogueSchema,
  Cell: CellSchema,
  Counts: CountsSchema,
  CurrentPeriod: CurrentPeriodSchema,
  Day: DaySchema,
  ExtendPeriod: ExtendPeriodSchema,
  Framework: FrameworkSchema,
  Grid: GridSchema,
  Hash: HashSchema,
  Headcount: HeadcountSchema,
  Id: IdSchema,
  OpenPeriod: OpenPeriodSchema,
  Part: PartSchema,
  PeriodId: PeriodIdSchema,
  PeriodList: PeriodListSchema,
  Problem: ProblemSchema,
  Release: ReleaseSchema,
  ReleaseList: ReleaseListSchema,
  SignedOut: SignedOutSchema,
  SignIn: SignInSchema,
  Submission: SubmissionSchema,
}

/** What a schema checks beyond its shape is code, and is told by the refusal. */
const CONVERSION: ConversionConfig = {
  target: 'draft-2020-12',
  ignoreActions: ['check', 'trim'],
  overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId}`,
}

/** The routes with one more among them, which describes them all and itself. */
export function described(routes: readonly Route[], base: string): readonly Route[] {
  const all: Route[] = [...routes]
  let document: Json | undefined
  all.push({
    method: 'GET',
    path: 'openapi.json',
    who: 'anyone',
    limit: NO_BODY_LIMIT,
    says: 'This description',
    gives: { 200: v.looseObject({ openapi: v.string() }) },
    answer: async () => json((document ??= openApiDocument(all, base))),
  })
  return all
}

/** The API below `base` as an OpenAPI 3.1 document (https://spec.openapis.org/oas/v3.1.1), made from its routes. */
function openApiDocument(routes: readonly Route[], base: string): Json {
  const paths: Record<string, Json> = { '/healthz': { get: health() } }
  for (const route of routes) {
    const path = `/api/v1/${route.path.replace(/:(\w+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Waymark',
      version: '1',
      summary: 'Collects anonymous summaries of skills and publishes one release per period',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: base === '/' ? '/' : base.slice(0, -1) }],
    paths,
    components: {
      schemas: toJsonSchemaDefs(NAMES, CONVERSION),
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'The token of the first start, in both roles' },
        session: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE },
      },
    },
  }
}

function operation(route: Route): Json {
  const { method, path, who, says, takes, orNoBody = false, limit } = route
  return {
    operationId: `${method.toLowerCase()} ${path}`.replace(/[^A-Za-z]+(\w)/g, (_, letter: string) =>
      letter.toUpperCase(),
    ),
    summary: says,
    security: who === 'anyone' ? [] : [{ token: [] }, { session: [who] }],
    parameters: parameters(route),
    ...(takes === undefined
      ? {}
      : {
          requestBody: {
            description: `At most ${limit} bytes`,
            required: !orNoBody,
            content: { 'application/json': { schema: schemaOf(takes) } },
          },
        }),
    responses: { ...given(route), ...refused(refusalsOf(route)) },
  }
}

function parameters({ path, query = {}, heeds = {} }: Route): Json[] {
  const named = (Object.keys(NAMED) as (keyof typeof NAMED)[]).filter((name) => path.includes(`:${name}`))
  return [
    ...named.map((name) => ({ name, in: 'path', required: true, schema: schemaOf(NAMED[name]) })),
    ...texts('query', query),
    ...texts('header', heeds),
  ]
}

function texts(where: 'query' | 'header', told: Readonly<Record<string, string>>): Json[] {
  const schema = { type: 'string' }
  return Object.entries(told).map(([name, description]) => ({ name, in: where, description, schema }))
}

const MEANINGS: Readonly<Record<string, string>> = { 303: 'Go on to its Location', 304: 'Not changed' }

function given({ gives, table }: Route): Json {
  const csv = table === true ? { 'text/csv': { schema: { type: 'string' } } } : {}
  const responses = Object.entries(gives).map(([status, schema]) => {
    const description = MEANINGS[status] ?? 'Done'
    if (schema === null) return [status, { description }]
    return [status, { description, content: { 'application/json': { schema: schemaOf(schema) }, ...csv } }]
  })
  return Object.fromEntries(responses) as Json
}

/** Any address may find the request malformed or the store busy; the rest follows from what the route is. */
function refusalsOf({ method, who, refuses = [] }: Route): ProblemKind[] {
  const ofBody: ProblemKind[] = ['too-large', 'media-type']
  return [
    'malformed',
    'busy',
    ...(who === 'anyone' ? [] : (['sign-in', 'role'] as const)),
    ...(who === 'anyone' || method === 'GET' ? [] : (['foreign'] as const)),
    ...(method === 'GET' ? [] : ofBody),
    ...refuses,
  ]
}

function refused(kinds: readonly ProblemKind[]): Json {
  const responses: Record<string, Json> = {}
  for (const kind of kinds) {
    const { status, type, title } = new Refusal(kind).problem
    const before = responses[status]?.description
    responses[status] = {
      description: [...(before === undefined ? [] : [before]), `\`${type}\`: ${title}`].join('\n\n'),
      content: { 'application/problem+json': { schema: schemaOf(ProblemSchema) } },
    }
  }
  return responses
}

function health(): Json {
  return {
    operationId: 'getHealth',
    summary: 'Whether the endpoint and its database answer',
    security: [],
    responses: {
      200: { description: 'Both do', content: { 'application/json': { schema: schemaOf(HealthSchema) } } },
      ...refused(['busy']),
    },
  }
}

/** A reference where the schema has a name. */
function schemaOf(schema: v.GenericSchema): Json {
  const [name] = Object.entries(NAMES).find(([, known]) => known === schema) ?? []
  if (name !== undefined) return { $ref: `#/components/schemas/${name}` }
  const { $schema: _, $defs: __, ...shape } = toJsonSchema(schema, { ...CONVERSION, definitions: NAMES })
  return shape
}

import type { InjectOptions, Response } from 'light-my-request'
import type { CurrentPeriod, Headcount, OpenPeriod } from '../contract/period'
import { sealedLength } from '../contract/sealed'
import { signedText, type Submission, type Summary } from '../contract/summary'
import type { Catalogue } from '../domain/catalogue'
import { seededBytes } from '../domain/release/seeded'
import { prepareAccess } from './access'
import type { Deps } from './deps'
import { sha256 } from './digest'
import { createServer } from './http/server'
import type { Logged } from './log'
import { seedCatalogue } from './publish'
import { roomKeeper } from './room'
import { sealedBody } from './sealed'
import { simulatedDatabase, type SimulatedDatabase } from './simulatedDatabase'
import { openStore, type Place } from './store/open'

/** For tests: an endpoint on a real database, and laptops that sign as real ones do. */
export const HR = { authorization: 'Bearer hr-token-for-tests' }
export const JOIN_CODE = 'join-code-for-tests'
/** The key of every simulated period, made up once; no real period ever has it. */
export const PERIOD_KEY = {
  recipient: 'age1shuqg4e0gfkcgmafcr3pt86579yzvru7kwsmvn0k4wzlwccxdcyq3hjcu3',
  identity: 'AGE-SECRET-KEY-1A6VD2PXK8HTQ4WY2RTQVJ6J4QY4DQV04JY9FHPGH53F6PMAF66JSKYJH09',
}
/** What HR sends along to close one. */
export const CLOSING = { identity: PERIOD_KEY.identity }
export const SKILLS = ['test-backup', 'test-recovery', 'test-reporting']

const framework: Catalogue['frameworks'][number] = {
  key: 'test',
  version: '1',
  title: 'Test',
  language: 'en-GB',
  licence: { title: 'Ours', attribution: 'Ours', redistributable: 'yes' },
  scale: { working: 2, levels: [1, 2].map((ordinal) => ({ ordinal, label: `Level ${ordinal}` })) },
  groups: [{ id: 'test-group', name: 'All' }],
  skills: SKILLS.map((id) => ({
    id,
    name: id,
    summary: id,
    groups: ['test-group'],
    descriptors: [1, 2].map((level) => ({ level, statements: [`${id} at ${level}`] })),
  })),
  families: [
    { id: 'test-data', name: 'Data' },
    { id: 'test-networks', name: 'Networks' },
  ],
  ladders: [],
  roles: ['test-data', 'test-networks'].map((family) => ({
    id: `${family}-analyst`,
    name: `${family} analyst`,
    family,
    seniority: 1,
    purpose: 'Works',
    requirements: [{ skill: 'test-backup', level: 1, essential: true }],
  })),
}

const units = ['highways', 'libraries', 'schools'].map((id) => ({ id, name: `Unit ${id}` }))

export const CATALOGUE: Catalogue = {
  v: 1,
  title: 'Test',
  edition: '1',
  language: 'en-GB',
  frameworks: [framework],
  before: { title: 'Before', units, posts: [] },
  after: { title: 'After', units, posts: [] },
  successions: [],
  moves: [],
  strands: [],
}

export const HEADCOUNTS: Headcount[] = units.flatMap(({ id }) =>
  ['test-data', 'test-networks'].map((family) => ({ unit: id, family, headcount: 30 })),
)

export const OPENING: OpenPeriod = {
  id: '2026-H2',
  closes: '2026-11-30',
  epsilon: 1,
  keep: 'families',
  headcounts: HEADCOUNTS,
  recipient: PERIOD_KEY.recipient,
}

export interface SimulatedEndpoint {
  deps: Deps
  place: Place
  /** What was logged. */
  lines: Logged[]
  clock: { now: string }
  ask(method: InjectOptions['method'], path: string, options?: Partial<InjectOptions>): Promise<Response>
  open(change?: Partial<OpenPeriod>): Promise<CurrentPeriod>
  bytesOnDisk: SimulatedDatabase['bytesOnDisk']
  end(): Promise<void>
}

/** An endpoint with a catalogue, on 23 November 2026. */
export async function simulatedEndpoint(seed = 1, base = '/'): Promise<SimulatedEndpoint> {
  const { place, bytesOnDisk, end } = await simulatedDatabase()
  const clock = { now: '2026-11-23T10:00:00Z' }
  const lines: Logged[] = []
  const deps: Deps = {
    store: await openStore(place),
    now: () => new Date(clock.now),
    randomBytes: seededBytes(seed),
    floor: 10,
    isFull: roomKeeper(),
    log: (logged) => lines.push(logged),
  }
  await seedCatalogue(Buffer.from(JSON.stringify(CATALOGUE)), deps)
  await prepareAccess({ hrToken: 'hr-token-for-tests', joinCode: JOIN_CODE }, false, deps)
  const server = createServer(deps, base, new Map())
  const ask: SimulatedEndpoint['ask'] = (method, path, options = {}) =>
    server.inject({ method, url: `${base}api/v1/${path}`, ...options })
  return {
    deps,
    place,
    lines,
    clock,
    ask,
    async open(change = {}) {
      const payload = { ...OPENING, ...change }
      const response = await ask('POST', 'periods', { headers: HR, payload })
      if (response.statusCode !== 201) throw new Error(response.body)
      return response.json<CurrentPeriod>()
    },
    bytesOnDisk,
    async end() {
      await server.close()
      await deps.store.close()
      await end()
    },
  }
}

/** A text as the body of a submission to this period: sealed, unless the period was opened before bodies were. */
export async function bodyOf({ recipient }: Pick<CurrentPeriod, 'recipient'>, text: string): Promise<string> {
  if (recipient === undefined) return Buffer.from(text).toString('base64url')
  return sealedBody(text, recipient, sealedLength(CATALOGUE))
}

/** A laptop with a key of its own for one period. */
export async function simulatedLaptop(period: CurrentPeriod) {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  const { privateKey, publicKey } = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify'])
  const point = Buffer.from(await crypto.subtle.exportKey('raw', publicKey)).toString('base64url')

  async function signed(body: string, sequence = 1): Promise<Submission> {
    const text = signedText(period.id, sequence, sha256(body))
    const hash = { name: 'ECDSA', hash: 'SHA-256' }
    const signature = Buffer.from(await crypto.subtle.sign(hash, privateKey, Buffer.from(text)))
    return {
      v: 1,
      period: period.id,
      publicKey: point,
      sequence,
      signature: signature.toString('base64url'),
      body,
      joinCode: JOIN_CODE,
    }
  }

  const summary = (change: Partial<Summary> = {}): Summary => ({
    v: 1,
    period: period.id,
    grid: period.gridHash,
    catalogue: period.catalogue,
    cell: period.grid.cells[0]!.id,
    bands: {},
    ...change,
  })

  return {
    signed,
    summary,
    /** What this laptop sends to say this. */
    saying: async (change: Partial<Summary> = {}, sequence = 1) =>
      signed(await bodyOf(period, JSON.stringify(summary(change))), sequence),
  }
}

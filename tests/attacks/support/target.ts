import { request, Agent, type IncomingMessage } from 'node:http'
import { inject } from 'vitest'
import type { CurrentPeriod } from '../../../src/contract/period.ts'
import type { PublishedRelease } from '../../../src/contract/release.ts'
import type { Submission, Summary } from '../../../src/contract/summary.ts'
import { CLOSING, PERIOD_KEY, simulatedLaptop } from '../../../src/endpoint/simulated.ts'
import { slotOf } from '../../../src/endpoint/signature.ts'
import { simulatedPostgres } from '../../../src/endpoint/simulatedDatabase.ts'
import { openStore, type Place } from '../../../src/endpoint/store/open.ts'
import { summariesOf } from '../../../src/endpoint/store/summaries.ts'
import type { SummaryRow } from '../../../src/endpoint/store/tables.ts'
import { Endpoint, HR_TOKEN, JOIN_CODE } from '../../journeys/support/endpoint.ts'

export const AS_HR = { authorization: `Bearer ${HR_TOKEN}` }

/** What the target keeps its data in: with the project `attacks-postgres` a database of its own there. */
export const DATABASE = inject('postgres') === undefined ? 'SQLite' : 'PostgreSQL'

export interface Answered {
  status: number
  body: string
}

/** The built endpoint in a process of its own, with a period open. */
export interface Target {
  endpoint: Endpoint
  place: Place
  period: CurrentPeriod
  /** A request over a connection that is kept; rejects where the connection breaks. */
  ask(
    method: string,
    path: string,
    body?: string | Buffer,
    headers?: Record<string, string>,
  ): Promise<Answered>
  send(submission: Submission): Promise<number>
  /** Ends the process and its data. */
  discard(): Promise<void>
}

export async function openTarget(
  headcount: number,
  env: Record<string, string> = {},
  epsilon = 1,
): Promise<Target> {
  const ofItsOwn = inject('postgres') !== undefined && env.DATABASE_URL === undefined
  const database = ofItsOwn ? await simulatedPostgres() : undefined
  const url = database?.place.url ?? env.DATABASE_URL
  const endpoint = await Endpoint.start({
    env: { ...env, ...(url === undefined ? {} : { DATABASE_URL: url }) },
  })
  const { ask, send, leave } = askingAt(endpoint.url)
  const opening = JSON.stringify(openingOf('attacked', headcount, epsilon))
  const opened = await ask('POST', 'periods', opening, AS_HR)
  if (opened.status !== 201) throw new Error(opened.body)
  return {
    endpoint,
    place: url === undefined ? { folder: endpoint.dataDir } : { url },
    period: JSON.parse(opened.body) as CurrentPeriod,
    ask,
    send,
    async discard() {
      leave()
      await endpoint.discard()
      await database?.end()
    },
  }
}

/** What asks the endpoint at an address, its own or a balancer's. */
export function askingAt(url: string): Pick<Target, 'ask' | 'send'> & { leave(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const ask: Target['ask'] = (method, path, body, headers = {}) =>
    exchange(agent, new URL(`api/v1/${path}`, url), method, body, headers)
  return {
    ask,
    send: async (submission) => (await ask('POST', 'summaries', JSON.stringify(submission))).status,
    leave: () => agent.destroy(),
  }
}

/** What opens a period that lasts 30 days, in three units. */
export function openingOf(id: string, headcount: number, epsilon: number) {
  const closes = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
  const headcounts = ['a', 'b', 'c'].map((unit) => ({
    unit,
    family: 'f',
    headcount: Math.ceil(headcount / 3),
  }))
  return { id, closes, epsilon, keep: 'units', headcounts, recipient: PERIOD_KEY.recipient }
}

/** One request, its answer read whole. JSON where it has a body, unless a header says otherwise. */
function exchange(
  agent: Agent,
  url: URL,
  method: string,
  body: string | Buffer | undefined,
  headers: Record<string, string>,
): Promise<Answered> {
  const type = body === undefined ? {} : { 'content-type': 'application/json' }
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      { agent, method, headers: { ...type, ...headers } },
      (response: IncomingMessage) => {
        const pieces: Buffer[] = []
        response.on('data', (piece: Buffer) => pieces.push(piece))
        response.on('error', reject)
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(pieces).toString() }),
        )
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
}

/** A laptop with a key of its own, that has the join code. */
export async function laptopOf({ period }: Target) {
  const laptop = await simulatedLaptop(period)
  return {
    ...laptop,
    saying: async (change: Partial<Summary> = {}, sequence = 1): Promise<Submission> => ({
      ...(await laptop.saying(change, sequence)),
      joinCode: JOIN_CODE,
    }),
    signed: async (body: string, sequence = 1): Promise<Submission> => ({
      ...(await laptop.signed(body, sequence)),
      joinCode: JOIN_CODE,
    }),
  }
}

/** What the store holds of the period, by slot. The endpoint is to be stopped, or killed. */
export async function kept({ period, place }: Target, at = place): Promise<Map<string, SummaryRow>> {
  const store = await openStore(at)
  try {
    return new Map((await summariesOf(store.db, period.id)).map((row) => [row.slot, row]))
  } finally {
    await store.close()
  }
}

export function slotIn(submission: Submission): string {
  return slotOf(submission)
}

export async function release(target: Target): Promise<PublishedRelease> {
  const key = JSON.stringify(CLOSING)
  const { status, body } = await target.ask('POST', `periods/${target.period.id}/close`, key, AS_HR)
  if (status !== 200) throw new Error(body)
  return JSON.parse(body) as PublishedRelease
}

/** Does all of it, so many at a time. */
export async function inParallel<Item>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item, place: number) => Promise<void>,
): Promise<void> {
  let next = 0
  const worker = async () => {
    for (let place = next++; place < items.length; place = next++) await work(items[place]!, place)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

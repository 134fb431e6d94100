import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import type { CurrentPeriod } from '../../contract/period'
import { CLOSING, HR, simulatedEndpoint, simulatedLaptop, type SimulatedEndpoint } from '../simulated'
import { tidy } from '../tidy'
import { summaryCount } from './summaries'

let endpoint: SimulatedEndpoint
let period: CurrentPeriod
beforeEach(async () => {
  endpoint = await simulatedEndpoint()
  period = await endpoint.open()
})
afterEach(() => endpoint.end())

const laptop = () => simulatedLaptop(period)
const send = async (payload: object) => {
  expect((await endpoint.ask('POST', 'summaries', { payload })).statusCode).toBe(204)
}
const ask = async <T>(query: ReturnType<typeof sql<T>>) => (await query.execute(endpoint.deps.store.db)).rows
const writers = () => ask(sql<{ xmin: string }>`select distinct xmin::text from summaries`)
const file = () => ask(sql`select pg_relation_filenode(${`"summaries of ${period.id}"`}) as file`)

it('a period’s summaries are in a table of their own, which goes as the period ends', async () => {
  const tables = () =>
    ask(sql`select relname from pg_class where relname like 'summaries of %' and relkind = 'r'`)
  expect(await tables()).toEqual([{ relname: 'summaries of 2026-H2' }])
  await endpoint.ask('POST', `periods/${period.id}/close`, { headers: HR, payload: CLOSING })
  expect(await tables()).toEqual([])
})

it('a minute after they came, no row says by its transaction when it did', async () => {
  for (let n = 0; n < 10; n += 1) await send(await (await laptop()).saying())
  expect(await writers()).toHaveLength(10)
  await tidy(endpoint.deps)
  expect(await writers()).toHaveLength(1)
  const inPlace = await ask(sql<{ slot: string }>`select slot from summaries order by ctid`)
  expect(inPlace).toEqual(await ask(sql`select slot from summaries order by slot`))
})

it('the table is written anew where something came or was replaced, and otherwise left alone', async () => {
  const first = await laptop()
  await send(await first.saying({}, 1))
  const files = [await file()]
  for (const next of [undefined, undefined, await first.saying({}, 2), undefined]) {
    if (next !== undefined) await send(next)
    await tidy(endpoint.deps)
    files.push(await file())
  }
  const [atFirst, tidied, again, replaced, after] = files
  expect(tidied).not.toEqual(atFirst)
  expect(again).toEqual(tidied)
  expect(replaced).not.toEqual(again)
  expect(after).toEqual(replaced)
})

it('what is sent while the table is written anew is kept, and nothing is missing meanwhile', async () => {
  const payloads = await Promise.all(Array.from({ length: 60 }, async () => (await laptop()).saying()))
  const counts: number[] = []
  const sending = Promise.all(payloads.map(send)).then(() => 'sent')
  const tidying = (async () => {
    for (let n = 0; n < 10; n += 1) {
      await tidy(endpoint.deps)
      counts.push(await summaryCount(endpoint.deps.store.db, period.id))
    }
  })()
  await Promise.all([sending, tidying])
  expect(counts).toEqual([...counts].sort((a, b) => a - b))
  expect(await summaryCount(endpoint.deps.store.db, period.id)).toBe(60)
})

it('the write-ahead log keeps what the tables no longer hold: the limit that the guide tells of', async () => {
  const payloads = await Promise.all(Array.from({ length: 5 }, async () => (await laptop()).saying()))
  await Promise.all(payloads.map(send))
  await endpoint.ask('POST', `periods/${period.id}/close`, { headers: HR, payload: CLOSING })
  const tables = await endpoint.bytesOnDisk()
  expect(payloads.some(({ body }) => tables.includes(body))).toBe(false)
  const log = join(inject('postgres')!.data, 'pg_wal')
  const files = readdirSync(log, { withFileTypes: true }).filter((entry) => entry.isFile())
  const written = Buffer.concat(files.map(({ name }) => readFileSync(join(log, name))))
  expect(payloads.some(({ body }) => written.includes(body.slice(60, 84)))).toBe(true)
})

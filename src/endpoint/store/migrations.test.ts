import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Database from 'libsql'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { releaseIn } from '../releases'
import { asAdministrator, simulatedDatabase, type SimulatedDatabase } from '../simulatedDatabase'
import { currentCatalogue } from './catalogues'
import { MIGRATIONS } from './migrations'
import { openStore, type Place } from './open'
import { allPeriods, endPeriod } from './periods'
import { releaseOf } from './releases'
import type { Store } from './store'
import { slotCount, summariesOf } from './summaries'

/** PostgreSQL came with the second version. */
const [KIND, FIRST] = inject('postgres') === undefined ? ['sqlite', 1] : ['postgres', 2]
/** Periods opened before take their summaries plain, and close without a key. */
const SEALED_SINCE = 3
/** Since sign-in with an identity provider came. */
const SESSIONS_SINCE = 4
const VERSIONS = MIGRATIONS.map((_, index) => index + 1).filter((version) => version >= FIRST)

const dumpOf = (version: number) =>
  readFileSync(resolve('tests/fixtures/store', `${KIND}-v${version}.sql`), 'utf8')

async function restore(place: Place, dump: string): Promise<void> {
  if ('url' in place) return void (await asAdministrator(dump, place.url))
  const database = new Database(join(place.folder, 'waymark.sqlite'))
  database.exec(dump)
  database.close()
}

/** Every table's columns; the table of a period is of the shape of `summaries`. */
async function shapeOf({ db }: Store): Promise<string[]> {
  const tables = (await db.introspection.getTables()).filter(({ name }) => !name.startsWith('summaries of '))
  const lines = tables.flatMap(({ name: table, columns }) =>
    columns.map(
      ({ name, dataType, isNullable }) => `${table}.${name} ${dataType}${isNullable ? '' : ' not null'}`,
    ),
  )
  return lines.sort()
}

let database: SimulatedDatabase
beforeEach(async () => {
  database = await simulatedDatabase()
})
afterEach(() => database.end())

describe.each(VERSIONS)('a store that version %i wrote', (version) => {
  const dump = dumpOf(version)
  let store: Store
  beforeEach(async () => {
    await restore(database.place, dump)
    store = await openStore(database.place)
  })
  afterEach(() => store.close())

  it('is brought to the shape of a new one', async () => {
    const fresh = await simulatedDatabase()
    const made = await openStore(fresh.place)
    expect(await shapeOf(store)).toEqual(await shapeOf(made))
    await made.close()
    await fresh.end()
  })

  it('has all that was in it', async () => {
    const periods = await allPeriods(store.db)
    expect(periods.map(({ id, state, told }) => [id, state, told])).toEqual([
      ['2027-H2', 'open', 0],
      ['2026-H1', 'released', 0],
    ])
    expect(periods.map(({ recipient }) => recipient !== null)).toEqual([version >= SEALED_SINCE, false])
    const summaries = await summariesOf(store.db, '2027-H2')
    expect(summaries.map(({ sequence }) => sequence).sort()).toEqual([1, 2])
    for (const { slot, public_key, signature, body } of summaries) {
      for (const value of [slot, public_key, signature, body]) expect(dump).toContain(`'${value}'`)
    }
    expect(await slotCount(store.db, '2027-H2')).toBe(3)
    const release = (await releaseOf(store.db, '2026-H1'))!
    expect(dump).toContain(release.body)
    // Made by version 1 of the release: read as this version has it, and kept as it was.
    expect(releaseIn(release)).toMatchObject({
      ...{ v: 2, period: '2026-H1', published: true, repliedInAll: 27 },
      totals: [
        [1, 1],
        [-1, 0],
        [-1, 1],
      ],
    })
    expect(dump).toContain((await currentCatalogue(store.db))!.body)
    const sessions = await store.db.selectFrom('sessions').selectAll().execute()
    expect(sessions.map(({ subject }) => subject)).toEqual(
      version >= SESSIONS_SINCE ? ['made-up-person'] : [],
    )
  })

  it('lets go of the summaries in it as their period ends', async () => {
    const summaries = await summariesOf(store.db, '2027-H2')
    await store.change((db) => endPeriod(db, '2027-H2', 'deleted', store))
    await store.scrub()
    const bytes = await database.bytesOnDisk()
    expect(summaries.filter(({ body }) => bytes.includes(body))).toEqual([])
  })
})

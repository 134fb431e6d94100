import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import Database from 'libsql'
import { expect, it } from 'vitest'
import { simulatedEndpoint, simulatedLaptop, type SimulatedEndpoint } from '../simulated'
import { openSqlite } from './sqlite'
import { setSetting, setting } from './settings'
import { summariesOf } from './summaries'

function folderOf({ place }: SimulatedEndpoint): string {
  if ('folder' in place) return place.folder
  throw new Error('not on SQLite')
}

it('what was answered is there after a power cut', async () => {
  const endpoint = await simulatedEndpoint()
  const period = await endpoint.open()
  for (let n = 0; n < 5; n += 1) {
    const payload = await (await simulatedLaptop(period)).saying()
    expect((await endpoint.ask('POST', 'summaries', { payload })).statusCode).toBe(204)
  }
  // The files as they stand at that moment: nothing was closed, no log written back.
  const copy = mkdtempSync(join(tmpdir(), 'waymark-cut-'))
  cpSync(folderOf(endpoint), copy, { recursive: true })
  const reopened = openSqlite(copy)
  expect(await summariesOf(reopened.db, period.id)).toHaveLength(5)
  await reopened.close()
  rmSync(copy, { recursive: true })
  await endpoint.end()
})

it('can be copied while it serves, and the copy is a store with all that was answered by then', async () => {
  const endpoint = await simulatedEndpoint()
  const period = await endpoint.open()
  const send = async () => {
    const payload = await (await simulatedLaptop(period)).saying()
    expect((await endpoint.ask('POST', 'summaries', { payload })).statusCode).toBe(204)
  }
  for (let n = 0; n < 5; n += 1) await send()
  const copy = mkdtempSync(join(tmpdir(), 'waymark-copy-'))
  const another = new Database(join(folderOf(endpoint), 'waymark.sqlite'))
  const sending = Promise.all([send(), send()])
  another.exec(`vacuum into '${join(copy, 'waymark.sqlite')}'`)
  another.close()
  await sending
  const restored = openSqlite(copy)
  expect((await summariesOf(restored.db, period.id)).length).toBeGreaterThanOrEqual(5)
  expect(await setting(restored.db, 'hr-token')).toBe(await setting(endpoint.deps.store.db, 'hr-token'))
  await restored.close()
  rmSync(copy, { recursive: true })
  await endpoint.end()
})

it('keeps summaries with no row id, in a file with a write-ahead log', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-'))
  const store = openSqlite(folder)
  const database = new Database(join(folder, 'waymark.sqlite'))
  expect(database.pragma('journal_mode')).toEqual([{ journal_mode: 'wal' }])
  expect(() => database.prepare('select rowid from periods')).not.toThrow()
  expect(() => database.prepare('select rowid from summaries')).toThrow(/no such column/)
  database.close()
  await store.close()
  rmSync(folder, { recursive: true })
})

it('a store written by a newer version is refused, and left as it is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-'))
  await openSqlite(folder).close()
  const database = new Database(join(folder, 'waymark.sqlite'))
  database.exec('pragma user_version = 99')
  expect(() => openSqlite(folder)).toThrow(/newer Waymark/)
  expect(database.pragma('user_version')).toEqual([{ user_version: 99 }])
  database.close()
  rmSync(folder, { recursive: true })
})

it('its files are for this account only, in a folder open to others and from an earlier start too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-'))
  chmodSync(folder, 0o755)
  writeFileSync(join(folder, 'waymark.sqlite'), '', { mode: 0o644 })
  const store = openSqlite(folder)
  const files = readdirSync(folder)
  expect(files).toContain('waymark.sqlite-wal')
  for (const file of files) expect([file, statSync(join(folder, file)).mode & 0o077]).toEqual([file, 0])
  await store.close()
  rmSync(folder, { recursive: true })
})

it('what did not fit on a full disk is named as that, and what came before is kept', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-'))
  const { db, close } = openSqlite(folder)
  await setSetting(db, 'hr-token', 'kept')
  await sql`pragma max_page_count = 1`.execute(db)
  const write = db.transaction().execute((inside) => setSetting(inside, 'hr-token', 'x'.repeat(1_000_000)))
  await expect(write).rejects.toMatchObject({ code: 'SQLITE_FULL' })
  expect(await setting(db, 'hr-token')).toBe('kept')
  await db.transaction().execute((inside) => setSetting(inside, 'hr-token', 'next'))
  expect(await setting(db, 'hr-token')).toBe('next')
  await close()
  rmSync(folder, { recursive: true })
})

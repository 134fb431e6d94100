import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { freePort } from '../../../tests/journeys/support/endpoint'
import { asAdministrator, simulatedPostgres } from '../simulatedDatabase'
import { MIGRATIONS } from './migrations'
import { openPostgres } from './postgres'
import type { Store } from './store'

let database: Awaited<ReturnType<typeof simulatedPostgres>>
beforeEach(async () => {
  database = await simulatedPostgres()
})
afterEach(() => database.end())

const versionIn = async (url: string) =>
  (await asAdministrator('select version from waymark', url))[0]?.version

/** The database's address with something else in it. */
function address(change: (url: URL) => void): string {
  const url = new URL(database.place.url)
  change(url)
  return url.href
}

describe('opening', () => {
  it('makes the tables once, however many processes start together', async () => {
    const stores = await Promise.all(Array.from({ length: 8 }, () => openPostgres(database.place.url)))
    expect(await versionIn(database.place.url)).toBe(MIGRATIONS.length)
    await Promise.all(stores.map((store) => store.close()))
  })

  it('refuses a database written by a newer version, and leaves it as it is', async () => {
    await (await openPostgres(database.place.url)).close()
    await asAdministrator('update waymark set version = 99', database.place.url)
    await expect(openPostgres(database.place.url)).rejects.toThrow(/newer Waymark/)
    expect(await versionIn(database.place.url)).toBe(99)
  })

  it('does the whole of a step or nothing of it', async () => {
    await asAdministrator('create table releases (in_the_way integer)', database.place.url)
    await expect(openPostgres(database.place.url)).rejects.toThrow(/releases/)
    const tables = await asAdministrator(
      `select relname from pg_class where relnamespace = 'public'::regnamespace`,
      database.place.url,
    )
    expect(tables).toEqual([{ relname: 'releases' }])
    await asAdministrator('drop table releases', database.place.url)
    await (await openPostgres(database.place.url)).close()
  })

  it('takes a database in any language, and orders by bytes as SQLite does', async () => {
    const english = await simulatedPostgres(
      `template template0 encoding 'UTF8' locale_provider icu icu_locale 'en-GB' lc_collate 'C' lc_ctype 'C'`,
    )
    const store = await openPostgres(english.place.url)
    await store.db.insertInto('catalogues').values({ version: 'c', body: '' }).execute()
    for (const id of ['a', 'B', 'b', 'A']) {
      await sql`insert into periods values (${id}, '2026', '2026', 1, 'units', 10, 'c', '', '', 'released')`.execute(
        store.db,
      )
    }
    const rows = await store.db.selectFrom('periods').select('id').orderBy('id').execute()
    expect(rows.map(({ id }) => id)).toEqual(['A', 'B', 'a', 'b'])
    await store.close()
    await english.end()
  })
})

describe('says in one sentence, without the password,', () => {
  const password = () => new URL(database.place.url).password
  const sentence = async (url: string) => {
    const error = await openPostgres(url).then(
      () => new Error('it opened'),
      (thrown: Error) => thrown,
    )
    expect(error.message).not.toContain(password())
    return error.message
  }

  it('that the password is wrong', async () => {
    expect(await sentence(address((url) => (url.password = 'another')))).toMatch(
      /refused the name or the password/,
    )
  })

  it('that there is no such database or host, or nothing listens there', async () => {
    expect(await sentence(address((url) => (url.pathname = 'elsewhere')))).toMatch(/no database of the name/)
    expect(await sentence(address((url) => (url.hostname = 'no-such-host.invalid')))).toMatch(
      /no host of the name|could not be looked up/,
    )
    const port = await freePort()
    expect(await sentence(address((url) => (url.port = String(port))))).toMatch(/Nothing answers/)
  })

  it('that there are too many connections', async () => {
    await asAdministrator(`create role crowded login password '${password()}' connection limit 0`)
    expect(await sentence(address((url) => (url.username = 'crowded')))).toMatch(/no connection left/)
    await asAdministrator(`drop role crowded`)
  })

  it('that it may not make tables, or that the database takes no changes', async () => {
    const name = new URL(database.place.url).pathname.slice(1)
    await asAdministrator(`create role guest login password '${password()}'`)
    expect(await sentence(address((url) => (url.username = 'guest')))).toMatch(/make it the owner/)
    await asAdministrator('drop role guest')
    await asAdministrator(`alter database ${name} set default_transaction_read_only = on`)
    expect(await sentence(database.place.url)).toMatch(/takes no changes/)
  })

  it('that it keeps text in a way that cannot hold every name', async () => {
    const latin = await simulatedPostgres(`template template0 encoding 'LATIN1' locale 'C'`)
    expect(await sentence(latin.place.url)).toMatch(/keeps text in LATIN1: create it with the encoding UTF8/)
    await latin.end()
  })

  it('that TLS was asked for where there is none, by whichever sslmode', async () => {
    for (const mode of ['require', 'verify-ca', 'verify-full', 'no-verify']) {
      expect(await sentence(address((url) => url.searchParams.set('sslmode', mode)))).toMatch(/speaks none/)
    }
    await (await openPostgres(address((url) => url.searchParams.set('sslmode', 'disable')))).close()
  })
})

describe('a change', () => {
  let store: Store
  beforeEach(async () => {
    store = await openPostgres(database.place.url)
  })
  afterEach(() => store.close())

  it('is alone, over all processes, while those who collect are side by side', async () => {
    const another = await openPostgres(database.place.url)
    const seen: string[] = []
    const gate = () => {
      let open = () => {}
      const opened = new Promise<void>((resolve) => (open = resolve))
      return { open, opened }
    }
    const waiting = async () =>
      (
        await asAdministrator(
          `select 1 from pg_locks where locktype = 'advisory' and not granted`,
          database.place.url,
        )
      ).length

    const [one, two, done] = [gate(), gate(), gate()]
    const collects = [
      store.collect(async () => (one.open(), await two.opened, seen.push('collected'))),
      another.collect(async () => (two.open(), await one.opened, seen.push('collected'))),
    ]
    await Promise.all(collects)
    const changing = gate()
    const change = store.change(async () => (changing.open(), await done.opened, seen.push('changed')))
    await changing.opened
    const others = [
      another.change(async () => seen.push('changed by another')),
      another.collect(async () => seen.push('collected later')),
    ]
    await expect.poll(waiting).toBe(2)
    expect(seen).toEqual(['collected', 'collected'])
    done.open()
    await Promise.all([change, ...others])
    expect(seen.slice(0, 3)).toEqual(['collected', 'collected', 'changed'])
    expect(seen.slice(3).sort()).toEqual(['changed by another', 'collected later'])
    await another.close()
  })

  it.each(['40001', '40P01'])(
    'is tried again where PostgreSQL asks for that (%s), and then kept once',
    async (code) => {
      let tries = 0
      await store.change(async (db) => {
        tries += 1
        await sql`insert into settings values ('catalogue', ${String(tries)})`.execute(db)
        if (tries < 3) await sql.raw(`do $$ begin raise sqlstate '${code}'; end $$`).execute(db)
      })
      expect(await sql`select value from settings`.execute(store.db)).toMatchObject({
        rows: [{ value: '3' }],
      })
    },
  )

  it('that goes wrong in another way is not, and leaves nothing', async () => {
    let tries = 0
    const failing = store.change(async (db) => {
      tries += 1
      await sql`insert into settings values ('catalogue', 'x')`.execute(db)
      await sql`select 1 / 0`.execute(db)
    })
    await expect(failing).rejects.toMatchObject({ code: '22012' })
    expect(tries).toBe(1)
    expect(await sql`select value from settings`.execute(store.db)).toMatchObject({ rows: [] })
  })

  it('is on the disk before it returns, whatever the server is set to', async () => {
    const name = new URL(database.place.url).pathname.slice(1)
    await asAdministrator(`alter database ${name} set synchronous_commit = off`)
    const another = await openPostgres(database.place.url)
    const { rows } = await sql<{ set: string }>`select current_setting('synchronous_commit') as set`.execute(
      another.db,
    )
    expect(rows).toEqual([{ set: 'on' }])
    await another.close()
  })

  it('gives whole numbers as numbers', async () => {
    const { rows } = await sql<{ n: number }>`select 9007199254740991::bigint as n`.execute(store.db)
    expect(rows).toEqual([{ n: Number.MAX_SAFE_INTEGER }])
  })
})

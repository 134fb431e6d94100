import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { inject } from 'vitest'
import type { Place } from './store/open'

declare module 'vitest' {
  interface ProvidedContext {
    /** The PostgreSQL that a run of tests has to itself; missing where they run on SQLite. */
    postgres?: {
      url: string
      /** The folder of its data. */
      data: string
      programs: { folder: string; user: { uid?: number; gid?: number } }
    }
  }
}

/** For tests: a database with nothing in it yet. */
export interface SimulatedDatabase {
  place: Place
  /** Every byte of every file that holds its tables: on PostgreSQL not those of the write-ahead log. */
  bytesOnDisk(): Promise<Buffer>
  end(): Promise<void>
}

/** A database of the kind that this run of tests is for. */
export async function simulatedDatabase(): Promise<SimulatedDatabase> {
  return inject('postgres') === undefined ? simulatedSqlite() : simulatedPostgres()
}

function simulatedSqlite(): SimulatedDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-'))
  return {
    place: { folder },
    bytesOnDisk: async () => bytesIn(folder),
    end: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A database in PostgreSQL, made with these options of `create database`. */
export async function simulatedPostgres(
  options = '',
): Promise<SimulatedDatabase & { place: { url: string } }> {
  const name = `waymark_${randomBytes(8).toString('hex')}`
  await asAdministrator(`create database ${name} ${options}`)
  const url = new URL(inject('postgres')!.url)
  url.pathname = name
  return {
    place: { url: url.href },
    async bytesOnDisk() {
      await asAdministrator('checkpoint')
      const [row] = await asAdministrator(`select oid from pg_database where datname = '${name}'`)
      return bytesIn(join(inject('postgres')!.data, 'base', String(row!.oid)))
    },
    async end() {
      await asAdministrator(`drop database ${name} with (force)`)
    },
  }
}

/** One statement by who may do everything, in a database of PostgreSQL. */
export async function asAdministrator(
  statement: string,
  url = inject('postgres')!.url,
): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows
  } finally {
    await client.end()
  }
}

function bytesIn(folder: string): Buffer {
  return Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))))
}

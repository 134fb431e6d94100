import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { PostgresServer, TLS } from '../../../tests/support/postgresServer'
import { openPostgres } from './postgres'

let server: PostgresServer
beforeAll(async () => {
  server = await PostgresServer.start(inject('postgres')!.programs, { tls: true })
})
afterAll(() => server.discard())

const certificate = encodeURIComponent(join(TLS, 'certificate.pem'))
const at = (query: string, host = 'localhost') => server.url().replace('@localhost', `@${host}`) + query

async function isEncrypted(url: string): Promise<boolean> {
  const store = await openPostgres(url)
  const query = sql<{ ssl: boolean }>`select ssl from pg_stat_ssl where pid = pg_backend_pid()`
  const { rows } = await query.execute(store.db)
  await store.close()
  return rows[0]!.ssl
}

it('encrypts where the address asks for that, and only there', async () => {
  expect(await isEncrypted(at(''))).toBe(false)
  expect(await isEncrypted(at('?sslmode=disable'))).toBe(false)
  expect(await isEncrypted(at('?sslmode=no-verify'))).toBe(true)
  for (const mode of ['require', 'verify-ca', 'verify-full']) {
    expect(await isEncrypted(at(`?sslmode=${mode}&sslrootcert=${certificate}`))).toBe(true)
  }
})

it('sends nothing to a host whose certificate it does not know, or that is another’s, by whichever sslmode', async () => {
  for (const mode of ['prefer', 'require', 'verify-ca', 'verify-full']) {
    await expect(openPostgres(at(`?sslmode=${mode}`))).rejects.toThrow(
      /does not trust the certificate.*sslrootcert/,
    )
    const elsewhere = at(`?sslrootcert=${certificate}&sslmode=${mode}`, '127.0.0.1')
    await expect(openPostgres(elsewhere)).rejects.toThrow(/does not trust the certificate/)
  }
})

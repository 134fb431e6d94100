import { postgres } from '../../scripts/steps/postgres.mjs'
import { PostgresServer } from './postgresServer.ts'

/** One PostgreSQL for all the tests of a run, each of which makes a database of its own in it. */
export default async function setup({ provide }) {
  const programs = await postgres()
  const server = await PostgresServer.start(programs)
  provide('postgres', { url: server.url(), data: server.data, programs })
  return () => server.discard()
}

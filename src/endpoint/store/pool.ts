import { Pool, types } from 'pg'

const CONNECTIONS_MAX = 10
const CONNECT_WITHIN_MS = 5000
/** A change, which is more work than a request for reading or one summary, sets its own two. */
const STATEMENT_WITHIN_MS = 10_000
/** After this long a process that holds a transaction and says nothing is taken for dead. */
const SILENT_MS = 60_000

/** Whole numbers as numbers: PostgreSQL counts in 64 bits, which `pg` hands over as text. */
const parsers = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === types.builtins.INT8
      ? Number
      : types.getTypeParser(oid, format as 'text')) as typeof types.getTypeParser,
}

/** Connections to a PostgreSQL, made as they are needed, and made again after it was restarted. */
export function poolFor(url: string): Pool {
  const pool = new Pool({
    connectionString: checkingCertificates(url),
    application_name: 'waymark',
    max: CONNECTIONS_MAX,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    statement_timeout: STATEMENT_WITHIN_MS,
    idle_in_transaction_session_timeout: SILENT_MS,
    // Whatever the server is set to: what was answered is on its disk.
    options: '-c synchronous_commit=on',
    keepAlive: true,
    types: parsers,
  })
  // A connection that breaks is taken out of the pool, and whoever asks next gets a new one. Unheard, the event would
  // end this process: of idle connections the pool tells, of those in use each by itself, between two statements.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** Wherever the address asks for TLS the certificate is checked; only `no-verify` says otherwise. */
function checkingCertificates(url: string): string {
  return url.replace(/([?&]sslmode=)(prefer|require|verify-ca)(?=&|$)/, '$1verify-full')
}

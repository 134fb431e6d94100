/** What to do, by SQLSTATE (PostgreSQL manual, appendix A) or by the code of Node's network errors. */
const SENTENCES: Readonly<Record<string, string>> = {
  '28P01': 'PostgreSQL refused the name or the password in DATABASE_URL.',
  '28000':
    'PostgreSQL lets nobody in from here by the name in DATABASE_URL: see its pg_hba.conf, and add ?sslmode=verify-full where it asks for TLS.',
  '3D000': 'PostgreSQL has no database of the name in DATABASE_URL: create it, with the encoding UTF8.',
  '42501': 'The name in DATABASE_URL may not make tables there: make it the owner of the database.',
  '53300': 'PostgreSQL has no connection left: each endpoint takes up to 10, so raise its max_connections.',
  '57014': 'Another process has been changing the database of DATABASE_URL for too long: try again.',
  '57P03': 'PostgreSQL is only just starting: try again in a moment.',
  EAI_AGAIN: 'The host in DATABASE_URL could not be looked up: see the network’s name server.',
  ECONNREFUSED: 'Nothing answers at the host and port in DATABASE_URL: is PostgreSQL running there?',
  EHOSTUNREACH: 'The host in DATABASE_URL cannot be reached from here.',
  ENOTFOUND: 'There is no host of the name in DATABASE_URL.',
  ETIMEDOUT: 'The host in DATABASE_URL does not answer.',
}

/** The sentence for what went wrong in opening PostgreSQL. It repeats nothing of the address. */
export function postgresSentence(error: Error & { code?: string }): string {
  const { code, message } = error
  if (code === undefined && /timeout/.test(message)) return SENTENCES.ETIMEDOUT!
  if (code === undefined && /not support SSL/.test(message)) {
    return 'DATABASE_URL asks for TLS by its sslmode, and this PostgreSQL speaks none.'
  }
  if (/CERT|SIGNATURE/.test(code ?? '')) {
    return `This machine does not trust the certificate of the host in DATABASE_URL (${code}): name its authority with sslrootcert.`
  }
  return SENTENCES[code ?? ''] ?? message
}

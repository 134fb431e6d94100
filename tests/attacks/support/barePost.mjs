// The limit that the endpoint is measured beside: commits the bytes that come to the same kind of database, durably,
// and does nothing else. No signature, no schema, no slot.
import { createServer } from 'node:http'
import { join } from 'node:path'
import Database from 'libsql'
import { Pool } from 'pg'

const { DATABASE_URL, DATA_DIR, PORT } = process.env
const commit = DATABASE_URL === undefined ? await inSqlite() : await inPostgres()

async function inSqlite() {
  const database = new Database(join(DATA_DIR, 'bare.sqlite'))
  for (const setting of ['journal_mode = wal', 'synchronous = full', 'temp_store = memory'])
    database.pragma(setting)
  database.exec('create table bodies (id integer primary key, body text not null)')
  const insert = database.prepare('insert into bodies (body) values (?)')
  return async (body) => void insert.run(body)
}

async function inPostgres() {
  const pool = new Pool({ connectionString: DATABASE_URL })
  await pool.query('create table if not exists bodies (id bigserial primary key, body text not null)')
  return (body) => pool.query('insert into bodies (body) values ($1)', [body])
}

createServer((request, response) => {
  const pieces = []
  request.on('data', (piece) => pieces.push(piece))
  request.on('end', () => {
    commit(Buffer.concat(pieces).toString()).then(() => response.writeHead(204).end())
  })
}).listen(Number(PORT), '127.0.0.1', () => process.stdout.write('ready\n'))

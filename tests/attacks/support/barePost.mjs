// The limit that the endpoint is measured beside: commits the bytes that come to the same kind of database, durably,
// and does nothing else. No signature, no schema, no slot.
import { createServer } from 'node:http'
import { join } from 'node:path'
import Database from 'libsql'

const database = new Database(join(process.env.DATA_DIR, 'bare.sqlite'))
for (const setting of ['journal_mode = wal', 'synchronous = full', 'temp_store = memory'])
  database.pragma(setting)
database.exec('create table bodies (id integer primary key, body text not null)')
const insert = database.prepare('insert into bodies (body) values (?)')

createServer((request, response) => {
  const pieces = []
  request.on('data', (piece) => pieces.push(piece))
  request.on('end', () => {
    insert.run(Buffer.concat(pieces).toString())
    response.writeHead(204).end()
  })
}).listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('ready\n'))

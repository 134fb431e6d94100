import { join } from 'node:path'
import { afterEach, expect, inject, it } from 'vitest'
import type { Submission } from '../../src/contract/summary.ts'
import { asAdministrator } from '../../src/endpoint/simulatedDatabase.ts'
import { PostgresServer } from '../support/postgresServer.ts'
import { bytesIn, marksOf, present, timesFrom } from './support/residue.ts'
import { SEED, sized, tell } from './support/size.ts'
import { laptopOf, openTarget, release, slotIn, type Target } from './support/target.ts'

/**
 * Who: whoever comes by the files of PostgreSQL after a period has closed.
 * Looks for: what was sent, sealed or not, by whom, and when, in every byte of every file.
 * Wins: where any of it is outside PostgreSQL's write-ahead log. In that log it is: the limit that the guide tells of,
 * shown here, and that what the guide says of it works.
 */
const ATTACK = 'read the database'
const LAPTOPS = sized(400, 40)
/** Its log, and the file that says when the server was started. */
const LEFT_OUT = ['pg_wal', 'postmaster.pid']

let server: PostgresServer | undefined
let target: Target | undefined
afterEach(async () => {
  await target?.discard()
  await server?.discard()
  target = server = undefined
})

/** A PostgreSQL that served a period which has closed, and what laptops sent. */
async function served(...settings: readonly string[]): Promise<{ sent: Submission[]; from: Date }> {
  server = await PostgresServer.start(inject('postgres')!.programs)
  for (const setting of settings) await asAdministrator(setting, server.url())
  target = await openTarget(LAPTOPS, { DATABASE_URL: server.url() })
  const from = new Date()
  const sent: Submission[] = []
  for (let place = 0; place < LAPTOPS; place += 1) {
    const laptop = await laptopOf(target)
    const said = [await laptop.saying()]
    if (place % 4 === 0) said.push(await laptop.saying({ bands: {} }, 2))
    if (place % 8 === 0) said.push(await laptop.signed('', 3))
    for (const submission of said) {
      const { status } = await target.ask('POST', 'summaries', JSON.stringify(submission), marksOf(place))
      expect(status).toBe(204)
    }
    sent.push(...said)
  }
  expect(await release(target)).toMatchObject({ published: true, spoiled: 0 })
  await asAdministrator('checkpoint', server.url())
  return { sent, from }
}

/** Pieces of what was sent that stand in nothing else: a long text lies on the disk in several. */
function piecesOf(sent: readonly Submission[]): string[] {
  return sent
    .flatMap((one) => [
      slotIn(one),
      ...[one.publicKey, one.signature, one.body].flatMap((text) => [text.slice(60, 84), text.slice(-24)]),
    ])
    .filter((text) => text !== '')
}

it('finds nothing of who sent what in any table once the period is closed, and all of it in the write-ahead log', async () => {
  const { sent, from } = await served()
  const pieces = piecesOf(sent)
  const who = Array.from({ length: LAPTOPS }, (_, place) => Object.values(marksOf(place))).flat()
  const tables = bytesIn(server!.data, LEFT_OUT)
  expect(present(tables, [...pieces, ...who, ...timesFrom(from)])).toEqual([])
  const log = bytesIn(join(server!.data, 'pg_wal'))
  expect(present(log, who)).toEqual([])
  const atFirst = present(log, pieces).length
  expect(atFirst).toBeGreaterThan(pieces.length / 2)
  // A checkpoint alone does not take it away: files of the log are used again, and until then say what they said.
  await asAdministrator('select pg_switch_wal()', server!.url())
  await asAdministrator('checkpoint', server!.url())
  const later = present(bytesIn(join(server!.data, 'pg_wal')), pieces).length
  tell(
    ATTACK,
    `seed ${SEED}: ${sent.length} sent, ${pieces.length} pieces: 0 in ${tables.length} bytes of tables, ${atFirst} in the log, ${later} after a checkpoint`,
  )
  expect(later).toBeGreaterThan(0)
})

it('finds nothing in the write-ahead log either, where the operator has it deleted', async () => {
  const { sent } = await served('alter system set wal_recycle = off', 'select pg_reload_conf()')
  await asAdministrator('select pg_switch_wal()', server!.url())
  await asAdministrator('checkpoint', server!.url())
  expect(present(bytesIn(server!.data), piecesOf(sent))).toEqual([])
  tell(ATTACK, `with wal_recycle off, and after pg_switch_wal() and a checkpoint: 0 in every file`)
})

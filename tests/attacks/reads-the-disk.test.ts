import { statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import type { Bands } from '../../src/domain/band.ts'
import { bytesIn, marksOf, present, timesFrom } from './support/residue.ts'
import { skills } from './support/service.ts'
import { FULL, SEED, sized, tell } from './support/size.ts'
import { laptopOf, openTarget, release, slotIn, type Target } from './support/target.ts'

/**
 * Who: whoever comes by the endpoint's disk, a copy of it or its log, while a period is open or after.
 * Looks for: addresses, user agents and names a browser or a proxy sends along, times, the order in which summaries
 * came, and after closing for anybody's answers. Searches every byte of every file, deleted or not.
 * Wins: where any of it is there. Until the period closes answers stand in its rows, but sealed: nothing of what they say.
 */
const ATTACK = 'read the disk'
const LAPTOPS = sized(400, 60)

let target: Target | undefined
afterEach(async () => {
  await target?.discard()
  target = undefined
})

function bandsOf(place: number): Bands {
  return Object.fromEntries(
    skills.filter((_, n) => (place >> (n % 9)) & 1).map((skill) => [skill, (place % 3) as 0 | 1 | 2]),
  )
}

it('finds nothing of who sent, when, or in which order, and no answer once the period is closed', async () => {
  target = await openTarget(LAPTOPS)
  const here = target
  const folder = here.endpoint.dataDir
  const cells = here.period.grid.cells
  const sent: { body: string; slot: string; key: string; signature: string }[] = []
  const started = new Date()
  for (let place = 0; place < LAPTOPS; place += 1) {
    const cell = cells[place % cells.length]!.id
    const submission = await (await laptopOf(here)).saying({ cell, bands: bandsOf(place) })
    const { status } = await here.ask('POST', 'summaries', JSON.stringify(submission), marksOf(place))
    expect(status).toBe(204)
    const { body, publicKey: key, signature } = submission
    sent.push({ body, slot: slotIn(submission), key, signature })
  }
  const refused = { ...(await (await laptopOf(here)).saying()), signature: 'A'.repeat(86) }
  const failed = await here.ask('POST', 'summaries', JSON.stringify(refused), marksOf(LAPTOPS))
  expect(failed.status).toBe(401)

  const whoAndWhen = [
    ...Array.from({ length: LAPTOPS + 1 }, (_, n) => Object.values(marksOf(n))).flat(),
    '127.0.0.1',
    '::1',
  ]
  const atOnce = bytesIn(folder)
  // The search works: a long body lies in pieces, and each of these is found while the period is open.
  expect(sent.every(({ body, slot }) => atOnce.includes(slot) && atOnce.includes(body.slice(-24)))).toBe(true)
  expect(present(atOnce, [...whoAndWhen, ...timesFrom(started)])).toEqual([])
  const plain = sent.map(({ body }) => Buffer.from(body, 'base64url'))
  expect(
    present(Buffer.concat([atOnce, ...plain]), ['"bands"', ...skills.map((skill) => `"${skill}":0`)]),
  ).toEqual([])

  // Order: the endpoint rewrites its file each minute, and when it is told to stop.
  if (FULL) await writtenAnew(folder)
  else await here.endpoint.stop()
  const later = bytesIn(folder)
  const places = sent.map(({ slot }) => later.indexOf(slot))
  const correlation = rankCorrelation(places)
  expect(Math.abs(correlation)).toBeLessThan(4 / Math.sqrt(LAPTOPS))
  expect(sent.filter(({ signature }) => later.indexOf(signature) !== later.lastIndexOf(signature))).toEqual(
    [],
  )
  if (!FULL) await here.endpoint.start()

  const published = await release(here)
  expect(published).toMatchObject({ replies: Math.round(LAPTOPS / 10) * 10, spoiled: 0 })
  const closed = bytesIn(folder)
  const ofPeople = sent.flatMap(({ body, slot, key, signature }) => [
    ...[body, slot, key, signature].flatMap((text) => [
      text,
      text.slice(0, 24),
      text.slice(200, 224),
      text.slice(-24),
    ]),
    Buffer.from(body, 'base64url').toString(),
  ])
  const who = [...ofPeople.filter((text) => text !== '' && !startOfAll(text, sent)), ...whoAndWhen]
  const whole = [...who, ...timesFrom(started)]
  expect(present(closed, whole)).toEqual([])
  await here.endpoint.stop()
  expect(present(bytesIn(folder), whole)).toEqual([])
  // The log has a time beside what HR did, and no line for anything else.
  expect(present(Buffer.from(here.endpoint.output), who)).toEqual([])
  const lines = here.endpoint.output.trim().split('\n')
  const events = lines.filter((line) => !line.startsWith('Waymark is at ')).map(eventOf)
  expect(new Set(events)).toEqual(
    new Set(['started', 'period opened', 'period closed', 'stopping', 'stopped']),
  )
  tell(
    ATTACK,
    `SQLite, seed ${SEED}: ${LAPTOPS} summaries, ${whole.length} strings searched in ${closed.length} bytes, none found; ` +
      `order in the file correlates ${correlation.toFixed(2)} with arrival`,
  )
})

function eventOf(line: string): string {
  return (JSON.parse(line) as { event: string }).event
}

/** The first characters of a body are those of every body of the period, and stand in no row of their own. */
function startOfAll(text: string, sent: readonly { body: string }[]): boolean {
  return sent.every(({ body }) => body.startsWith(text))
}

async function writtenAnew(folder: string): Promise<void> {
  await expect
    .poll(() => statSync(join(folder, 'waymark.sqlite-wal')).size, { timeout: 90_000, interval: 1_000 })
    .toBe(0)
}

/** Spearman's: 1 where they lie in the order sent, about 0 where that has nothing to do with it. */
function rankCorrelation(places: readonly number[]): number {
  const ranked = places.map((_, index) => index).sort((a, b) => places[a]! - places[b]!)
  const squares = ranked.reduce((sum, sent, found) => sum + (sent - found) ** 2, 0)
  return 1 - (6 * squares) / (places.length ** 3 - places.length)
}

import { afterEach, expect, it } from 'vitest'
import type { Submission } from '../../src/contract/summary.ts'
import { bitsFrom, shuffle } from '../../src/domain/release/bits.ts'
import { seededBytes } from '../../src/domain/release/seeded.ts'
import { JOIN_CODE } from '../journeys/support/endpoint.ts'
import { randomFrom } from './support/random.ts'
import { SEED, sized, tellTable } from './support/size.ts'
import {
  DATABASE,
  inParallel,
  kept,
  laptopOf,
  openTarget,
  release,
  slotIn,
  type Target,
} from './support/target.ts'

/**
 * Who: anyone with the join code, or on the way between a laptop and the endpoint with requests they have seen.
 * Tries: sending one again, late, in another order, many times at once; changing it; signing it with a key of their
 * own; with a higher sequence; for another period; under another spelling of the same key.
 * Wins: where a slot counts twice, counts something its key did not sign, or loses what was acknowledged.
 */
const ATTACK = 'send it again or forged'
const LAPTOPS = sized(10_000, 500)

let target: Target | undefined
afterEach(async () => {
  await target?.discard()
  target = undefined
})

it('counts one of each slot, the last its key signed, whatever the order and however often', async () => {
  target = await openTarget(LAPTOPS)
  const here = target
  const random = randomFrom(SEED)
  const requests: Submission[] = []
  for (let n = 0; n < LAPTOPS; n += 1) {
    const laptop = await laptopOf(here)
    const cell = random.pick(here.period.grid.cells).id
    const sequences = 1 + random.below(3)
    for (let sequence = 1; sequence <= sequences; sequence += 1) {
      const submission = await laptop.saying({ cell }, sequence)
      requests.push(submission)
      if (random.chance(0.3)) requests.push(submission)
    }
  }
  const refused: number[] = []
  await inParallel(shuffle(requests, bitsFrom(seededBytes(SEED))), 64, async (submission) => {
    const status = await here.send(submission)
    if (status !== 204) refused.push(status)
  })
  expect(refused).toEqual([])
  const published = await release(here)
  tellTable(ATTACK, {
    [`${DATABASE}, seed ${SEED}`]: {
      laptops: LAPTOPS,
      requests: requests.length,
      'replies, rounded': published.replies,
      spoiled: published.spoiled,
    },
  })
  expect(published).toMatchObject({ replies: Math.round(LAPTOPS / 10) * 10, spoiled: 0 })
})

it('keeps of each slot what its key signed last, to the byte, out of 10,000 shuffled requests', async () => {
  target = await openTarget(3000)
  const here = target
  const random = randomFrom(SEED + 1)
  const laptops = await Promise.all(Array.from({ length: sized(500, 40) }, () => laptopOf(here)))
  const requests = (
    await Promise.all(
      laptops.map((laptop) => Promise.all([1, 2, 3, 4].map((sequence) => laptop.saying({}, sequence)))),
    )
  ).flat()
  const shuffled = Array.from({ length: sized(10_000, 500) }, () => random.pick(requests))
  const highest = new Map<string, Submission>()
  for (const one of shuffled) {
    const slot = slotIn(one)
    if ((highest.get(slot)?.sequence ?? 0) < one.sequence) highest.set(slot, one)
  }
  await inParallel(shuffled, 64, async (one) => expect(await here.send(one)).toBe(204))
  await here.endpoint.stop()
  const rows = await kept(here)
  expect(rows.size).toBe(highest.size)
  for (const [slot, { sequence, body, signature }] of highest) {
    expect(rows.get(slot)).toMatchObject({ sequence, body, signature })
  }
})

it('refuses what its key did not sign, and keeps what was there', async () => {
  target = await openTarget(300)
  const here = target
  const [victim, other] = [await laptopOf(here), await laptopOf(here)]
  const good = await victim.saying({}, 5)
  const theirs = await other.saying({}, 6)
  expect(await here.send(good)).toBe(204)
  const flipped = (text: string) => (text.startsWith('A') ? 'B' : 'A') + text.slice(1)
  const forged: Record<string, Partial<Submission>> = {
    'a higher sequence under the same signature': { sequence: 6 },
    'a higher sequence by another key': { sequence: 6, signature: theirs.signature },
    'another body': { body: theirs.body.slice(0, -4) },
    'no body, to withdraw it': { body: '', sequence: 6 },
    'a bit of the signature turned': { signature: flipped(good.signature) },
    'a signature of nothing': { signature: 'A'.repeat(86) },
    'another key': { publicKey: theirs.publicKey },
    'a key that is no point of the curve': { publicKey: `BA${'A'.repeat(85)}` },
    'another spelling of the key': { publicKey: respelt(good.publicKey) },
    'another spelling of the signature': { signature: respelt(good.signature) },
  }
  for (const [name, change] of Object.entries(forged)) {
    expect([name, await here.send({ ...good, ...change })]).toEqual([name, 401])
  }
  const elsewhere = {
    ...(await (await laptopOf({ ...here, period: { ...here.period, id: 'other' } })).saying()),
  }
  expect(await here.send(elsewhere)).toBe(404)
  expect(await here.send({ ...elsewhere, period: here.period.id })).toBe(401)
  expect(await here.send({ ...good, joinCode: `${JOIN_CODE}x` })).toBe(401)
  await here.endpoint.stop()
  const rows = await kept(here)
  expect([...rows.values()]).toMatchObject([{ sequence: 5, body: good.body }])
})

/** The same bytes in other characters: the bits of the last one that say nothing. */
function respelt(base64url: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  return base64url.slice(0, -1) + letters[letters.indexOf(base64url.at(-1)!) + 1]!
}

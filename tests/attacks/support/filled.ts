import { createECDH, createPrivateKey, sign } from 'node:crypto'
import type { CurrentPeriod } from '../../../src/contract/period.ts'
import { sealedLength } from '../../../src/contract/sealed.ts'
import { signedText, type Submission, type Summary } from '../../../src/contract/summary.ts'
import type { Bands } from '../../../src/domain/band.ts'
import { sha256 } from '../../../src/endpoint/digest.ts'
import { sealedBody } from '../../../src/endpoint/sealed.ts'
import { slotOf } from '../../../src/endpoint/signature.ts'
import { openStore, type Place } from '../../../src/endpoint/store/open.ts'
import { keepSummary } from '../../../src/endpoint/store/summaries.ts'
import { JOIN_CODE } from '../../journeys/support/endpoint.ts'
import { answersOf, catalogue, framework } from './service.ts'
import { SEED } from './size.ts'
import type { Target } from './target.ts'

/** Answers of about the length that people's have: some forty skills. */
const BANDS: readonly Bands[] = framework.roles.slice(0, 20).flatMap((role) => answersOf(role, 10, SEED))

const LENGTH = sealedLength(catalogue)

function bodyOf(period: CurrentPeriod, place: number): Promise<string> {
  const { cells } = period.grid
  const summary: Summary = {
    v: 1,
    period: period.id,
    grid: period.gridHash,
    catalogue: period.catalogue,
    cell: cells[place % cells.length]!.id,
    bands: BANDS[place % BANDS.length]!,
  }
  const text = JSON.stringify(summary)
  if (period.recipient === undefined) return Promise.resolve(Buffer.from(text).toString('base64url'))
  return sealedBody(text, period.recipient, LENGTH)
}

/** Makes the period one from before summaries were sealed. The endpoint is not to run. */
export async function unseal({ place, period }: Pick<Target, 'place' | 'period'>): Promise<CurrentPeriod> {
  const store = await openStore(place)
  await store.change((db) => db.updateTable('periods').set({ recipient: null }).execute())
  await store.close()
  const { recipient: _, ...plain } = period
  return plain
}

/** A full summary, sealed where the period's are, and signed at once by a key that is forgotten: the browser's way takes longer. */
export async function signedSummary(period: CurrentPeriod, place: number): Promise<Submission> {
  // Not by generateKeyPairSync: in Node 20 reading such a key may wait for ever while memory is tidied.
  const pair = createECDH('prime256v1')
  const point = pair.generateKeys()
  const [x, y, d] = [point.subarray(1, 33), point.subarray(33), pair.getPrivateKey()].map((part) =>
    Buffer.concat([Buffer.alloc(32 - part.length), part]).toString('base64url'),
  )
  const privateKey = createPrivateKey({ key: { kty: 'EC', crv: 'P-256', x, y, d }, format: 'jwk' })
  const body = await bodyOf(period, place)
  const text = Buffer.from(signedText(period.id, 1, sha256(body)))
  const signature = sign('sha256', text, { key: privateKey, dsaEncoding: 'ieee-p1363' })
  return {
    v: 1,
    period: period.id,
    publicKey: point.toString('base64url'),
    sequence: 1,
    signature: signature.toString('base64url'),
    body,
    joinCode: JOIN_CODE,
  }
}

/** Puts rows where the endpoint keeps them, which is not to run; answers the milliseconds one tidying of them took. */
export async function fill(
  place: Place,
  count: number,
  submissionAt: (
    place: number,
  ) => Omit<Submission, 'v' | 'joinCode'> | Promise<Omit<Submission, 'v' | 'joinCode'>>,
): Promise<number> {
  const store = await openStore(place)
  for (let from = 0; from < count; from += 10_000) {
    await store.change(async (db) => {
      for (let n = from; n < Math.min(count, from + 10_000); n += 1) {
        const { period, publicKey, sequence, signature, body } = await submissionAt(n)
        const slot = slotOf({ period, publicKey })
        await keepSummary(db, { period, slot, sequence, public_key: publicKey, signature, body })
      }
    })
  }
  const started = performance.now()
  await store.scrub()
  const took = performance.now() - started
  await store.close()
  return took
}

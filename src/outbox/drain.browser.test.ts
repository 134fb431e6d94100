import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { collector } from '../../tests/collector'
import { tabHoldingTheLock } from '../../tests/support/tabHoldingTheLock'
import { EndpointProblem, noAnswer, type EndpointProblemKind } from '../client/problem'
import type { Submission } from '../contract/summary'
import { WaymarkDatabase } from '../database/database'
import { eraseDatabase } from '../database/open'
import { setNote } from '../database/notes'
import type { Outside } from './attempt'
import { drain } from './drain'
import { keepJoinCode } from './joinCode'
import { queueSummary, queueWithdrawal } from './queue'
import { hurry } from './startDraining'

const START = Date.parse('2026-11-02T09:00:00Z')
const HOUR = 60 * 60 * 1000
const PERIOD = '2026-H2'

let db: WaymarkDatabase
let endpoint: ReturnType<typeof collector>
let clock: number

beforeEach(async () => {
  db = new WaymarkDatabase(`drain ${crypto.randomUUID()}`)
  endpoint = collector('oak-and-ash')
  clock = START
  await setNote(db, 'joinCode', 'oak-and-ash')
})

afterEach(async () => {
  await eraseDatabase(db)
})

const now = () => new Date(clock)
function outside(send: Outside['send'] = endpoint.send): Outside {
  return { send, now, chance: () => 0.5 }
}
const refusing = (kind: EndpointProblemKind, status: number, retryAfter?: number) => () =>
  Promise.reject(new EndpointProblem(kind, status, 'Refused', retryAfter))
const share = (text: string, period = PERIOD) => queueSummary(db, { period, length: 4096 }, text, now())
const onlyItem = async () => (await db.outbox.toArray())[0]
const stateOf = async (period = PERIOD) => (await db.periods.get(period))?.state

describe('sending', () => {
  it('empties the outbox and writes down that it was sent', async () => {
    await share('{"n":1}')
    expect(await drain(db, outside())).toBe(true)
    expect(endpoint.counted()).toEqual(['{"n":1}'])
    expect(await db.outbox.count()).toBe(0)
    expect(await db.periods.get(PERIOD)).toMatchObject({ state: 'sent', sentAt: now().toISOString() })
  })

  it('response lost after commit: the retry is the same bytes, and one summary is counted', async () => {
    await share('{"n":1}')
    await drain(
      db,
      outside(async (submission) => {
        await endpoint.send(submission)
        throw noAnswer()
      }),
    )
    expect(await onlyItem()).toMatchObject({ state: 'queued', lastProblem: 'network', attempts: 1 })
    clock += HOUR
    await drain(db, outside())
    expect(endpoint.received).toHaveLength(2)
    expect(endpoint.received[1]).toBe(endpoint.received[0])
    expect(endpoint.counted()).toEqual(['{"n":1}'])
    expect(await stateOf()).toBe('sent')
  })

  it('tab killed while sending: the next to look takes the item back and sends it', async () => {
    await share('{"n":1}')
    const tab = await tabHoldingTheLock(db)
    const { id } = (await onlyItem())!
    await db.outbox.update(id, { state: 'sending', attempts: 1 })
    expect(await drain(db, outside())).toBe(false)
    expect(await onlyItem()).toMatchObject({ state: 'sending' })
    tab.remove()
    await expect.poll(() => drain(db, outside())).toBe(true)
    expect(endpoint.counted()).toEqual(['{"n":1}'])
  })

  it('two tabs at once: each item goes once', async () => {
    await share('{"n":1}')
    const otherTab = new WaymarkDatabase(db.name)
    const drained = await Promise.all([drain(db, outside()), drain(otherTab, outside())])
    expect(drained.filter(Boolean)).toHaveLength(1)
    expect(endpoint.received).toHaveLength(1)
    otherTab.close()
  })

  it('poisoned item: the others still go, and it is kept with its reason', async () => {
    await share('{"n":"poison"}', '2026-H1')
    clock += 1
    await share('{"n":1}')
    const poison = (await db.outbox.toArray()).find(({ period }) => period === '2026-H1')!
    await drain(
      db,
      outside((submission: Submission) => {
        if (submission.period === '2026-H1') throw new TypeError('a fault of ours')
        return endpoint.send(submission)
      }),
    )
    expect(endpoint.counted()).toEqual(['{"n":1}'])
    expect(await db.outbox.toArray()).toEqual([
      { ...poison, attempts: 1, lastProblem: 'unexpected', nextAttemptAt: expect.any(String) as string },
    ])
  })
})

describe('what is not taken', () => {
  it('waits longer each time, and goes when the wait is over', async () => {
    await share('{"n":1}')
    const waits: number[] = []
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await drain(db, outside(refusing('busy', 503)))
      const wait = Date.parse((await onlyItem())!.nextAttemptAt) - clock
      waits.push(wait)
      clock += wait
    }
    expect(waits).toEqual([30_000, 60_000, 120_000])
    clock -= 1
    await drain(db, outside())
    expect(endpoint.received).toHaveLength(0)
    clock += 1
    await drain(db, outside())
    expect(endpoint.received).toHaveLength(1)
  })

  it('waits as long as the endpoint asked', async () => {
    await share('{"n":1}')
    await drain(db, outside(refusing('too-many', 429, 2 * HOUR)))
    expect(Date.parse((await onlyItem())!.nextAttemptAt)).toBe(clock + 2 * HOUR)
  })

  it('clock jump: a laptop whose clock is put back years does not wait for them', async () => {
    clock = Date.parse('2036-01-01T00:00:00Z')
    await share('{"n":1}')
    await drain(db, outside(refusing('network', 0)))
    clock = START
    await drain(db, outside())
    expect(endpoint.counted()).toEqual(['{"n":1}'])
  })

  it('goes at once when the network is back, whatever its wait', async () => {
    await share('{"n":1}')
    await drain(db, outside(refusing('network', 0)))
    await drain(db, outside())
    expect(endpoint.received).toHaveLength(0)
    await drain(db, outside(), { backOnline: true })
    expect(endpoint.received).toHaveLength(1)
  })

  it('goes at once when the person asks', async () => {
    await share('{"n":1}')
    await drain(db, outside(refusing('busy', 503)))
    await hurry(db, now())
    await drain(db, outside())
    expect(endpoint.received).toHaveLength(1)
  })

  it.each([
    ['malformed', 400],
    ['too-large', 413],
    ['unknown-period', 404],
    ['closed', 410],
  ] as const)('%s (%i): refused, kept and shown, never tried again', async (kind, status) => {
    await share('{"n":1}')
    await drain(db, outside(refusing(kind, status)))
    expect(await onlyItem()).toMatchObject({ state: 'refused', lastProblem: kind })
    expect(await stateOf()).toBe('refused')
    clock += 24 * HOUR
    await drain(db, outside(), { backOnline: true })
    expect(endpoint.received).toHaveLength(0)
  })

  it('wrong join code: paused until the person gives another, then the same signed bytes go', async () => {
    await keepJoinCode(db, 'elm', now())
    await share('{"n":1}')
    await drain(db, outside())
    expect(await onlyItem()).toMatchObject({ state: 'paused', lastProblem: 'join-code' })
    clock += 24 * HOUR
    await drain(db, outside(), { backOnline: true })
    expect(endpoint.received).toHaveLength(1)
    await keepJoinCode(db, 'oak-and-ash', now())
    await drain(db, outside())
    expect(endpoint.counted()).toEqual(['{"n":1}'])
    const [wrong, right] = endpoint.received.map((text) => JSON.parse(text) as Submission)
    expect({ ...right, joinCode: '' }).toEqual({ ...wrong, joinCode: '' })
  })

  it('no join code: nothing goes, and it asks', async () => {
    await setNote(db, 'joinCode', undefined)
    await share('{"n":1}')
    await drain(db, outside())
    expect(endpoint.received).toHaveLength(0)
    expect(await onlyItem()).toMatchObject({ state: 'paused', attempts: 0 })
  })
})

describe('while one is on its way', () => {
  it('a newer one takes its place: the newer is counted, and nothing of the older is left', async () => {
    await share('{"n":1}')
    await drain(
      db,
      outside(async (submission) => {
        if (submission.sequence === 1) await share('{"n":2}')
        await endpoint.send(submission)
      }),
    )
    expect(endpoint.received).toHaveLength(2)
    expect(endpoint.counted()).toEqual(['{"n":2}'])
    expect(await db.outbox.count()).toBe(0)
    expect(await stateOf()).toBe('sent')
  })

  it.each([
    ['accepted', (submission: Submission) => endpoint.send(submission)],
    ['refused', refusing('closed', 410)],
  ] as const)('an older one %s late changes nothing for the newer that waits', async (_end, answer) => {
    await share('{"n":1}')
    await drain(
      db,
      outside(async (submission) => {
        if (submission.sequence === 2) throw noAnswer()
        await share('{"n":2}')
        await answer(submission)
      }),
    )
    expect(await db.outbox.toArray()).toMatchObject([{ state: 'queued', submission: { sequence: 2 } }])
    expect(await db.periods.get(PERIOD)).toMatchObject({ state: 'waiting', body: '{"n":2}' })
  })

  it('a withdrawal made meanwhile still withdraws it, though its answer was lost', async () => {
    await share('{"n":1}')
    await drain(
      db,
      outside(async (submission) => {
        await endpoint.send(submission)
        if (submission.sequence === 1) {
          await queueWithdrawal(db, PERIOD, now())
          throw noAnswer()
        }
      }),
    )
    expect(endpoint.counted()).toEqual([])
    expect(await stateOf()).toBe('withdrawn')
  })
})

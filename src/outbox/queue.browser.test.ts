import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { collector, isSigned, textOf } from '../../tests/collector'
import { base64url } from '@scure/base'
import { WaymarkDatabase, type OutboxItem } from '../database/database'
import { eraseDatabase } from '../database/open'
import { setNote } from '../database/notes'
import { makeKey, unlock } from '../interchange/locked/lock'
import { drain } from './drain'
import { CannotSend, dismissRefused, isRestored, queueSummary, queueWithdrawal } from './queue'

const NOW = new Date('2026-11-02T09:00:00Z')
const PERIOD = '2026-H2'

let db: WaymarkDatabase
let endpoint: ReturnType<typeof collector>

beforeEach(async () => {
  db = new WaymarkDatabase(`queue ${crypto.randomUUID()}`)
  endpoint = collector('oak')
  await setNote(db, 'joinCode', 'oak')
})
afterEach(() => eraseDatabase(db))

const send = () => drain(db, { send: endpoint.send, now: () => NOW, chance: () => 0.5 })
const share = (text: string, period = PERIOD) => queueSummary(db, { period, length: 4096 }, text, NOW)
const waiting = () => db.outbox.toArray()

describe('queueing a summary', () => {
  it('freezes it signed, and moves the period on, together', async () => {
    await share('{"n":1}')
    const [item] = await waiting()
    expect(textOf(item!.submission.body)).toBe('{"n":1}')
    expect(await isSigned(item!.submission)).toBe(true)
    expect(await db.periods.get(PERIOD)).toMatchObject({ sequence: 1, body: '{"n":1}', state: 'waiting' })
  })

  it('keeps one key a period, which survives closing the browser and cannot be read out', async () => {
    await share('{"n":1}')
    await share('{"n":1}', '2027-H1')
    const name = db.name
    db.close()
    db = new WaymarkDatabase(name)
    await share('{"n":2}')
    const [one, other] = await Promise.all([db.periods.get(PERIOD), db.periods.get('2027-H1')])
    const items = await waiting()
    expect(items.find(({ period }) => period === PERIOD)?.submission.publicKey).toBe(one?.publicKey)
    expect(one?.publicKey).not.toBe(other?.publicKey)
    expect(one?.keys?.privateKey.extractable).toBe(false)
    for (const item of items) expect(await isSigned(item.submission)).toBe(true)
  })

  it('superseded before sending: only the newest waits, and only it is sent', async () => {
    await share('{"n":1}')
    await share('{"n":2}')
    await share('{"n":3}')
    expect(await waiting()).toHaveLength(1)
    await send()
    expect(endpoint.received).toHaveLength(1)
    expect(endpoint.counted()).toEqual(['{"n":3}'])
  })

  it('pressing twice queues once, and pressing after it was sent sends nothing', async () => {
    await share('{"n":1}')
    await share('{"n":1}')
    expect(await db.periods.get(PERIOD)).toMatchObject({ sequence: 1 })
    await send()
    await share('{"n":1}')
    expect(await waiting()).toEqual([])
  })

  it('pressed in two tabs at once: one key, two sequences, one waits, the newest', async () => {
    await db.open()
    const otherTab = await new WaymarkDatabase(db.name).open()
    await Promise.all([
      share('{"n":1}'),
      queueSummary(otherTab as WaymarkDatabase, { period: PERIOD, length: 4096 }, '{"n":2}', NOW),
    ])
    const [item, ...more] = await waiting()
    const period = await db.periods.get(PERIOD)
    expect(more).toEqual([])
    expect(period?.sequence).toBe(2)
    expect(item?.submission.sequence).toBe(2)
    expect(textOf(item!.submission.body)).toBe(period?.body)
    expect(await isSigned(item!.submission)).toBe(true)
    otherTab.close()
  })

  it('a newer one replaces what was sent', async () => {
    await share('{"n":1}')
    await send()
    await share('{"n":2}')
    await send()
    expect(endpoint.counted()).toEqual(['{"n":2}'])
  })
})

describe('a summary of a period that has a key', () => {
  const seal = (text: string) => queueSummary(db, { period: PERIOD, recipient, length: 4096 }, text, NOW)
  let identity: string
  let recipient: string
  beforeEach(async () => {
    ;({ identity, recipient } = await makeKey())
  })
  const fileOf = ({ submission }: OutboxItem) => base64url.decode(padEnd(submission.body))
  const padEnd = (body: string) => body.padEnd(Math.ceil(body.length / 4) * 4, '=')

  it('is sealed when it is queued: only the key opens it, to the text that was shown', async () => {
    await seal('{"n":1}')
    const [item] = await waiting()
    expect(await isSigned(item!.submission)).toBe(true)
    expect(textOf(item!.submission.body)).toMatch(/^age-encryption\.org/)
    expect(textOf(item!.submission.body)).not.toContain('"n"')
    const opened = await unlock(fileOf(item!), { identities: [identity] })
    expect(opened).toHaveLength(4096)
    expect(opened.trimEnd()).toBe('{"n":1}')
    expect(await db.periods.get(PERIOD)).toMatchObject({ body: '{"n":1}', state: 'waiting' })
  })

  it('is as long as any other, and sealed afresh each time', async () => {
    await seal('{"n":1}')
    const [first] = await waiting()
    await seal(`{"n":"${'2'.repeat(4000)}"}`)
    const [second] = await waiting()
    expect(second!.submission.body).toHaveLength(first!.submission.body.length)
    await seal('{"n":1}')
    expect((await waiting())[0]!.submission.body).not.toBe(first!.submission.body)
  })

  it('pressed twice at once is queued once', async () => {
    await Promise.all([seal('{"n":1}'), seal('{"n":1}')])
    expect(await waiting()).toMatchObject([{ submission: { sequence: 1 } }])
  })

  it('is withdrawn by an empty body, as ever', async () => {
    await seal('{"n":1}')
    await send()
    await queueWithdrawal(db, PERIOD, NOW)
    expect(await waiting()).toMatchObject([{ submission: { body: '' } }])
  })
})

describe('withdrawing', () => {
  it('empties what was sent', async () => {
    await share('{"n":1}')
    await send()
    await queueWithdrawal(db, PERIOD, NOW)
    await send()
    expect(endpoint.counted()).toEqual([])
    expect(await db.periods.get(PERIOD)).toMatchObject({ state: 'withdrawn', body: '' })
  })

  it('while offline, before anything left: forgotten, and nothing is ever sent', async () => {
    await share('{"n":1}')
    await queueWithdrawal(db, PERIOD, NOW)
    expect(await waiting()).toEqual([])
    await send()
    expect(endpoint.received).toEqual([])
    expect(await db.periods.get(PERIOD)).toMatchObject({ state: 'withdrawn' })
  })

  it('while offline, after a summary was sent: the withdrawal waits in place of any newer summary', async () => {
    await share('{"n":1}')
    await send()
    await share('{"n":2}')
    await queueWithdrawal(db, PERIOD, NOW)
    expect(await waiting()).toHaveLength(1)
    await send()
    expect(endpoint.counted()).toEqual([])
    expect(endpoint.received).toHaveLength(2)
  })

  it('can be followed by sending again', async () => {
    await share('{"n":1}')
    await send()
    await queueWithdrawal(db, PERIOD, NOW)
    await share('{"n":1}')
    await send()
    expect(endpoint.counted()).toEqual(['{"n":1}'])
  })
})

describe('a laptop restored from a copy', () => {
  it('does not send, replace or withdraw in a period whose key it does not have, and says so', async () => {
    await db.periods.add({ period: PERIOD, sequence: 2, body: '{"n":1}', state: 'sent' })
    expect(isRestored(await db.periods.get(PERIOD))).toBe(true)
    await expect(share('{"n":2}')).rejects.toThrow(CannotSend)
    await expect(queueWithdrawal(db, PERIOD, NOW)).rejects.toThrow(/restored from a copy/)
    expect(await waiting()).toEqual([])
    await share('{"n":1}', '2027-H1')
    expect(await waiting()).toHaveLength(1)
  })
})

describe('a refused item', () => {
  it('stays until the person puts it away; one that waits cannot be put away', async () => {
    await share('{"n":1}')
    const [item] = await waiting()
    await dismissRefused(db, item!.id)
    expect(await waiting()).toHaveLength(1)
    await db.outbox.update(item!.id, { state: 'refused' })
    await dismissRefused(db, item!.id)
    expect(await waiting()).toEqual([])
  })
})

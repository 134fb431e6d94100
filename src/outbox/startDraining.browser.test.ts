import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { collector } from '../../tests/collector'
import { tabHoldingTheLock } from '../../tests/support/tabHoldingTheLock'
import { noAnswer } from '../client/problem'
import { WaymarkDatabase } from '../database/database'
import { setNote } from '../database/notes'
import { eraseDatabase } from '../database/open'
import type { Outside } from './attempt'
import { drain } from './drain'
import { queueSummary } from './queue'
import { startDraining } from './startDraining'

const NOW = new Date('2026-11-02T09:00:00Z')
const PERIOD = '2026-H2'

let db: WaymarkDatabase
let endpoint: ReturnType<typeof collector>
let stop = () => {}

beforeEach(async () => {
  db = new WaymarkDatabase(`draining ${crypto.randomUUID()}`)
  endpoint = collector('oak-and-ash')
  await setNote(db, 'joinCode', 'oak-and-ash')
})
afterEach(async () => {
  stop()
  stop = () => {}
  await eraseDatabase(db)
})

const outside = (send: Outside['send'] = endpoint.send): Outside => ({
  send,
  now: () => NOW,
  chance: () => 0.5,
})
const offline: Outside['send'] = () => Promise.reject(noAnswer())
const share = (text: string) => queueSummary(db, { period: PERIOD, length: 4096 }, text, NOW)

it('sends at start what a killed tab left, and what is queued later, in whatever tab', async () => {
  await share('{"n":1}')
  await db.outbox.toCollection().modify({ state: 'sending', attempts: 1 })
  stop = startDraining(db, outside())
  await expect.poll(() => endpoint.counted()).toEqual(['{"n":1}'])
  const otherTab = new WaymarkDatabase(db.name)
  await queueSummary(otherTab, { period: PERIOD, length: 4096 }, '{"n":2}', NOW)
  await expect.poll(() => endpoint.counted()).toEqual(['{"n":2}'])
  otherTab.close()
})

it('sends at start what met no network before, whatever its wait', async () => {
  await share('{"n":1}')
  await drain(db, outside(offline))
  stop = startDraining(db, outside())
  await expect.poll(() => endpoint.counted()).toEqual(['{"n":1}'])
})

it('sends when the browser says the network is back', async () => {
  const send = vi.fn(endpoint.send).mockImplementationOnce(offline)
  await share('{"n":1}')
  stop = startDraining(db, outside(send))
  await expect.poll(async () => (await db.outbox.toArray())[0]?.lastProblem).toBe('network')
  dispatchEvent(new Event('online'))
  await expect.poll(() => endpoint.counted()).toEqual(['{"n":1}'])
})

it('sends what was queued while another tab held the lock', async () => {
  const tab = await tabHoldingTheLock(db)
  stop = startDraining(db, outside())
  await share('{"n":1}')
  expect(await drain(db, outside())).toBe(false)
  tab.remove()
  await expect.poll(() => endpoint.counted(), { timeout: 5_000 }).toEqual(['{"n":1}'])
})

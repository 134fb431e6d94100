import { liveQuery } from 'dexie'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { collector } from '../../tests/collector'
import { openPeriod, rated, smallCatalogue } from '../../tests/sharingCase'
import { versionOf } from '../client/digest'
import { noAnswer, unexpectedAnswer } from '../client/problem'
import type { CurrentPeriod } from '../contract/period'
import { WaymarkDatabase } from '../database/database'
import { eraseDatabase } from '../database/open'
import { note, setNote } from '../database/notes'
import { ME } from '../database/people'
import { rate } from '../database/ratings'
import { drain } from './drain'
import { refreshOpenPeriod } from './openPeriod'
import { queueSummary } from './queue'
import { sharingState, type SharingState } from './sharingState'
import { summaryNow } from './summaryNow'

const NOW = new Date('2026-11-02T09:00:00Z')
const text = JSON.stringify(smallCatalogue())

let db: WaymarkDatabase
let period: CurrentPeriod
const endpoint = collector('oak')

beforeEach(async () => {
  db = new WaymarkDatabase(`state ${crypto.randomUUID()}`)
  period = openPeriod({ catalogue: await versionOf(text) })
})
afterEach(() => eraseDatabase(db))

const version = () => Promise.resolve({ version: period.catalogue, text })
const hear = (heard: CurrentPeriod | undefined) =>
  refreshOpenPeriod(db, { fetchCurrentPeriod: () => Promise.resolve(heard), fetchCatalogueVersion: version })
const give = (level: number) =>
  rate(
    db,
    'county-incident',
    () => rated(level),
    () => ({
      id: 'a1',
      person: ME,
      title: 'Autumn 2026',
      startedAt: NOW.toISOString(),
      ratings: {},
    }),
  )
const state = () => sharingState(db, NOW)
const send = (to = endpoint.send) => drain(db, { send: to, now: () => NOW, chance: () => 0.5 })

async function pressSend() {
  const made = await summaryNow(db, period)
  if (made === undefined || 'refusal' in made) throw new Error(made?.refusal ?? 'nothing to send')
  await queueSummary(db, { period: period.id, length: 4096 }, made.text, NOW)
}

async function turnOn() {
  await setNote(db, 'sharingOn', true)
  await setNote(db, 'joinCode', 'oak')
  await setNote(db, 'sharingAs', { unit: 'digital', role: 'county-architect' })
  await hear(period)
}

it('goes from off, to offline, to sent, to out of date after later ratings, and back', async () => {
  const seen: (SharingState | undefined)[] = []
  expect(await state()).toBe('off')
  await turnOn()
  await give(2)
  expect(await state()).toBeUndefined()
  const watching = liveQuery(state).subscribe((now) => seen.push(now))
  await pressSend()
  expect(await state()).toBe('waiting')
  await send(() => Promise.reject(noAnswer()))
  expect(await state()).toBe('offline')
  await db.outbox.toCollection().modify({ nextAttemptAt: NOW.toISOString() })
  await send()
  expect(await state()).toBe('sent')
  await expect.poll(() => seen.at(-1)).toBe('sent')
  await give(3)
  await expect.poll(() => seen.at(-1)).toBe('out of date')
  await give(2)
  await expect.poll(() => seen.at(-1)).toBe('sent')
  watching.unsubscribe()
})

it('needs attention while something is refused or waits for the person', async () => {
  await turnOn()
  await give(2)
  await setNote(db, 'joinCode', 'elm')
  await pressSend()
  await send()
  expect(await state()).toBe('attention')
})

it('is not out of date once the period has closed', async () => {
  await turnOn()
  await give(2)
  await pressSend()
  await send()
  await give(3)
  expect(await sharingState(db, new Date('2026-11-24T00:00:01Z'))).toBeUndefined()
})

it('keeps the period and the catalogue it pins, so that a summary can be made offline', async () => {
  await turnOn()
  await give(2)
  await expect(
    refreshOpenPeriod(db, {
      fetchCurrentPeriod: () => Promise.reject(noAnswer()),
      fetchCatalogueVersion: version,
    }),
  ).rejects.toThrow()
  expect(await summaryNow(db, (await note(db, 'openPeriod'))!)).toHaveProperty('text')
  await hear(undefined)
  expect(await note(db, 'openPeriod')).toBeUndefined()
})

it('keeps no period whose catalogue could not be had', async () => {
  const damaged = () =>
    Promise.reject(unexpectedAnswer(200, 'the catalogue is not the one its version names'))
  await expect(
    refreshOpenPeriod(db, {
      fetchCurrentPeriod: () => Promise.resolve(period),
      fetchCatalogueVersion: damaged,
    }),
  ).rejects.toThrow(/not the one/)
  expect(await note(db, 'openPeriod')).toBeUndefined()
})

it('makes no summary from a catalogue damaged on this laptop', async () => {
  const other = { ...period, catalogue: `sha256-${'x'.repeat(43)}` }
  await setNote(db, 'sharingAs', { unit: 'digital', role: 'county-architect' })
  await db.catalogues.put({ version: other.catalogue, text })
  await expect(summaryNow(db, other)).rejects.toThrow(/does not match its hash/)
})

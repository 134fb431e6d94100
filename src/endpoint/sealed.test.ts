import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CurrentPeriod } from '../contract/period'
import type { Release } from '../contract/release'
import type { Bands } from '../domain/band'
import { answersIn, readAhead } from './answers'
import { readerOf } from './reader'
import { openerOf } from './sealed'
import {
  CLOSING,
  HR,
  OPENING,
  PERIOD_KEY,
  SKILLS,
  simulatedEndpoint,
  simulatedLaptop,
  type SimulatedEndpoint,
} from './simulated'
import { periodOf } from './store/periods'

/** A bound for a machine that is busy, not a measure. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const OTHER_KEY = 'AGE-SECRET-KEY-1S7DMG4VR4M3QW5H95C8Z3R9XVHTUN3JMPE0F68T29JZKZX6SD8PSF2D8KV'

let endpoint: SimulatedEndpoint
beforeEach(async () => {
  endpoint = await simulatedEndpoint()
})
afterEach(() => endpoint.end())

const closing = (payload?: object) => endpoint.ask('POST', 'periods/2026-H2/close', { headers: HR, payload })
const typeOf = async (answer: ReturnType<SimulatedEndpoint['ask']>) => {
  const response = await answer
  return [response.statusCode, response.json<{ type: string }>().type]
}

async function collect(period: CurrentPeriod, said: readonly { cell: string; bands: Bands }[]) {
  const bodies: string[] = []
  for (const change of said) {
    const payload = await (await simulatedLaptop(period)).saying(change)
    expect((await endpoint.ask('POST', 'summaries', { payload })).statusCode).toBe(204)
    bodies.push(payload.body)
  }
  return bodies
}

const twentyFive = (period: CurrentPeriod) => {
  const cell = period.grid.cells[0]!.id
  return collect(
    period,
    Array.from({ length: 25 }, () => ({ cell, bands: {} })),
  )
}

/** A body is longer than a page of a file, so it lies in pieces. */
const isIn = (bytes: Buffer, body: string) => bytes.includes(body.slice(60, 84))

describe('what is sealed', () => {
  it('is in every body of one length, says nothing, and names who can open it with the period', async () => {
    const period = await endpoint.open()
    expect(period.recipient).toBe(PERIOD_KEY.recipient)
    const all = Object.fromEntries(SKILLS.map((skill) => [skill, 2 as const]))
    const bodies = await collect(period, [
      { cell: period.grid.cells[0]!.id, bands: {} },
      { cell: period.grid.cells[1]!.id, bands: all },
    ])
    expect(new Set(bodies.map((body) => body.length)).size).toBe(1)
    const [bytes, disk] = [
      Buffer.concat(bodies.map((body) => Buffer.from(body, 'base64url'))),
      await endpoint.bytesOnDisk(),
    ]
    expect(bytes.includes('"bands"')).toBe(false)
    expect(disk.includes('"bands"')).toBe(false)
    const list = (await endpoint.ask('GET', 'periods', { headers: HR })).json<{ periods: object[] }>()
    expect(list.periods).toMatchObject([{ recipient: PERIOD_KEY.recipient }])
  })

  it('stays as it is without its key, with a damaged one and with another: closing later still counts it', async () => {
    const period = await endpoint.open()
    const bodies = await twentyFive(period)
    const { identity } = CLOSING
    const damaged = `${identity.slice(0, -1)}${identity.endsWith('Q') ? 'P' : 'Q'}`
    expect(await typeOf(closing())).toEqual([422, '/problems/key-needed'])
    expect(await typeOf(closing({ identity: OTHER_KEY }))).toEqual([422, '/problems/wrong-key'])
    expect(await typeOf(closing({ identity: damaged }))).toEqual([422, '/problems/wrong-key'])
    expect(await typeOf(closing({ identity: 'my dog' }))).toEqual([400, '/problems/malformed'])
    const disk = await endpoint.bytesOnDisk()
    expect(bodies.filter((body) => !isIn(disk, body))).toEqual([])
    expect((await closing(CLOSING)).json()).toMatchObject({ published: true, spoiled: 0 })
  })

  it('leaves its key in no file, log or answer', async () => {
    const period = await endpoint.open()
    await twentyFive(period)
    const answers = [
      await closing({ identity: OTHER_KEY }),
      await closing({ identity: `${CLOSING.identity} ` }),
      await closing(CLOSING),
      await closing(CLOSING),
    ]
    const places = [
      await endpoint.bytesOnDisk(),
      JSON.stringify(endpoint.lines),
      ...answers.map(({ body }) => body),
    ]
    for (const place of places) {
      const text = place.toString('latin1' as BufferEncoding).toUpperCase()
      for (const key of [CLOSING.identity, OTHER_KEY]) {
        expect(text.includes(key.slice(0, 40))).toBe(false)
        expect(text.includes(key.slice(-24))).toBe(false)
      }
    }
  })

  it('counts once, though somebody copied it into many slots to make it stand out', async () => {
    const period = await endpoint.open()
    const [victim] = await twentyFive(period)
    for (let n = 0; n < 40; n += 1) {
      const payload = await (await simulatedLaptop(period)).signed(victim!)
      expect((await endpoint.ask('POST', 'summaries', { payload })).statusCode).toBe(204)
    }
    expect((await closing(CLOSING)).json()).toMatchObject({ replies: 30, spoiled: 40 })
  })

  it('counts as it was last replaced, also while the period is being closed', async () => {
    const period = await endpoint.open({ keep: 'organisation' })
    const laptops = await Promise.all(Array.from({ length: 30 }, () => simulatedLaptop(period)))
    const send = async (payload: object) =>
      expect((await endpoint.ask('POST', 'summaries', { payload })).statusCode).toBe(204)
    for (const laptop of laptops) await send(await laptop.saying({ bands: { [SKILLS[0]!]: 0 } }, 1))
    const newer = await Promise.all(laptops.map((laptop) => laptop.saying({ bands: { [SKILLS[0]!]: 2 } }, 2)))
    const late = await (await simulatedLaptop(period)).saying({ bands: { [SKILLS[0]!]: 2 } })
    const { db } = endpoint.deps.store
    const row = (await periodOf(db, period.id))!
    const read = readerOf(row, SKILLS, await openerOf(row, CLOSING.identity))
    const ahead = await readAhead(db, period.id, read)
    for (const payload of [...newer, late]) await send(payload)
    const { answers, spoiled } = await answersIn(db, period.id, ahead, read)
    expect(answers.map(({ bands }) => bands[SKILLS[0]!])).toEqual(Array.from({ length: 31 }, () => 2))
    expect(spoiled).toBe(0)
  })

  it('is refused where nothing can be sealed to the key a period is opened with', async () => {
    const recipient = `${PERIOD_KEY.recipient.slice(0, -1)}q`
    const { recipient: _, ...without } = OPENING
    const opening = (payload: object) => typeOf(endpoint.ask('POST', 'periods', { headers: HR, payload }))
    expect(await opening({ ...OPENING, recipient })).toEqual([400, '/problems/malformed'])
    expect(await opening(without)).toEqual([400, '/problems/malformed'])
  })

  it('was nothing in a period that an earlier Waymark opened, which closes without a key', async () => {
    const { id } = await endpoint.open()
    await endpoint.deps.store.db.updateTable('periods').set({ recipient: null }).execute()
    const period = (await endpoint.ask('GET', 'periods/current')).json<CurrentPeriod>()
    expect(period).not.toHaveProperty('recipient')
    // Two people may say the very same.
    const cell = period.grid.cells[0]!.id
    const bodies = await collect(
      period,
      Array.from({ length: 30 }, () => ({ cell, bands: {} })),
    )
    expect(new Set(bodies).size).toBe(1)
    const release = (await endpoint.ask('POST', `periods/${id}/close`, { headers: HR })).json<Release>()
    expect(release).toMatchObject({ published: true, replies: 30, spoiled: 0 })
  })
})

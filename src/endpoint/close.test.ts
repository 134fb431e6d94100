import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CurrentPeriod } from '../contract/period'
import type { PublishedRelease, Release } from '../contract/release'
import type { Bands } from '../domain/band'
import { bitsFrom, shuffle } from '../domain/release/bits'
import { countBands } from '../domain/release/count'
import { laplace, rateFor } from '../domain/release/noise'
import { seededBytes } from '../domain/release/seeded'
import {
  CLOSING,
  HEADCOUNTS,
  HR,
  OPENING,
  SKILLS,
  bodyOf,
  simulatedEndpoint,
  simulatedLaptop,
  type SimulatedEndpoint,
} from './simulated'
import { tidy } from './tidy'

/** A bound for a machine that is busy, not a measure. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let endpoint: SimulatedEndpoint
beforeEach(async () => {
  endpoint = await simulatedEndpoint()
})
afterEach(() => endpoint.end())

const act = (
  id: string,
  action: string,
  payload: object | undefined = action === 'close' ? CLOSING : undefined,
) => endpoint.ask('POST', `periods/${id}/${action}`, { headers: HR, payload })
const typeOf = async (answer: ReturnType<typeof act>) => {
  const response = await answer
  return [response.statusCode, response.json<{ type: string }>().type]
}

interface Said {
  cell: string
  bands: Bands
}

async function collect(period: CurrentPeriod, said: readonly Said[]): Promise<string[]> {
  const bodies: string[] = []
  for (const change of said) {
    const payload = await (await simulatedLaptop(period)).saying(change)
    expect((await endpoint.ask('POST', 'summaries', { payload })).statusCode).toBe(204)
    bodies.push(payload.body)
  }
  return bodies
}

/** A body is longer than a page of a file, so it lies in pieces: that of its own key, and its end, are looked for. */
const isIn = (bytes: Buffer, body: string) =>
  [body.slice(60, 84), body.slice(-24)].some((piece) => bytes.includes(piece))

/** Most in the first cells and few in the last, so that some have to be taken together. */
function sixty(period: CurrentPeriod): Said[] {
  return Array.from({ length: 60 }, (_, n) => ({
    cell: period.grid.cells[n < 45 ? n % 3 : 3 + (n % 3)]!.id,
    bands: (n % 4 === 0 ? {} : { [SKILLS[0]!]: n % 3, [SKILLS[1]!]: n % 2 }) as Bands,
  }))
}

describe('closing a period', () => {
  it('publishes what 60 laptops said, plus the noise and nothing else, in groups of ten or more', async () => {
    const period = await endpoint.open()
    const said = sixty(period)
    await collect(period, said)
    endpoint.deps.randomBytes = seededBytes(42)
    const release = (await act(period.id, 'close')).json<PublishedRelease>()

    const bits = bitsFrom(seededBytes(42))
    shuffle(said, bits)
    const without = (row: readonly (readonly number[])[]) =>
      row.map((counts) => counts.map((count) => count - laplace(rateFor(1, 2), bits)))
    const mergedOf = (id: string) => {
      const part = period.grid.cells.find((cell) => cell.id === id)!.parts[0]!
      return release.cells.findIndex(({ parts }) =>
        parts.some(({ unit, family }) => unit === part.unit && family === part.family),
      )
    }
    const answers = said.map(({ cell, bands }) => ({ cell: mergedOf(cell), bands }))
    const truth = countBands(answers, release.cells.length, SKILLS)
    expect(release.counts.map(without)).toEqual(truth.counts)
    expect(without(release.totals)).toEqual(truth.totals)
    expect(without([release.replied])).toEqual([truth.replied])
    expect(without([[release.repliedInAll]])).toEqual([[60]])
    release.cells.forEach((_, place) => {
      expect(answers.filter(({ cell }) => cell === place).length).toBeGreaterThanOrEqual(10)
    })
    expect(release.cells.length).toBeGreaterThan(1)
    expect(release.cells.flatMap(({ parts }) => parts)).toHaveLength(HEADCOUNTS.length)
    expect(release).toMatchObject({ replies: 60, spoiled: 0, margin: 6, skills: SKILLS, epsilon: 1 })
  })

  it('leaves no byte of any summary in the files', async () => {
    const period = await endpoint.open()
    const bodies = await collect(period, sixty(period))
    const before = await endpoint.bytesOnDisk()
    expect(bodies.filter((body) => !isIn(before, body))).toEqual([])
    await act(period.id, 'close')
    const after = await endpoint.bytesOnDisk()
    expect(bodies.filter((body) => isIn(after, body))).toEqual([])
  })

  it('leaves no byte of a replaced or withdrawn summary either, within a minute', async () => {
    const period = await endpoint.open()
    const laptop = await simulatedLaptop(period)
    const old = await laptop.saying({ bands: { 'test-backup': 0 } }, 1)
    for (const payload of [old, await laptop.signed('', 2)])
      await endpoint.ask('POST', 'summaries', { payload })
    await tidy(endpoint.deps)
    expect(isIn(await endpoint.bytesOnDisk(), old.body)).toBe(false)
  })

  it('gives the same release again when the answer was lost', async () => {
    const period = await endpoint.open()
    await collect(period, sixty(period))
    const [first, second] = [await act(period.id, 'close'), await act(period.id, 'close')]
    expect(second.json()).toEqual(first.json())
    const read = await endpoint.ask('GET', `releases/${period.id}`, { headers: HR })
    expect(read.json()).toEqual(first.json())
  })

  it('counts as spoiled what is not a summary of this period, and reads none before', async () => {
    const period = await endpoint.open()
    const cell = period.grid.cells[0]!.id
    await collect(
      period,
      Array.from({ length: 30 }, () => ({ cell, bands: {} })),
    )
    const laptop = () => simulatedLaptop(period)
    const wrong = [
      await (await laptop()).saying({ cell: 'c99' }),
      await (await laptop()).saying({ period: '2025' }),
      await (await laptop()).saying({ grid: `sha256-${'A'.repeat(43)}` }),
      await (await laptop()).saying({ catalogue: `sha256-${'A'.repeat(43)}` }),
      await (await laptop()).saying({ bands: { 'unknown-skill': 0 } }),
      await (await laptop()).saying({ bands: { 'test-backup': 7 as 0 } }),
      await (await laptop()).signed(await bodyOf(period, 'not json')),
      await (await laptop()).signed('A'),
      await (await laptop()).signed(await bodyOf({}, JSON.stringify((await laptop()).summary({ cell })))),
    ]
    for (const payload of wrong) {
      expect((await endpoint.ask('POST', 'summaries', { payload })).statusCode).toBe(204)
    }
    expect((await act(period.id, 'close')).json()).toMatchObject({ replies: 30, spoiled: wrong.length })
  })

  it('says nothing but a number below 20 under 20 replies, and spends no budget', async () => {
    const period = await endpoint.open()
    await collect(period, sixty(period).slice(0, 19))
    const release = (await act(period.id, 'close')).json<Release>()
    expect(release).toEqual({ v: 2, period: period.id, published: false, replies: 10 })
    expect((await endpoint.open({ id: '2027' })).id).toBe('2027')
  })

  it('has one table, and is closer, where only the whole organisation is asked for', async () => {
    const period = await endpoint.open({ keep: 'organisation' })
    const cell = period.grid.cells[0]!.id
    await collect(
      period,
      Array.from({ length: 25 }, () => ({ cell, bands: {} })),
    )
    const release = (await act(period.id, 'close')).json<Release>()
    expect(release).toMatchObject({ cells: [], counts: [], margin: 4 })
  })
})

describe('the year’s budget', () => {
  it('is one release at 1, counted from release to release', async () => {
    const period = await endpoint.open()
    await collect(period, sixty(period))
    endpoint.clock.now = '2026-12-01T09:00:00Z'
    await act(period.id, 'close')
    endpoint.clock.now = '2027-11-01T09:00:00Z'
    const again = { ...OPENING, id: '2027', closes: '2027-11-30', epsilon: 0.5 }
    const asked = endpoint.ask('POST', 'periods', { headers: HR, payload: again })
    expect(await typeOf(asked)).toEqual([409, '/problems/budget'])
    // A release on 1 December 2027 would be a year later: the period may open before that, but not close.
    const later = await endpoint.open({ id: '2027', closes: '2027-12-01' })
    expect(await typeOf(act(later.id, 'close'))).toEqual([409, '/problems/budget'])
    endpoint.clock.now = '2027-12-01T09:00:00Z'
    expect((await act(later.id, 'close')).statusCode).toBe(200)
  })
})

describe('the groups of a later period', () => {
  it('only take together those of the release before', async () => {
    const period = await endpoint.open()
    await collect(period, sixty(period))
    const release = (await act(period.id, 'close')).json<PublishedRelease>()
    endpoint.clock.now = '2027-11-23T10:00:00Z'
    const next = await endpoint.open({ id: '2027', closes: '2027-11-30', keep: 'units' })
    for (const before of release.cells) {
      const holding = next.grid.cells.filter(({ parts }) =>
        parts.some((part) =>
          before.parts.some(({ unit, family }) => unit === part.unit && family === part.family),
        ),
      )
      expect(holding).toHaveLength(1)
    }
  })

  it('are the whole organisation where a unit is new, unless HR says which unit it was', async () => {
    const period = await endpoint.open()
    await collect(
      period,
      Array.from({ length: 120 }, (_, n) => ({ cell: period.grid.cells[n % 6]!.id, bands: {} })),
    )
    await act(period.id, 'close')
    const headcounts = HEADCOUNTS.map((part) =>
      part.unit === 'schools' ? { ...part, unit: 'learning' } : part,
    )
    endpoint.clock.now = '2027-11-23T10:00:00Z'
    const change = { id: '2027', closes: '2027-11-30', headcounts }
    expect((await endpoint.open(change)).grid.cells).toHaveLength(1)
    await act('2027', 'cancel')
    const renamed = [{ from: 'schools', to: 'learning' }]
    expect((await endpoint.open({ ...change, id: '2027-b', renamed })).grid.cells).toHaveLength(6)
  })
})

describe('a period that is not released', () => {
  it('can be cancelled: nothing is kept, released or spent', async () => {
    const period = await endpoint.open()
    const bodies = await collect(period, sixty(period).slice(0, 5))
    expect((await act(period.id, 'cancel')).statusCode).toBe(204)
    const after = await endpoint.bytesOnDisk()
    expect(bodies.filter((body) => isIn(after, body))).toEqual([])
    expect(await typeOf(act(period.id, 'close'))).toEqual([409, '/problems/ended'])
    expect((await endpoint.open({ id: '2027' })).id).toBe('2027')
  })

  it('is deleted 30 days after it closed, and not before', async () => {
    const period = await endpoint.open()
    const [body] = await collect(period, sixty(period).slice(0, 1))
    endpoint.clock.now = '2026-12-30T23:00:00Z'
    await tidy(endpoint.deps)
    expect(isIn(await endpoint.bytesOnDisk(), body!)).toBe(true)
    endpoint.clock.now = '2026-12-31T00:00:00Z'
    await tidy(endpoint.deps)
    expect(isIn(await endpoint.bytesOnDisk(), body!)).toBe(false)
    expect(await typeOf(act(period.id, 'close'))).toEqual([409, '/problems/ended'])
  })

  it('can be given longer, never shorter', async () => {
    const period = await endpoint.open()
    expect(await typeOf(act(period.id, 'extend', { closes: '2026-11-29' }))).toEqual([
      409,
      '/problems/only-later',
    ])
    expect(await typeOf(act(period.id, 'extend', { closes: '2026-11-31' }))).toEqual([
      400,
      '/problems/malformed',
    ])
    expect((await act(period.id, 'extend', { closes: '2026-12-15' })).statusCode).toBe(204)
    const tooLong = await act(period.id, 'extend', { closes: '2027-05-27' })
    expect(tooLong.json()).toMatchObject({
      type: '/problems/malformed',
      detail: 'closes: a period lasts 184 days at most, so until 2027-05-26',
    })
    expect((await act(period.id, 'extend', { closes: '2027-05-26' })).statusCode).toBe(204)
    expect((await endpoint.ask('GET', 'periods/current')).json()).toMatchObject({ closes: '2027-05-26' })
  })

  it('is on HR’s list with the others, newest first', async () => {
    await endpoint.open()
    await act('2026-H2', 'cancel')
    endpoint.clock.now = '2026-11-24T10:00:00Z'
    await endpoint.open({ id: '2026-H3' })
    const list = (await endpoint.ask('GET', 'periods', { headers: HR })).json<{
      periods: { id: string; state: string; headcount: number }[]
    }>()
    const posts = HEADCOUNTS.reduce((sum, { headcount }) => sum + headcount, 0)
    expect(list.periods.map(({ id, state, headcount }) => [id, state, headcount])).toEqual([
      ['2026-H3', 'open', posts],
      ['2026-H2', 'cancelled', posts],
    ])
  })
})

it('what HR did is logged, and nothing else', async () => {
  const period = await endpoint.open()
  await collect(period, sixty(period).slice(0, 3))
  await act(period.id, 'extend', { closes: '2026-12-15' })
  await act(period.id, 'close')
  expect(endpoint.lines).toEqual([
    { event: 'period opened', by: 'hr', period: '2026-H2', closes: '2026-11-30' },
    { event: 'period extended', by: 'hr', period: '2026-H2', closes: '2026-12-15' },
    { event: 'period closed', by: 'hr', period: '2026-H2', published: false },
  ])
})

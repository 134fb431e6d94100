import { csvParse } from 'd3-dsv'
import { describe, expect, it } from 'vitest'
import { ReleaseSchema, type PublishedRelease } from '../../src/contract/release.ts'
import type { Keep, Part } from '../../src/domain/release/cell.ts'
import { CLOSING, HR, OPENING, simulatedEndpoint, simulatedLaptop } from '../../src/endpoint/simulated.ts'
import {
  anyChange,
  mostReplies,
  organisation,
  repliesIn,
  type Change,
  type Organisation,
} from './support/organisation.ts'
import {
  fresh,
  overOrigins,
  overPeople,
  suppressed,
  waymark,
  withNaiveTotals,
  type Publishing,
} from './support/publishing.ts'
import { randomFrom, type Random } from './support/random.ts'
import { percent, SEED, sized, tell, tellTable } from './support/size.ts'
import { smallGroups } from './support/smallGroups.ts'

/**
 * Who: anyone with every release of four periods, as tables, as CSV and on screen, and time for arithmetic.
 * Knows: every group that was published, and who is in it. Takes the noise to be away.
 * Wins: where any linear combination of counts, with any weights, is the exact count of one to nine people.
 * Answers that persist count as the same across periods; who joins and leaves inside a part is for the noise,
 * which `knows-everyone-else` measures. Source: Fellegi, "On the question of statistical confidentiality" (1972).
 */
const ATTACK = 'subtract what is published'
const ORGANISATIONS = sized(1000, 40)
const CONTROLS = sized(200, 15)
const KEEPS: readonly Keep[] = ['families', 'units', 'families', 'units', 'organisation']

function* organisations(count: number, seed: number, change?: (random: Random) => Change) {
  for (let n = 0; n < count; n += 1) {
    const random = randomFrom(seed + n)
    // From 20 to 20,000, each size as likely as ten times it.
    const staff = Math.round(20 * 1000 ** random.unit())
    const keeps = [0, 1, 2, 3].map(() => random.pick(KEEPS))
    yield { made: organisation(staff, (change ?? anyChange)(random), random), keeps }
  }
}

function derivable(made: Organisation, keeps: readonly Keep[], publishing: Publishing): number {
  const { groups, complete } = smallGroups(overOrigins(made, publishing(made, keeps)), mostReplies(made))
  expect(complete || groups.length > 0).toBe(true)
  return groups.length
}

function attack(count: number, publishing: Publishing) {
  let [attacked, groups, exposed] = [0, 0, 0]
  for (const { made, keeps } of organisations(count, SEED)) {
    const found = derivable(made, keeps, publishing)
    attacked += 1
    groups += found
    if (found > 0) exposed += 1
  }
  return { organisations: attacked, exposed, groups }
}

describe('subtracting what is published', () => {
  it('gives no group of one to nine, in any organisation', () => {
    const result = attack(ORGANISATIONS, waymark)
    tellTable(ATTACK, { [`Waymark, seed ${SEED}`]: result })
    expect(result).toEqual({ organisations: ORGANISATIONS, exposed: 0, groups: 0 })
  })

  it.each([
    ['exact totals per unit and family', withNaiveTotals],
    ['groups made afresh each period', fresh],
    ['small counts hidden', suppressed],
  ])('finds some with %s, so it does attack', (name, publishing) => {
    const result = attack(CONTROLS, publishing)
    tellTable(ATTACK, { [name]: result })
    expect(result.exposed).toBeGreaterThan(0)
  })

  it('gives nothing where the same people reply each time, even told apart one by one', () => {
    const still: Change = { joining: 0, leaving: 0, moving: 0, merging: 0.6, founding: 0, replying: 1 }
    for (const { made, keeps } of organisations(sized(200, 15), SEED, () => still)) {
      if (made.staff > 3000) continue
      const sums = overPeople(made, waymark(made, keeps))
      expect(
        smallGroups(
          sums,
          made.people.map(() => 1),
        ),
      ).toEqual({ groups: [], complete: true })
    }
  })

  it('is told how often comers and goers would stand apart, but for the noise', () => {
    const count = sized(200, 10)
    let [asked, exposed] = [0, 0]
    for (const { made, keeps } of organisations(count, SEED)) {
      if (made.staff > 1000) continue
      const { groups, complete } = smallGroups(
        overPeople(made, waymark(made, keeps)),
        made.people.map(() => 1),
      )
      asked += 1
      if (groups.length > 0 || !complete) exposed += 1
    }
    tell(
      ATTACK,
      `comers and goers told apart: ${exposed} of ${asked} organisations (${percent(exposed / asked)})`,
    )
  })
})

describe('what is published', () => {
  it('has the groups that were attacked: the endpoint makes the same ones over four years', async () => {
    for (let n = 0; n < sized(6, 1); n += 1) {
      const random = randomFrom(SEED + n)
      const change = { ...anyChange(random), merging: 1, replying: 0.6 }
      const made = organisation(150, change, random)
      const keeps: Keep[] = ['units', 'families', 'units', 'families']
      expect(await publishedByEndpoint(made, keeps)).toEqual(
        waymark(made, keeps).map((sums) => sums?.slice(0, -1)),
      )
    }
  })

  it('is no more than the attack knows of, and the same as CSV', async () => {
    const known = ['v', 'period', 'published', 'grid', 'catalogue', 'epsilon', 'margin', 'replies', 'spoiled']
    const fields = ReleaseSchema.options.map(({ entries }) => Object.keys(entries))
    expect(fields).toEqual([
      [...known, 'cells', 'skills', 'counts', 'totals', 'replied', 'repliedInAll'],
      ['v', 'period', 'published', 'replies'],
    ])
    const endpoint = await simulatedEndpoint()
    const period = await endpoint.open()
    for (let n = 0; n < 60; n += 1) {
      const cell = period.grid.cells[n % period.grid.cells.length]!.id
      const payload = await (await simulatedLaptop(period)).saying({ cell, bands: { 'test-backup': 0 } })
      await endpoint.ask('POST', 'summaries', { payload })
    }
    await endpoint.ask('POST', `periods/${OPENING.id}/close`, { headers: HR, payload: CLOSING })
    const path = `releases/${OPENING.id}`
    const table = (await endpoint.ask('GET', path, { headers: HR })).json<PublishedRelease>()
    const text = (await endpoint.ask('GET', path, { headers: { ...HR, accept: 'text/csv' } })).body
    await endpoint.end()
    const rows = csvParse(text)
    expect(table.cells.length).toBeGreaterThan(1)
    // Replies are counted over the same cells and the same whole as each skill is: no other group is told of.
    expect(table.replied).toHaveLength(table.cells.length)
    const ofCells = table.counts.flatMap((row, cell) =>
      row.map((counts) => [...counts, table.replied[cell]!]),
    )
    const inTable = [...ofCells, ...table.totals.map((counts) => [...counts, table.repliedInAll])]
    expect(rows.map(({ short, able, replied }) => [short, able, replied])).toEqual(
      inTable.map((counts) => counts.map(String)),
    )
    expect(new Set(rows.map(({ cell }) => cell))).toEqual(new Set(['', ...table.cells.map(({ id }) => id)]))
    expect(new Set(rows.map(({ replies }) => replies))).toEqual(new Set([String(table.replies)]))
  })
})

/** The cells of each year's release, by an endpoint that gets every reply as a laptop sends it. */
async function publishedByEndpoint(made: Organisation, keeps: readonly Keep[]) {
  const endpoint = await simulatedEndpoint()
  const cells: Part[][][] = []
  for (const [year, { headcounts, renamed }] of made.years.entries()) {
    endpoint.clock.now = `${2026 + year}-11-23T10:00:00Z`
    const id = String(2026 + year)
    const period = await endpoint.open({ id, closes: `${id}-11-30`, keep: keeps[year]!, headcounts, renamed })
    for (const { unit, family } of repliesIn(made, year)) {
      const cell = period.grid.cells.find(({ parts }) =>
        parts.some((part) => part.unit === unit && part.family === family),
      )
      const payload = await (await simulatedLaptop(period)).saying({ cell: cell!.id })
      expect((await endpoint.ask('POST', 'summaries', { payload })).statusCode).toBe(204)
    }
    const closed = await endpoint.ask('POST', `periods/${id}/close`, { headers: HR, payload: CLOSING })
    cells.push(closed.json<PublishedRelease>().cells.map(({ parts }) => parts))
  }
  await endpoint.end()
  return cells
}

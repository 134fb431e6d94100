import { bitsFrom } from '../../../src/domain/release/bits.ts'
import { partKey, type Keep, type Part } from '../../../src/domain/release/cell.ts'
import { planGrid, renameUnits } from '../../../src/domain/release/grid.ts'
import { seededBytes } from '../../../src/domain/release/seeded.ts'
import { noisyTable } from '../../../src/domain/release/table.ts'
import { PERIODS, repliesIn, type Organisation } from './organisation.ts'
import type { Sum } from './smallGroups.ts'

const NO_NAMES = { units: new Map<string, string>(), families: new Map<string, string>() }

/** Which counts are published of a period: for each, the parts it is over. Undefined: nothing was published. */
export type Publishing = (organisation: Organisation, keeps: readonly Keep[]) => (Part[][] | undefined)[]

/** What Waymark publishes, by its own code: cells that only ever merge, and the whole. */
export const waymark: Publishing = (organisation, keeps) => published(organisation, keeps, false)

/** The same, but with the groups made afresh each period. */
export const fresh: Publishing = (organisation, keeps) => published(organisation, keeps, true)

/** What Waymark publishes, and beside it an exact total of each unit and each family. */
export const withNaiveTotals: Publishing = (organisation, keeps) =>
  waymark(organisation, keeps).map((sums, period) =>
    sums === undefined ? undefined : [...sums, ...totals(organisation.years[period]!.now)],
  )

/** Each part by itself where ten replied, hidden where fewer did, with totals beside: most survey tools. */
export const suppressed: Publishing = (organisation) =>
  organisation.years.map(({ now }, period) => {
    const replies = countByPart(repliesIn(organisation, period))
    const shown = now.filter((part) => (replies.get(partKey(part)) ?? 0) >= 10).map((part) => [part])
    return [...shown, ...totals(now), [...now]]
  })

function totals(parts: readonly Part[]): Part[][] {
  const by = (what: 'unit' | 'family') =>
    [...new Set(parts.map((part) => part[what]))].map((id) => parts.filter((part) => part[what] === id))
  return [...by('unit'), ...by('family')]
}

function countByPart(parts: readonly Part[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const part of parts) counts.set(partKey(part), (counts.get(partKey(part)) ?? 0) + 1)
  return counts
}

function published(
  organisation: Organisation,
  keeps: readonly Keep[],
  afresh: boolean,
): (Part[][] | undefined)[] {
  let earlier: Part[][][] = []
  const sums: (Part[][] | undefined)[] = []
  for (let period = 0; period < PERIODS; period += 1) {
    const { headcounts, renamed, now } = organisation.years[period]!
    earlier = earlier.map((cells) => renameUnits(cells, renamed))
    const plan = planGrid(headcounts, keeps[period]!, afresh ? [] : earlier, NO_NAMES)
    const cellOf = new Map(plan?.cells.flatMap(({ id, parts }) => parts.map((part) => [partKey(part), id])))
    const answers = repliesIn(organisation, period).map((part) => ({
      cell: cellOf.get(partKey(part))!,
      bands: {},
    }))
    if (plan === undefined || answers.length < 20) {
      sums.push(undefined)
      continue
    }
    const { keep, cells: grid } = plan
    const terms = { grid, keep, floor: 10, epsilon: 1, skills: [], names: NO_NAMES }
    const { cells } = noisyTable(answers, terms, bitsFrom(seededBytes(1)))
    earlier.push(cells.length > 0 ? cells.map(({ parts }) => parts) : [grid.flatMap(({ parts }) => parts)])
    sums.push([...cells.map(({ parts }) => parts), [...now]])
  }
  return sums
}

/**
 * Published counts as sums over the origins there were at first: who joins and leaves inside a part is taken to
 * change nothing, and a unit set up later is made of joiners.
 */
export function overOrigins({ years }: Organisation, sums: readonly (Part[][] | undefined)[]): Sum[] {
  const first = years[0]!.now.length
  return sums.flatMap((ofPeriod, period) =>
    (ofPeriod ?? []).map((parts) => {
      const held = new Set(parts.map((part) => partKey(part)))
      const now = years[period]!.now.slice(0, first)
      return now.flatMap((part, origin) => (held.has(partKey(part)) ? [origin] : []))
    }),
  )
}

/** Published counts as sums over people: who joined, left, moved or did not reply is told apart. */
export function overPeople({ people, years }: Organisation, sums: readonly (Part[][] | undefined)[]): Sum[] {
  return sums.flatMap((ofPeriod, period) => {
    const { now } = years[period]!
    return (ofPeriod ?? []).map((parts) => {
      const held = new Set(parts.map((part) => partKey(part)))
      return people.flatMap(({ replies }, person) => {
        const origin = replies[period]
        return origin !== undefined && held.has(partKey(now[origin]!)) ? [person] : []
      })
    })
  })
}

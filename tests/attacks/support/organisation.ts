import type { Headcount, Part } from '../../../src/domain/release/cell.ts'
import type { Renaming } from '../../../src/domain/release/grid.ts'
import type { Random } from './random.ts'

export const PERIODS = 4

/** How much an organisation changes from one period to the next, as shares. */
export interface Change {
  joining: number
  leaving: number
  moving: number
  /** How likely two units become one. */
  merging: number
  /** How likely a unit is set up that never was before. */
  founding: number
  replying: number
}

/** An organisation as HR and its replies show it in one period. */
export interface Year {
  headcounts: Headcount[]
  renamed: Renaming[]
  /** What each origin is called now: its unit may have been taken into another. */
  now: Part[]
}

/** Someone on the staff: where they are and whether they reply, in each period. */
export interface Person {
  /** The origin they are of in each period; undefined where they are not there or do not reply. */
  replies: (number | undefined)[]
}

/**
 * A made-up organisation over four periods. An origin is a part (unit and family) as it first was; mergers change
 * what it is called, people join it, leave it and move between origins.
 */
export interface Organisation {
  staff: number
  people: Person[]
  years: Year[]
}

interface Member {
  origin: number
  person: Person
}

export function anyChange(random: Random): Change {
  return {
    joining: 0.15 * random.unit(),
    leaving: 0.15 * random.unit(),
    moving: 0.08 * random.unit(),
    merging: 0.6,
    founding: 0.05,
    replying: 0.3 + 0.65 * random.unit(),
  }
}

/** Units and families of very unequal sizes, many of them far too small to be spoken of. */
export function organisation(staff: number, change: Change, random: Random): Organisation {
  const units = 1 + random.below(Math.max(1, Math.min(40, Math.round(staff / 8))))
  const families = 1 + random.below(10)
  const origins: Part[] = []
  for (let unit = 0; unit < units; unit += 1) {
    for (let family = 0; family < families; family += 1)
      origins.push({ unit: `u${unit}`, family: `f${family}` })
  }
  const weights = origins.map(() => random.unit() ** 3 + 0.01)
  const anyOrigin = drawByWeight(weights, random)
  const people: Person[] = []
  let members: Member[] = []

  function hire(): void {
    const person: Person = { replies: [] }
    people.push(person)
    members.push({ origin: anyOrigin(), person })
  }

  for (let n = 0; n < staff; n += 1) hire()
  // Only parts that have somebody in them at first are parts at all.
  const alive = [...new Set(members.map(({ origin }) => origin))]
  const called = new Map<string, string>()
  const years: Year[] = []
  for (let period = 0; period < PERIODS; period += 1) {
    const renamed: Renaming[] = []
    if (period > 0) {
      members = members.filter(() => !random.chance(change.leaving))
      for (const member of members) if (random.chance(change.moving)) member.origin = random.pick(alive)
      const joiners = Math.round(staff * change.joining)
      for (let n = 0; n < joiners; n += 1) {
        const person: Person = { replies: [] }
        people.push(person)
        members.push({ origin: random.pick(alive), person })
      }
      if (random.chance(change.merging)) mergeTwoUnits(origins, called, renamed, random)
      if (random.chance(change.founding)) alive.push(found(origins, period))
    }
    for (const { origin, person } of members) {
      person.replies[period] = random.chance(change.replying) ? origin : undefined
    }
    const now = origins.map(({ unit, family }) => ({ unit: called.get(unit) ?? unit, family }))
    years.push({ headcounts: headcountsOf(members, now), renamed, now })
  }
  return { staff, people, years }
}

function drawByWeight(weights: readonly number[], random: Random): () => number {
  const upTo: number[] = []
  weights.reduce((sum, weight, place) => (upTo[place] = sum + weight), 0)
  return () => {
    const at = random.unit() * upTo.at(-1)!
    let [low, high] = [0, upTo.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (upTo[middle]! > at) high = middle
      else low = middle + 1
    }
    return low
  }
}

function mergeTwoUnits(
  origins: readonly Part[],
  called: Map<string, string>,
  renamed: Renaming[],
  random: Random,
) {
  const units = [...new Set(origins.map(({ unit }) => called.get(unit) ?? unit))]
  if (units.length < 2) return
  const from = random.pick(units)
  const to = random.pick(units.filter((unit) => unit !== from))
  renamed.push({ from, to })
  for (const { unit } of origins) if ((called.get(unit) ?? unit) === from) called.set(unit, to)
}

function found(origins: Part[], period: number): number {
  return origins.push({ unit: `new${period}`, family: 'f0' }) - 1
}

function headcountsOf(members: readonly Member[], now: readonly Part[]): Headcount[] {
  const parts = new Map<string, Headcount>()
  for (const { origin } of members) {
    const part = now[origin]!
    const key = `${part.unit} ${part.family}`
    const known = parts.get(key) ?? { ...part, headcount: 0 }
    known.headcount += 1
    parts.set(key, known)
  }
  return [...parts.values()]
}

/** The replies of a period, each as the part it is from. */
export function repliesIn({ people, years }: Organisation, period: number): Part[] {
  const { now } = years[period]!
  return people.flatMap(({ replies }) => {
    const origin = replies[period]
    return origin === undefined ? [] : [now[origin]!]
  })
}

/** Of each origin, the most that replied in any one period. */
export function mostReplies({ people, years }: Organisation): number[] {
  const origins = years.at(-1)!.now.length
  const most = new Array<number>(origins).fill(0)
  for (let period = 0; period < PERIODS; period += 1) {
    const count = new Array<number>(origins).fill(0)
    for (const { replies } of people) {
      const origin = replies[period]
      if (origin !== undefined) count[origin]! += 1
    }
    count.forEach((replies, origin) => (most[origin] = Math.max(most[origin]!, replies)))
  }
  return most
}

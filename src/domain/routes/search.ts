import { Queue } from './queue'

/** A route of more legs than this is a career, not a plan. */
export const MOST_LEGS = 5

/** A search among numbered roles. */
export interface Search {
  start: number
  end: number
  /** Where the moves of each role lead, each place once. */
  next: readonly (readonly number[])[]
  /** What each role asks beyond what the person has: [skill, levels]. */
  lacks: readonly (readonly [number, number][])[]
  count: number
  mostLegs: number
}

/** A path begun. `cost` and `legs` are the least that any way of finishing it can come to. */
interface Begun {
  path: readonly number[]
  cost: number
  legs: number
}

/**
 * The `count` best loopless paths from start to end, without the start, best first: least cost, then fewest
 * legs, then the lowest numbers along them. Best-first search (Hart, Nilsson and Raphael 1968): what is
 * begun is taken up in the order of the least it can come to, so the first finished are the best. A path's
 * cost with the end counted in, the legs so far with the fewest still needed, and the numbers so far each
 * only rise as it goes on, and so does their order.
 */
export function bestPaths(search: Search): number[][] {
  const { start, end, next, lacks, count, mostLegs } = search
  const legsFrom = legsTo(end, next, mostLegs)
  const found: number[][] = []
  const queue = new Queue<Begun>(before)
  if (legsFrom[start]! <= mostLegs) {
    queue.push({ path: [], cost: sumOf(lacks[end]!), legs: legsFrom[start]! })
  }
  for (let begun = queue.pop(); begun !== undefined && found.length < count; begun = queue.pop()) {
    const { path, cost } = begun
    const at = path.at(-1) ?? start
    if (at === end) {
      found.push([...path])
      continue
    }
    const learned = learnedBy([...path, end], lacks)
    for (const role of next[at]!) {
      const legs = path.length + 1 + legsFrom[role]!
      if (legs > mostLegs || role === start || path.includes(role)) continue
      queue.push({ path: [...path, role], cost: cost + beyond(lacks[role]!, learned), legs })
    }
  }
  return found
}

function before(a: Begun, b: Begun): boolean {
  if (a.cost !== b.cost) return a.cost < b.cost
  if (a.legs !== b.legs) return a.legs < b.legs
  for (let leg = 0; leg < a.path.length && leg < b.path.length; leg++) {
    const [one, other] = [a.path[leg]!, b.path[leg]!]
    if (one !== other) return one < other
  }
  return a.path.length < b.path.length
}

/** The fewest legs from each role to the end; more than `most` where there is no way within it. */
function legsTo(end: number, next: Search['next'], most: number): number[] {
  const legs = next.map(() => most + 1)
  legs[end] = 0
  for (let round = 1; round <= most; round++) {
    next.forEach((after, role) => {
      if (legs[role]! > most && after.some((one) => legs[one] === round - 1)) legs[role] = round
    })
  }
  return legs
}

/** Levels gained in each skill once all these roles are reached. */
function learnedBy(roles: readonly number[], lacks: Search['lacks']): Map<number, number> {
  const learned = new Map<number, number>()
  for (const role of roles) {
    for (const [skill, levels] of lacks[role]!) {
      if (levels > (learned.get(skill) ?? 0)) learned.set(skill, levels)
    }
  }
  return learned
}

/** Levels a role takes on top of those already learned. */
function beyond(lacks: Search['lacks'][number], learned: ReadonlyMap<number, number>): number {
  return lacks.reduce((sum, [skill, levels]) => sum + Math.max(0, levels - (learned.get(skill) ?? 0)), 0)
}

function sumOf(lacks: Search['lacks'][number]): number {
  return lacks.reduce((sum, [, levels]) => sum + levels, 0)
}

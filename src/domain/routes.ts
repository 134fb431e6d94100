import { levelOf, type Answers } from './assessment'
import { gapFor, levelAsked } from './gap'
import type { Id } from './id'
import type { Move } from './move'
import type { RoleProfile } from './role'
import { bestPaths, MOST_LEGS } from './routes/search'

/** One skill to bring up for a leg. `from` is undefined where it was not rated, or not relevant until now. */
export interface Learned {
  skill: Id
  essential: boolean
  from?: number
  to: number
}

/** One move of a route, and what is still to be learned for it after the legs before. */
export interface Leg {
  role: RoleProfile
  /** Absent where no move is drawn: only ever on the direct way. */
  move?: Move
  learn: Learned[]
  toGain: number
}

export interface Route {
  legs: Leg[]
  /** Levels to gain over all legs. */
  toGain: number
}

export interface Ways {
  /** Straight to the target, whether or not a move is drawn. Nothing costs less. */
  direct: Leg
  /** The best routes along drawn moves, best first; a drawn direct move is the first of them. */
  routes: Route[]
}

export interface Journey {
  /** The role held now. What it asks is not taken as known: the answers say what is. */
  from: Id
  target: RoleProfile
  roles: readonly RoleProfile[]
  moves: readonly Move[]
  answers: Answers
  /** How many routes at most. */
  count: number
}

/**
 * The best few routes from a role to a target: chains of one to five moves that visit no role twice,
 * by fewest levels to gain, then fewest legs, then the names of the roles along them. Exact.
 *
 * The law. Growing into a role brings each skill it asks up to the level asked and lowers none, so after
 * a set S of roles a skill stands at the most any of them asks, or where it stood. The levels gained over
 * the legs add up to
 *
 *     cost(S) = Σ over skills of max(0, max over r in S of asked(r, skill) − has(skill))
 *
 * which is the same in whatever order S is visited. It never falls as S grows: no route costs less than
 * the direct way, and a route begun costs at least cost(S with the target), which is what the search counts on.
 */
export function waysTo(journey: Journey): Ways {
  const { target, from, answers } = journey
  const moves = new Map<string, Move>()
  for (const move of journey.moves) {
    const way = wayOf(move.from, move.to)
    if (!moves.has(way)) moves.set(way, move)
  }
  const paths = from === target.id ? [] : pathsOf(journey, [...moves.values()])
  return {
    direct: legTo(target, answers, new Map(), moves.get(wayOf(from, target.id))),
    routes: paths.map((path) => routeAlong(from, path, moves, answers)),
  }
}

/** Levels reached along a route, by skill. */
type Reached = Map<Id, number>

const wayOf = (from: Id, to: Id) => `${from} ${to}`

/** The best paths as roles. In the search a role is its place by name, so that comparing numbers compares names. */
function pathsOf({ from, target, roles, answers, count }: Journey, moves: Move[]): RoleProfile[][] {
  const byName = [...roles].sort((a, b) => a.name.localeCompare(b.name, 'en-GB') || (a.id < b.id ? -1 : 1))
  const place = new Map(byName.map((role, index) => [role.id, index]))
  const [start, end] = [place.get(from), place.get(target.id)]
  if (start === undefined || end === undefined) return []
  const next: number[][] = byName.map(() => [])
  for (const move of moves) {
    const [one, other] = [place.get(move.from), place.get(move.to)]
    if (one !== undefined && other !== undefined) next[one]!.push(other)
  }
  const lacks = lacksOf(byName, answers)
  const paths = bestPaths({ start, end, next, lacks, count, mostLegs: MOST_LEGS })
  return paths.map((path) => path.map((role) => byName[role]!))
}

/** For each role the skills it asks more of than there is, as [number of the skill, levels lacking]. */
function lacksOf(roles: readonly RoleProfile[], answers: Answers): [number, number][][] {
  const numbers = new Map<Id, number>()
  return roles.map((role) => {
    const lacks = new Map<number, number>()
    for (const requirement of role.requirements) {
      const { skill, toGain } = gapFor(requirement, answers[requirement.skill])
      const number = numbers.get(skill) ?? numbers.size
      numbers.set(skill, number)
      if (toGain > (lacks.get(number) ?? 0)) lacks.set(number, toGain)
    }
    return [...lacks]
  })
}

function routeAlong(
  from: Id,
  path: readonly RoleProfile[],
  moves: ReadonlyMap<string, Move>,
  answers: Answers,
): Route {
  const learned: Reached = new Map()
  let at = from
  const legs = path.map((role) => {
    const leg = legTo(role, answers, learned, moves.get(wayOf(at, role.id)))
    at = role.id
    return leg
  })
  return { legs, toGain: legs.reduce((sum, leg) => sum + leg.toGain, 0) }
}

/** What a role asks beyond the answers and what was learned before it; that is then learned too. */
function legTo(role: RoleProfile, answers: Answers, learned: Reached, move: Move | undefined): Leg {
  const learn: Learned[] = []
  for (const requirement of role.requirements) {
    const { skill, essential } = requirement
    const from = learned.get(skill) ?? levelOf(answers[skill])
    const to = levelAsked(requirement)
    if ((from ?? 0) >= to) continue
    learn.push({ skill, essential, from, to })
    learned.set(skill, to)
  }
  learn.sort((a, b) => Number(b.essential) - Number(a.essential) || climb(b) - climb(a))
  return { role, ...(move && { move }), learn, toGain: learn.reduce((sum, step) => sum + climb(step), 0) }
}

function climb({ from, to }: Learned): number {
  return to - (from ?? 0)
}

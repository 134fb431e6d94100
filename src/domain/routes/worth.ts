import type { Route, Ways } from '../routes'

/** A way round that takes more than this many times the direct way is no help. */
const MOST_TIMES_DIRECT = 1.5

/**
 * The ways round that are worth telling beside the direct way, in the order given: those that take up to half as
 * many levels again, and past a role more senior than the target only those that take no more than the direct way.
 * Where no move is drawn straight there and none is worth it, the best drawn way is told whatever it takes,
 * one that does not go past the target if there is one.
 */
export function routesWorthIt({ direct, routes }: Ways): Route[] {
  const round = routes.filter(({ legs }) => legs.length > 1)
  const isPast = ({ legs }: Route) => legs.some(({ role }) => role.seniority > direct.role.seniority)
  const worthIt = round.filter((route) =>
    isPast(route) ? route.toGain <= direct.toGain : route.toGain <= direct.toGain * MOST_TIMES_DIRECT,
  )
  if (worthIt.length > 0 || direct.move !== undefined) return worthIt
  return [round.find((route) => !isPast(route)) ?? round[0]].filter((route) => route !== undefined)
}

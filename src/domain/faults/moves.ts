import type { Framework } from '../framework'
import type { Id } from '../id'
import type { Move } from '../move'
import { cycles, idsOf, unknownIds, type Fault } from './fault'

/** Faults of the pathway: the moves, and the roles they leave out. */
export function moveFaults(moves: readonly Move[], frameworks: readonly Framework[]): Fault[] {
  const roles = new Set(frameworks.flatMap((framework) => framework.roles.map((role) => role.id)))
  return [
    ...moves.flatMap((move) => unknownIds(nameOf(move), 'role', [move.from, move.to], roles)),
    ...moves
      .filter((move) => move.from === move.to)
      .map((move) => ({ where: nameOf(move), what: 'leads from a role to itself' })),
    ...doubledMoves(moves),
    ...promotionCycles(moves),
    ...unreachedRoles(moves, frameworks),
  ]
}

function nameOf({ kind, from, to }: Move): string {
  return `move (${kind}) ${from} to ${to}`
}

/** One way from a role to another is drawn once, whatever its kind. */
function doubledMoves(moves: readonly Move[]): Fault[] {
  const seen = new Set<string>()
  return moves.flatMap((move) => {
    const way = `${move.from} ${move.to}`
    if (seen.has(way)) return [{ where: nameOf(move), what: 'stands twice' }]
    seen.add(way)
    return []
  })
}

/** Nobody is promoted in a circle; sideways moves and returns may come back. */
function promotionCycles(moves: readonly Move[]): Fault[] {
  const upwards = new Map<Id, Id[]>()
  for (const { kind, from, to } of moves) {
    if (kind === 'promotion' && from !== to) upwards.set(from, [...(upwards.get(from) ?? []), to])
  }
  return cycles(upwards.keys(), (id) => upwards.get(id) ?? []).map((cycle) => ({
    where: 'promotions',
    what: `lead in a circle: ${cycle.join(' to ')}`,
  }))
}

/** A framework without any move has no pathway yet; in one that has, no role is left out of it. */
function unreachedRoles(moves: readonly Move[], frameworks: readonly Framework[]): Fault[] {
  const ends = new Set(moves.flatMap((move) => [move.from, move.to]))
  return frameworks
    .filter((framework) => [...idsOf(framework.roles)].some((id) => ends.has(id)))
    .flatMap((framework) => framework.roles)
    .filter((role) => !ends.has(role.id))
    .map((role) => ({ where: `role ${role.id}`, what: 'has no move in or out' }))
}

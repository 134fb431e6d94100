import type { Catalogue } from '../catalogue'
import type { Id } from '../id'
import type { Move } from '../move'
import type { Succession } from '../structure'
import { putBy } from './lists'

/** Draws a way from one role to another, or draws it differently. There is one way between two roles. */
export function putMove(catalogue: Catalogue, move: Move): Catalogue {
  const at = catalogue.moves.findIndex(({ from, to }) => from === move.from && to === move.to)
  const moves = at < 0 ? [...catalogue.moves, move] : catalogue.moves.map((one, i) => (i === at ? move : one))
  return { ...catalogue, moves }
}

export function removeMove(catalogue: Catalogue, from: Id, to: Id): Catalogue {
  return { ...catalogue, moves: catalogue.moves.filter((move) => move.from !== from || move.to !== to) }
}

/** Says where a post of the old structure leads; to no post takes the saying away. */
export function putSuccession(catalogue: Catalogue, succession: Succession): Catalogue {
  const { successions } = catalogue
  return {
    ...catalogue,
    successions:
      succession.to.length === 0
        ? successions.filter(({ from }) => from !== succession.from)
        : putBy('from', successions, succession),
  }
}

import type { Lattice, LatticeCard } from '../lattice'
import { MOVE_KINDS, MOVE_LABELS } from '../move'

/** What the arrows out of a card say: "Promotion to Enterprise architect; sideways to Business analyst and Tester." */
export function movesInWords({ moves }: Pick<Lattice, 'moves'>, card: LatticeCard): string {
  const parts = MOVE_KINDS.flatMap((kind) => {
    const names = moves
      .filter(({ move, from }) => from === card && move.kind === kind)
      .map(({ to }) => to.role.name)
    return names.length === 0
      ? []
      : [`${MOVE_LABELS[kind]} ${kind === 'new-structure' ? 'as' : 'to'} ${listed(names)}`]
  })
  if (parts.length === 0) return 'No moves are drawn from here.'
  const words = parts.join('; ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}

function listed(names: readonly string[]): string {
  return names.length === 1 ? names[0]! : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

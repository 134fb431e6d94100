import type { Lattice, LatticeCard } from '../lattice'

export const DIRECTIONS = ['up', 'down', 'left', 'right'] as const
export type Direction = (typeof DIRECTIONS)[number]

/**
 * The card an arrow key leads to: the nearest that a move joins to this one on that side, whichever way the
 * arrow points, else the nearest by place. Moves to another line go up or down; moves along the line go left or
 * right. Undefined at the edge.
 */
export function walk(lattice: Lattice, from: LatticeCard, direction: Direction): LatticeCard | undefined {
  return walkMoves(lattice, from, direction) ?? walkPlaces(lattice, from, direction)
}

function walkMoves({ moves }: Lattice, from: LatticeCard, direction: Direction): LatticeCard | undefined {
  const out = moves.filter((move) => move.from === from).map((move) => move.to)
  const back = moves.filter((move) => move.to === from).map((move) => move.from)
  const joined = [...out, ...back].filter((card) => sideOf(from, card) === direction)
  return nearest(joined, (card) => Math.abs(card.lane - from.lane) + Math.abs(card.line - from.line))
}

/** On which side a joined card lies. */
function sideOf(from: LatticeCard, card: LatticeCard): Direction {
  if (card.line !== from.line) return card.line < from.line ? 'up' : 'down'
  return card.lane < from.lane ? 'left' : 'right'
}

/**
 * By place alone: up and down keep to the lane, or take the next line's nearest card; left and right
 * are the card before and after in reading order, so that every card can be come to.
 */
export function walkPlaces(
  { cards }: Lattice,
  from: LatticeCard,
  direction: Direction,
): LatticeCard | undefined {
  if (direction === 'left' || direction === 'right') {
    const place = cards.indexOf(from)
    return place < 0 ? undefined : cards[direction === 'left' ? place - 1 : place + 1]
  }
  const beyond = cards.filter((card) => (direction === 'up' ? card.line < from.line : card.line > from.line))
  const distance = (card: LatticeCard) => Math.abs(card.line - from.line)
  const inLane = nearest(
    beyond.filter((card) => card.lane === from.lane),
    distance,
  )
  if (inLane !== undefined) return inLane
  const next = Math.min(...beyond.map(distance))
  return nearest(
    beyond.filter((card) => distance(card) === next),
    (card) => Math.abs(card.lane - from.lane),
  )
}

/** The first of the nearest. */
function nearest(
  cards: readonly LatticeCard[],
  distance: (card: LatticeCard) => number,
): LatticeCard | undefined {
  return cards.reduce<LatticeCard | undefined>(
    (best, card) => (best === undefined || distance(card) < distance(best) ? card : best),
    undefined,
  )
}

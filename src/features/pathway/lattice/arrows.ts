import type { Lattice, LatticeCard, LatticeMove } from '../../../domain/lattice'
import { BEND, CARD, cornerOf, type Point } from './geometry'

/** A move as a curve from the edge of one card to the edge of another, in em of the map. */
export interface Arrow {
  move: LatticeMove
  /** Path data; its last point is the tip. */
  path: string
}

type Side = 'top' | 'right' | 'bottom' | 'left'

interface End {
  card: LatticeCard
  side: Side
  other: LatticeCard
}

/**
 * The moves of a lattice as curves. Ends on one side of a card are spread along it, in the order of where they
 * lead, so that no two arrows start or end at one point.
 */
export function arrowsOf(lattice: Lattice): Arrow[] {
  const taken = new Set(lattice.cards.map(({ lane, line }) => `${lane} ${line}`))
  const ends = lattice.moves.map((move) => endsOf(move, taken))
  const places = spread(ends.flat())
  return lattice.moves.map((move, index) => {
    const [start, tip] = ends[index]!
    return { move, path: curve(places.get(start)!, start.side, places.get(tip)!, tip.side) }
  })
}

function endsOf({ from, to }: LatticeMove, taken: ReadonlySet<string>): [End, End] {
  const [out, into] = sidesOf(from, to, taken)
  return [
    { card: from, side: out, other: to },
    { card: to, side: into, other: from },
  ]
}

/** Along a line arrows keep to the room beside or above the cards; up and down they go from edge to edge. */
function sidesOf(from: LatticeCard, to: LatticeCard, taken: ReadonlySet<string>): [Side, Side] {
  const [lanes, lines] = [to.lane - from.lane, to.line - from.line]
  if (lines === 0) {
    if (Math.abs(lanes) > 1) return ['top', 'top']
    return lanes > 0 ? ['right', 'left'] : ['left', 'right']
  }
  if (lanes === 0 && isBlocked(from, to, taken)) return ['right', 'right']
  return lines < 0 ? ['top', 'bottom'] : ['bottom', 'top']
}

/** Whether a card stands between two of one lane. */
function isBlocked(from: LatticeCard, to: LatticeCard, taken: ReadonlySet<string>): boolean {
  const [top, bottom] = [Math.min(from.line, to.line), Math.max(from.line, to.line)]
  for (let line = top + 1; line < bottom; line++) if (taken.has(`${from.lane} ${line}`)) return true
  return false
}

function spread(ends: readonly End[]): Map<End, Point> {
  const bySide = new Map<string, End[]>()
  for (const end of ends) {
    const key = `${end.card.role.id} ${end.side}`
    bySide.set(key, [...(bySide.get(key) ?? []), end])
  }
  const places = new Map<End, Point>()
  for (const group of bySide.values()) {
    group.sort((a, b) => along(a) - along(b))
    group.forEach((end, index) => places.set(end, pointOn(end, (index + 1) / (group.length + 1))))
  }
  return places
}

function along({ side, other }: End): number {
  return side === 'top' || side === 'bottom' ? other.lane : other.line
}

function pointOn({ card, side }: End, share: number): Point {
  const { x, y } = cornerOf(card)
  if (side === 'top' || side === 'bottom') {
    return { x: x + CARD.width * share, y: side === 'top' ? y : y + CARD.height }
  }
  return { x: side === 'left' ? x : x + CARD.width, y: y + CARD.height * share }
}

const OUTWARD: Record<Side, Point> = {
  top: { x: 0, y: -BEND.up },
  right: { x: BEND.across, y: 0 },
  bottom: { x: 0, y: BEND.up },
  left: { x: -BEND.across, y: 0 },
}

function curve(start: Point, out: Side, tip: Point, into: Side): string {
  const [leave, arrive] = [OUTWARD[out], OUTWARD[into]]
  const points = [
    { x: start.x + leave.x, y: start.y + leave.y },
    { x: tip.x + arrive.x, y: tip.y + arrive.y },
    tip,
  ]
  return `M${pair(start)}C${points.map(pair).join(' ')}`
}

function pair({ x, y }: Point): string {
  return `${x.toFixed(2)},${y.toFixed(2)}`
}

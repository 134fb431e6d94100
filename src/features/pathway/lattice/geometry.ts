import type { Lattice, LatticeCard } from '../../../domain/lattice'

/** Everything on the map is measured in em of the map, so that it grows with the zoom and with the reader's text. */
export const CARD = { width: 9, height: 5.3 }
const GAP = { across: 2.4, up: 2 }
/** Room for the names of seniorities at the left and of families at the top. */
export const MARGIN = { left: 5.2, top: 4.6 }

export interface Point {
  x: number
  y: number
}

/** The top left corner of a card, by its place in the lattice. */
export function cornerOf({ lane, line }: Pick<LatticeCard, 'lane' | 'line'>): Point {
  return { x: MARGIN.left + lane * (CARD.width + GAP.across), y: MARGIN.top + line * (CARD.height + GAP.up) }
}

/** The width of so many lanes, or the height of so many lines. */
export function acrossLanes(lanes: number): number {
  return lanes * CARD.width + (lanes - 1) * GAP.across
}

export function acrossLines(lines: number): number {
  return lines * CARD.height + (lines - 1) * GAP.up
}

export function sizeOf({ lanes, lines }: Pick<Lattice, 'lanes' | 'lines'>): {
  width: number
  height: number
} {
  return {
    width: MARGIN.left + acrossLanes(lanes) + GAP.across / 2,
    height: MARGIN.top + acrossLines(lines) + GAP.up / 2,
  }
}

/** How far a curve bends out into the room between cards. */
export const BEND = { across: GAP.across * 0.9, up: GAP.up * 0.9 }

import { MOVE_KINDS, type Move } from './move'
import type { Family, RoleProfile } from './role'

/** A family's part of the width. */
export interface LatticeColumn {
  family: Family
  /** The first lane it takes, and how many: its cards stand side by side when they would stack too high. */
  lane: number
  lanes: number
}

/** One seniority's part of the height, the most senior first. */
export interface LatticeRow {
  seniority: number
  line: number
  lines: number
}

/** Where a role stands. No two cards share a lane and a line. */
export interface LatticeCard {
  role: RoleProfile
  column: LatticeColumn
  row: LatticeRow
  /** From 0, left to right. */
  lane: number
  /** From 0, top to bottom. */
  line: number
}

/** A move drawn between two cards. */
export interface LatticeMove {
  move: Move
  from: LatticeCard
  to: LatticeCard
}

/** Families across, seniority up, moves between. Cards are in reading order. */
export interface Lattice {
  columns: LatticeColumn[]
  rows: LatticeRow[]
  cards: LatticeCard[]
  moves: LatticeMove[]
  lanes: number
  lines: number
}

/**
 * More cards than this in one family at one seniority stand side by side as well: a stack makes its row higher for
 * every family, where most have one card or two.
 */
export const STACK_MOST = 2

/**
 * Lays out roles: families in the order given, those without roles left out; in each family and
 * seniority, cards by ladder, then name. Equal roles, families and moves in any order of the roles and
 * moves give the same lattice. Roles whose family is not given, and moves that lead off the lattice, are left out.
 */
export function latticeOf(
  roles: readonly RoleProfile[],
  families: readonly Family[],
  moves: readonly Move[],
): Lattice {
  const cells = cellsOf(roles, families)
  const columns = columnsOf(cells, families)
  const rows = rowsOf(cells, columns)
  const cards = cardsOf(cells, columns, rows)
  return {
    columns,
    rows,
    cards,
    moves: drawn(moves, cards),
    lanes: columns.reduce((sum, column) => sum + column.lanes, 0),
    lines: rows.reduce((sum, row) => sum + row.lines, 0),
  }
}

/** Roles of one family at one seniority. */
interface LatticeCell {
  family: string
  seniority: number
  roles: RoleProfile[]
}

function cellsOf(roles: readonly RoleProfile[], families: readonly Family[]): LatticeCell[] {
  const known = new Set(families.map((family) => family.id))
  const cells = new Map<string, LatticeCell>()
  for (const role of [...roles].sort(inOrder)) {
    if (!known.has(role.family)) continue
    const key = `${role.family} ${role.seniority}`
    const cell = cells.get(key)
    if (cell === undefined) cells.set(key, { family: role.family, seniority: role.seniority, roles: [role] })
    else cell.roles.push(role)
  }
  return [...cells.values()]
}

function inOrder(a: RoleProfile, b: RoleProfile): number {
  return (
    (a.ladder ?? '').localeCompare(b.ladder ?? '', 'en-GB') ||
    a.name.localeCompare(b.name, 'en-GB') ||
    (a.id < b.id ? -1 : 1)
  )
}

function columnsOf(cells: readonly LatticeCell[], families: readonly Family[]): LatticeColumn[] {
  let lane = 0
  return families.flatMap((family) => {
    const own = cells.filter((cell) => cell.family === family.id)
    if (own.length === 0) return []
    const abreast = own.map((cell) => Math.ceil(cell.roles.length / stackOf(cell.seniority, cells)))
    const column = { family, lane, lanes: Math.max(...abreast) }
    lane += column.lanes
    return [column]
  })
}

/** How high cards may stack at a seniority: as at least two families do, so that no row is high for one alone. */
function stackOf(seniority: number, cells: readonly LatticeCell[]): number {
  const counts = cells.filter((cell) => cell.seniority === seniority).map(({ roles }) => roles.length)
  const [, second = 1] = counts.sort((a, b) => b - a)
  return Math.min(second, STACK_MOST)
}

function rowsOf(cells: readonly LatticeCell[], columns: readonly LatticeColumn[]): LatticeRow[] {
  const lanesOf = new Map(columns.map((column) => [column.family.id, column.lanes]))
  let line = 0
  const seniorities = [...new Set(cells.map((cell) => cell.seniority))].sort((a, b) => b - a)
  return seniorities.map((seniority) => {
    const heights = cells
      .filter((cell) => cell.seniority === seniority)
      .map((cell) => Math.ceil(cell.roles.length / lanesOf.get(cell.family)!))
    const row = { seniority, line, lines: Math.max(...heights) }
    line += row.lines
    return row
  })
}

function cardsOf(
  cells: readonly LatticeCell[],
  columns: readonly LatticeColumn[],
  rows: readonly LatticeRow[],
): LatticeCard[] {
  const columnOf = new Map(columns.map((column) => [column.family.id, column]))
  const rowOf = new Map(rows.map((row) => [row.seniority, row]))
  return cells
    .flatMap((cell) => {
      const column = columnOf.get(cell.family)!
      const row = rowOf.get(cell.seniority)!
      return cell.roles.map((role, slot) => ({
        role,
        column,
        row,
        lane: column.lane + (slot % column.lanes),
        line: row.line + Math.floor(slot / column.lanes),
      }))
    })
    .sort((a, b) => a.line - b.line || a.lane - b.lane)
}

function drawn(moves: readonly Move[], cards: readonly LatticeCard[]): LatticeMove[] {
  const cardOf = new Map(cards.map((card) => [card.role.id, card]))
  const place = new Map(cards.map((card, index) => [card, index]))
  return moves
    .flatMap((move) => {
      const [from, to] = [cardOf.get(move.from), cardOf.get(move.to)]
      return from === undefined || to === undefined || from === to ? [] : [{ move, from, to }]
    })
    .sort(
      (a, b) =>
        place.get(a.from)! - place.get(b.from)! ||
        place.get(a.to)! - place.get(b.to)! ||
        MOVE_KINDS.indexOf(a.move.kind) - MOVE_KINDS.indexOf(b.move.kind),
    )
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { latticeOf, STACK_MOST, type Lattice } from './lattice'
import { DIRECTIONS, walk, walkPlaces } from './lattice/walk'
import { movesInWords } from './lattice/words'
import { MOVE_KINDS, type Move, type MoveKind } from './move'
import type { Family, RoleProfile } from './role'

const seed = 20_261_123
const families: Family[] = ['Architecture', 'Projects', 'Support', 'Nobody'].map((name) => ({
  id: `county-${name.toLowerCase()}`,
  name,
}))

function role(name: string, family: string, seniority: number): RoleProfile {
  const id = `county-${name.toLowerCase().replaceAll(' ', '-')}`
  return { id, name, family: `county-${family}`, seniority, purpose: '', requirements: [] }
}

const move = (from: string, to: string, kind: MoveKind): Move => ({
  from: `county-${from}`,
  to: `county-${to}`,
  kind,
})

const roles = [
  role('Technical architect', 'architecture', 2),
  role('Solution architect', 'architecture', 3),
  role('Enterprise architect', 'architecture', 4),
  role('Project manager', 'projects', 3),
  role('Change manager', 'projects', 3),
  role('Head of projects', 'projects', 4),
  role('Desk lead', 'support', 3),
  role('Site lead', 'support', 3),
  role('Desk analyst', 'support', 1),
  role('Elsewhere', 'gone', 1),
]
const moves = [
  move('technical-architect', 'solution-architect', 'promotion'),
  move('solution-architect', 'project-manager', 'sideways'),
  move('solution-architect', 'enterprise-architect', 'promotion'),
  move('solution-architect', 'head-of-projects', 'promotion'),
  move('desk-analyst', 'technical-architect', 'new-structure'),
  move('desk-analyst', 'elsewhere', 'sideways'),
]
const lattice = latticeOf(roles, families, moves)
const card = (name: string) => lattice.cards.find((one) => one.role.name === name)!

const made = fc
  .record({
    places: fc.array(fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 5 })), { minLength: 1, maxLength: 250 }),
    moves: fc.array(fc.tuple(fc.nat(249), fc.nat(249), fc.constantFrom(...MOVE_KINDS)), { maxLength: 300 }),
  })
  .map(({ places, moves: ways }) => ({
    roles: places.map(([family, seniority], index) =>
      role(`Role ${index}`, families[family]!.id.slice('county-'.length), seniority),
    ),
    moves: ways.map(([from, to, kind]) => move(`role-${from}`, `role-${to}`, kind)),
  }))

describe('the lattice', () => {
  it('has families across, in the order given, and the most senior at the top', () => {
    expect(lattice.columns.map((column) => column.family.name)).toEqual([
      'Architecture',
      'Projects',
      'Support',
    ])
    expect(lattice.rows.map((row) => row.seniority)).toEqual([4, 3, 2, 1])
    expect(card('Enterprise architect')).toMatchObject({ lane: 0, line: 0 })
    expect(card('Desk analyst')).toMatchObject({ lane: 2, line: 4 })
  })

  it('stacks roles of one family and seniority, and makes the row as high', () => {
    expect(card('Change manager')).toMatchObject({ lane: 1, line: 1 })
    expect(card('Project manager')).toMatchObject({ lane: 1, line: 2 })
    expect(card('Project manager').row).toMatchObject({ line: 1, lines: 2 })
  })

  it('puts them side by side where no other family stacks, so that no row is high for one alone', () => {
    const alone = latticeOf(
      roles.filter(({ name }) => !name.endsWith('lead')),
      families,
      [],
    )
    const places = ['Change manager', 'Project manager', 'Desk analyst'].map((name) =>
      alone.cards.find((one) => one.role.name === name),
    )
    expect(places).toMatchObject([
      { lane: 1, line: 1 },
      { lane: 2, line: 1 },
      { lane: 3, line: 3 },
    ])
    expect(alone.rows.every(({ lines }) => lines === 1)).toBe(true)
  })

  it('leaves out what leads off it', () => {
    expect(lattice.cards.map((one) => one.role.name)).not.toContain('Elsewhere')
    expect(lattice.moves).toHaveLength(5)
  })

  it('is empty of nothing', () => {
    expect(latticeOf([], families, moves)).toMatchObject({ cards: [], moves: [], lanes: 0, lines: 0 })
  })

  it('never puts two cards in one place, and keeps each within its column and row', () => {
    fc.assert(
      fc.property(made, (of) => {
        const { cards, lanes, lines } = latticeOf(of.roles, families, of.moves)
        expect(cards).toHaveLength(of.roles.length)
        expect(new Set(cards.map(({ lane, line }) => `${lane} ${line}`)).size).toBe(cards.length)
        for (const { lane, line, column, row, role: held } of cards) {
          expect([column.family.id, row.seniority]).toEqual([held.family, held.seniority])
          expect(lane >= column.lane && lane < column.lane + column.lanes && lane < lanes).toBe(true)
          expect(line >= row.line && line < row.line + row.lines && line < lines).toBe(true)
          expect(row.lines).toBeLessThanOrEqual(STACK_MOST)
        }
      }),
      { seed },
    )
  })

  it('comes out the same whatever the order of roles and moves', () => {
    fc.assert(
      fc.property(made, (of) => {
        const [one, other] = [
          latticeOf(of.roles, families, of.moves),
          latticeOf([...of.roles].reverse(), families, [...of.moves].reverse()),
        ]
        expect(other).toEqual(one)
      }),
      { seed, numRuns: 30 },
    )
  })
})

describe('the list that says the same', () => {
  it('reads as sentences', () => {
    expect(movesInWords(lattice, card('Solution architect'))).toBe(
      'Promotion to Enterprise architect and Head of projects; sideways to Project manager.',
    )
    expect(movesInWords(lattice, card('Desk analyst'))).toBe('Into the new structure as Technical architect.')
    expect(movesInWords(lattice, card('Head of projects'))).toBe('No moves are drawn from here.')
  })
})

describe('walking by arrow keys', () => {
  const path = (from: string, ...ways: (typeof DIRECTIONS)[number][]) =>
    ways.reduce<ReturnType<typeof walk>>((at, way) => at && walk(lattice, at, way), card(from))?.role.name

  it('follows the moves first, both along an arrow and back', () => {
    expect(path('Solution architect', 'up')).toBe('Enterprise architect')
    expect(path('Head of projects', 'down')).toBe('Solution architect')
    expect(path('Desk analyst', 'up')).toBe('Technical architect')
    expect(path('Solution architect', 'down')).toBe('Project manager')
  })

  it('goes by place where no move leads that way', () => {
    expect(path('Solution architect', 'right')).toBe('Change manager')
    expect(path('Change manager', 'down')).toBe('Project manager')
    expect(path('Enterprise architect', 'up')).toBeUndefined()
    expect(path('Enterprise architect', 'left')).toBeUndefined()
    expect(path('Desk analyst', 'down')).toBeUndefined()
  })

  const ofMade = (of: { roles: RoleProfile[]; moves: Move[] }): Lattice =>
    latticeOf(of.roles, families, of.moves)

  it('reaches every card by place alone, from the first, by one key', () => {
    fc.assert(
      fc.property(made, (of) => {
        const laid = ofMade(of)
        const seen = []
        for (let at = laid.cards[0]; at !== undefined; at = walkPlaces(laid, at, 'right')) seen.push(at)
        expect(seen).toEqual(laid.cards)
      }),
      { seed },
    )
  })

  it('never stays where it is, and goes up only upwards', () => {
    fc.assert(
      fc.property(made, fc.nat(), fc.constantFrom(...DIRECTIONS), (of, nth, direction) => {
        const laid = ofMade(of)
        const from = laid.cards[nth % laid.cards.length]!
        const to = walk(laid, from, direction)
        expect(to).not.toBe(from)
        if (direction === 'up' && to !== undefined) expect(to.line).toBeLessThan(from.line)
        if (direction === 'down' && to !== undefined) expect(to.line).toBeGreaterThan(from.line)
        if (direction === 'up' && to === undefined) expect(from.line).toBe(0)
      }),
      { seed },
    )
  })
})

import { expect, it } from 'vitest'
import { latticeOf } from '../../../domain/lattice'
import type { Move } from '../../../domain/move'
import type { RoleProfile } from '../../../domain/role'
import { arrowsOf } from './arrows'
import { CARD, cornerOf } from './geometry'

const families = ['a', 'b', 'c'].map((id) => ({ id, name: id.toUpperCase() }))
const role = (id: string, family: string, seniority: number): RoleProfile => ({
  id,
  name: id,
  family,
  seniority,
  purpose: '',
  requirements: [],
})
const roles = [role('desk', 'a', 1), role('lead', 'a', 2), role('tester', 'b', 1), role('clerk', 'c', 1)]
const moves: Move[] = [
  { from: 'desk', to: 'lead', kind: 'promotion' },
  { from: 'lead', to: 'desk', kind: 'return' },
  { from: 'desk', to: 'tester', kind: 'sideways' },
  { from: 'desk', to: 'clerk', kind: 'sideways' },
]
const lattice = latticeOf(roles, families, moves)
const arrows = arrowsOf(lattice)
const numbers = (path: string) => path.match(/-?\d+\.\d+/g)!.map(Number)
const arrow = (from: string, to: string) =>
  arrows.find(({ move }) => move.from.role.id === from && move.to.role.id === to)!
const corner = (id: string) => cornerOf(lattice.cards.find((card) => card.role.id === id)!)

it('draws each move once, from the edge of one card to the edge of the other', () => {
  expect(arrows).toHaveLength(moves.length)
  const up = numbers(arrow('desk', 'lead').path)
  expect(up[1]).toBeCloseTo(corner('desk').y, 1)
  expect(up.at(-1)).toBeCloseTo(corner('lead').y + CARD.height, 1)
})

it('never lets two arrows start or end at one point', () => {
  const ends = arrows.flatMap(({ path }) => [
    numbers(path).slice(0, 2).join(),
    numbers(path).slice(-2).join(),
  ])
  expect(new Set(ends).size).toBe(ends.length)
})

it('leads over the cards between two on one line, not across them', () => {
  const path = numbers(arrow('desk', 'clerk').path)
  expect(path[1]).toBeCloseTo(corner('desk').y, 1)
  expect(path.at(-1)).toBeCloseTo(corner('clerk').y, 1)
  expect(path[3]).toBeLessThan(corner('desk').y)
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Structure, Succession } from './structure'
import { headcountOf, postFlows, unitFlows } from './structureFlows'

const structure = (headcounts: Record<string, number>): Structure => ({
  title: '',
  units: [],
  posts: Object.entries(headcounts).map(([id, headcount]) => ({
    id,
    name: id,
    role: 'r',
    unit: `${id[0]}-unit`,
    headcount,
  })),
})
const into = (flows: { to: string; headcount: number }[], id: string) =>
  flows.filter(({ to }) => to === id).reduce((sum, { headcount }) => sum + headcount, 0)
const out = (flows: { from: string; headcount: number }[], id: string) =>
  flows.filter(({ from }) => from === id).reduce((sum, { headcount }) => sum + headcount, 0)

it('fills new posts to their places where that can be done', () => {
  const successions: Succession[] = [
    { from: 'a1', to: ['x1', 'x2'] },
    { from: 'b1', to: ['x1'] },
  ]
  const flows = postFlows(structure({ a1: 6, b1: 4 }), structure({ x1: 5, x2: 5 }), successions)
  expect(out(flows, 'a1')).toBeCloseTo(6, 2)
  expect(into(flows, 'x1')).toBeCloseTo(5, 1)
  expect(into(flows, 'x2')).toBeCloseTo(5, 1)
})

it('adds the flows of posts up by unit', () => {
  const [before, after] = [structure({ a1: 6, a2: 2, b1: 4 }), structure({ x1: 8, y1: 4 })]
  const flows = unitFlows(before, after, [
    { from: 'a1', to: 'x1', headcount: 6 },
    { from: 'a2', to: 'x1', headcount: 2 },
    { from: 'b1', to: 'y1', headcount: 4 },
  ])
  expect(flows).toEqual([
    { from: 'a-unit', to: 'x-unit', headcount: 8 },
    { from: 'b-unit', to: 'y-unit', headcount: 4 },
  ])
})

it('shares out every old post that leads anywhere, whatever the places', () => {
  const heads = fc.record({ a1: fc.integer({ min: 1, max: 40 }), b1: fc.integer({ min: 1, max: 40 }) })
  const rooms = fc.record({ x1: fc.integer({ min: 1, max: 40 }), y1: fc.integer({ min: 1, max: 40 }) })
  const to = fc.subarray(['x1', 'y1'], { minLength: 1 })
  fc.assert(
    fc.property(heads, rooms, to, to, (old, places, fromA, fromB) => {
      const before = structure(old)
      const flows = postFlows(before, structure(places), [
        { from: 'a1', to: fromA },
        { from: 'b1', to: fromB },
      ])
      const shared = flows.reduce((sum, { headcount }) => sum + headcount, 0)
      expect(Math.abs(shared - headcountOf(before.posts))).toBeLessThan(0.05)
    }),
    { seed: 5 },
  )
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { LocationQuery } from 'vue-router'
import { PEOPLE_GROUPINGS, USUAL_VIEW, type TeamView } from '../../../domain/team/view'
import { readView, writeView } from './viewAddress'

const id = fc.constantFrom('county-design', 'gdd-a-1', 'x')
const view: fc.Arbitrary<TeamView> = fc.record(
  {
    scope: fc.oneof(
      fc.record({ of: fc.constantFrom('team' as const, 'all' as const) }),
      fc.record({ of: fc.constantFrom('role' as const, 'strand' as const, 'group' as const), id }),
    ),
    text: fc.string({ maxLength: 100 }),
    role: id,
    unit: id,
    atLeast: fc.nat(9),
    people: fc.oneof(
      fc.constantFrom('name' as const, 'role' as const, 'unit' as const),
      fc.record({ skill: id, first: fc.constantFrom('highest' as const, 'lowest' as const) }),
    ),
    grouping: fc.constantFrom(...PEOPLE_GROUPINGS),
    skills: fc.constantFrom('framework' as const, 'name' as const, 'able' as const),
    skillGroups: fc.boolean(),
    turned: fc.boolean(),
    compact: fc.boolean(),
  },
  { requiredKeys: ['scope', 'text', 'people', 'grouping', 'skills', 'skillGroups', 'turned', 'compact'] },
)

it('says of an address what was written in it, whatever the view', () => {
  fc.assert(
    fc.property(view, (asked) => {
      expect(readView(writeView(asked) as LocationQuery)).toEqual(asked)
    }),
    { seed: 20261123, numRuns: 500 },
  )
})

it('leaves out what is usual, and takes what it does not know for not said', () => {
  expect(writeView(USUAL_VIEW)).toEqual({})
  expect(
    readView({
      skills: 'role.<script>',
      role: 'A B',
      least: '-1',
      people: 'total',
      group: 'score',
      order: '',
    }),
  ).toEqual(USUAL_VIEW)
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { town } from '../../../tests/support/town'
import { levelOf } from '../assessment'
import type { Id } from '../id'
import { teamLayout, type TeamSource } from './layout'
import { chosenPeople, sortPeople } from './people'
import type { TeamCell, TeamPerson } from './person'
import { chosenSkills, sortSkills, teamSkills } from './skills'
import { PEOPLE_GROUPINGS, type PeopleOrder, type SkillScope, type TeamView } from './view'

const catalogue = town()
const [framework] = catalogue.frameworks
const skills = teamSkills(catalogue.frameworks)
const roles = framework!.roles.map(({ id }) => id)
const source: TeamSource = {
  skills,
  strands: catalogue.strands,
  roleOf: (id) => framework!.roles.find((role) => role.id === id),
  names: { role: (id) => `Role ${id}`, unit: (id) => `Unit ${id}` },
  today: '2026-11-23',
}

const cell = fc.option(
  fc.record({ level: fc.nat(3), notRelevant: fc.constantFrom(undefined, true as const) }),
)
const person: fc.Arbitrary<TeamPerson> = fc
  .record({
    id: fc.uuid(),
    name: fc.string({ maxLength: 4 }),
    role: fc.constantFrom(undefined, ...roles),
    unit: fc.constantFrom(undefined, 'north', 'south'),
    levels: fc.tuple(...skills.map(() => cell)),
  })
  .map(({ levels, role, unit, ...rest }) => ({
    ...rest,
    ...(role !== undefined && { role }),
    ...(unit !== undefined && { unit }),
    certificates: [],
    cells: new Map(levels.flatMap((each, at) => (each === null ? [] : [[skills[at]!.id, cellOf(each)]]))),
  }))

function cellOf({ level, notRelevant }: { level: number; notRelevant: true | undefined }): TeamCell {
  return { level, ...(notRelevant && { notRelevant }), from: 'own', season: '2026', on: 'town@1' }
}

const team = fc.uniqueArray(person, { maxLength: 8, selector: ({ id }) => id })
const skillId = fc.constantFrom(...skills.map(({ id }) => id))
const peopleOrder: fc.Arbitrary<PeopleOrder> = fc.oneof(
  fc.constantFrom('name' as const, 'role' as const, 'unit' as const),
  fc.record({ skill: skillId, first: fc.constantFrom('highest' as const, 'lowest' as const) }),
)
const scope: fc.Arbitrary<SkillScope> = fc.constantFrom<SkillScope>(
  { of: 'team' },
  { of: 'all' },
  { of: 'role', id: roles[0]! },
  { of: 'group', id: 'town-water' },
  { of: 'strand', id: catalogue.strands[0]?.id ?? 'none' },
)
const view: fc.Arbitrary<TeamView> = fc.record({
  scope,
  text: fc.constantFrom('', 'd', 'water', 'plant', 'nothing like it'),
  people: peopleOrder,
  grouping: fc.constantFrom(...PEOPLE_GROUPINGS),
  skills: fc.constantFrom('framework' as const, 'name' as const, 'able' as const),
  skillGroups: fc.boolean(),
  turned: fc.boolean(),
  compact: fc.boolean(),
})

const ids = (items: readonly { id: Id }[]) => items.map(({ id }) => id)
const all = (items: readonly { id: Id }[]) => ids(items).sort()
const OPTIONS = { seed: 20261123, numRuns: 300 }

describe('a view of the team', () => {
  it('only reorders people and skills: a sort is a permutation', () => {
    fc.assert(
      fc.property(team, peopleOrder, view, (people, order, { skills: skillOrder }) => {
        expect(all(sortPeople(people, order, source.names))).toEqual(all(people))
        expect(all(sortSkills(skills, skillOrder, people, source.today))).toEqual(all(skills))
      }),
      OPTIONS,
    )
  })

  it('gives the same order whatever order the team came in', () => {
    fc.assert(
      fc.property(team, peopleOrder, (people, order) => {
        const named = people.map((one, at) => ({ ...one, name: `${at}` }))
        const forth = sortPeople(named, order, source.names)
        expect(ids(sortPeople([...named].reverse(), order, source.names))).toEqual(ids(forth))
      }),
      OPTIONS,
    )
  })

  it('shows part of the team and of the skills, each once, in groups that lose nobody', () => {
    fc.assert(
      fc.property(team, view, (people, asked) => {
        const layout = teamLayout(people, asked, source)
        const shown = layout.people.flatMap(({ items }) => items)
        expect(all(shown)).toEqual(all(people))
        const shownSkills = ids(layout.skills.flatMap(({ items }) => items))
        expect([...shownSkills].sort()).toEqual(all(chosenSkills(skills, asked, people, source)))
        expect(layout.people.every(({ items }) => items.length > 0)).toBe(true)
      }),
      OPTIONS,
    )
  })

  it('keeps of the people those of a role, a unit and a level, and nobody else', () => {
    const filter = fc.record({
      role: fc.constantFrom(undefined, ...roles),
      unit: fc.constantFrom(undefined, 'north'),
      atLeast: fc.constantFrom(undefined, 0, 1, 3),
    })
    fc.assert(
      fc.property(team, filter, (people, { role, unit, atLeast }) => {
        const asked = {
          ...(role !== undefined && { role }),
          ...(unit !== undefined && { unit }),
          ...(atLeast !== undefined && { atLeast }),
        }
        const kept = chosenPeople(people, asked, skills)
        for (const one of people) {
          const reaches = (level: number) =>
            [...one.cells.values()].some((each) => (levelOf(each) ?? -1) >= level)
          const fits =
            (role === undefined || one.role === role) &&
            (unit === undefined || one.unit === unit) &&
            (atLeast === undefined || reaches(atLeast))
          expect(kept.includes(one)).toBe(fits)
        }
      }),
      OPTIONS,
    )
  })

  it('puts whoever has not shared a skill last both ways: not known is neither high nor low', () => {
    fc.assert(
      fc.property(team, skillId, (people, skill) => {
        for (const first of ['highest', 'lowest'] as const) {
          const levels = sortPeople(people, { skill, first }, source.names).map((one) =>
            levelOf(one.cells.get(skill)),
          )
          const known = levels.filter((level) => level !== undefined)
          expect(levels.slice(0, known.length)).toEqual(known)
          const order = [...known].sort((a, b) => (first === 'highest' ? b - a : a - b))
          expect(known).toEqual(order)
        }
      }),
      OPTIONS,
    )
  })
})

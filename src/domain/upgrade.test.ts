import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { town } from '../../tests/support/town'
import type { Person, Rating } from './assessment'
import { compareFrameworks } from './difference/compare'
import type { Framework } from './framework'
import { toReconfirm } from './upgrade'

const fixed = { seed: 20_261_123, numRuns: 300 }
const skills = ['town-digging', 'town-planting', 'town-draining', 'town-bathing']
const roles = ['town-gardener', 'town-foreman', 'town-bathkeeper']
const version = (name: string, change: (framework: Framework) => void = () => undefined): Framework => {
  const framework = { ...town().frameworks[0]!, version: name }
  change(framework)
  return framework
}
const rated = (level: number, on = 'town@1', at = '2026-11-23T09:00:00Z'): Rating => ({ level, at, on })
const skillIn = (framework: Framework, id: string) => framework.skills.find((skill) => skill.id === id)!
const roleIn = (framework: Framework, id: string) => framework.roles.find((role) => role.id === id)!
const me: Person = { id: 'me', role: 'town-gardener' }

const ratingsArb = fc.dictionary(
  fc.constantFrom(...skills),
  fc.nat({ max: 3 }).map((level) => rated(level)),
)
const personArb: fc.Arbitrary<Person> = fc.record(
  { id: fc.constant('me'), role: fc.constantFrom(...roles), target: fc.constantFrom(...roles) },
  { requiredKeys: ['id'] },
)
type Edit = { word?: [string, number]; asks?: [string, string]; moves?: [string, number] }
const editArb: fc.Arbitrary<Edit> = fc.record(
  {
    word: fc.tuple(fc.constantFrom(...skills), fc.integer({ min: 1, max: 3 })),
    asks: fc.tuple(fc.constantFrom(...roles), fc.constantFrom('town-draining', 'town-bathing')),
    moves: fc.tuple(fc.constantFrom(...roles), fc.nat({ max: 1 })),
  },
  { requiredKeys: [] },
)

function next({ word, asks, moves }: Edit): Framework {
  return version('2', (framework) => {
    if (word) skillIn(framework, word[0]).descriptors[word[1] - 1]!.statements = ['Does it otherwise']
    if (asks) roleIn(framework, asks[0]).requirements.push({ skill: asks[1], level: 2, essential: true })
    if (moves) roleIn(framework, moves[0]).requirements[moves[1]]!.level = 3
  })
}

describe('after an upgrade', () => {
  it('exactly the skills that changed for the person are asked again', () => {
    fc.assert(
      fc.property(editArb, personArb, ratingsArb, (edit, person, ratings) => {
        const mine = [person.role, person.target]
        const due = new Set<string>()
        const near = edit.word && ratings[edit.word[0]]
        if (near && Math.abs(near.level - edit.word![1]) <= 1) due.add(edit.word![0])
        if (edit.asks && mine.includes(edit.asks[0])) due.add(edit.asks[1])
        const moved = edit.moves && skills[edit.moves[1]]!
        if (moved && mine.includes(edit.moves![0]) && ratings[moved]) due.add(moved)
        const asked = toReconfirm([version('1')], [next(edit)], person, ratings)
        expect(asked.map(({ skill }) => skill).sort()).toEqual([...due].sort())
      }),
      fixed,
    )
  })

  it('nothing is asked when nothing of theirs was touched, whatever else was', () => {
    const after = version('2', (framework) => {
      skillIn(framework, 'town-bathing').descriptors[0]!.statements = ['Swims']
      skillIn(framework, 'town-digging').descriptors[2]!.evidence = 'A hole'
      skillIn(framework, 'town-digging').name = 'Spadework'
      roleIn(framework, 'town-foreman').requirements[0]!.level = 3
      framework.groups[0]!.name = 'Soil'
    })
    expect(compareFrameworks(version('1'), after).length).toBeGreaterThan(4)
    expect(toReconfirm([version('1')], [after], me, { 'town-digging': rated(2) })).toEqual([])
  })

  it('“still right” settles a skill, and nothing is asked twice', () => {
    fc.assert(
      fc.property(editArb, personArb, ratingsArb, (edit, person, ratings) => {
        const after = next(edit)
        const asked = toReconfirm([version('1')], [after], person, ratings)
        const answers = asked.map(
          ({ skill }) => [skill, rated(ratings[skill]?.level ?? 0, 'town@2')] as const,
        )
        const settled = { ...ratings, ...Object.fromEntries(answers) }
        expect(toReconfirm([version('1')], [after], person, settled)).toEqual([])
      }),
      fixed,
    )
  })

  it('says why, and that a skill which is gone asks nothing', () => {
    const after = version('2', (framework) => {
      skillIn(framework, 'town-digging').descriptors[1]!.statements = ['Digs alone']
      roleIn(framework, 'town-gardener').requirements[0]!.level = 2
      roleIn(framework, 'town-gardener').requirements.push({ skill: 'town-bathing', essential: false })
      framework.skills = framework.skills.filter(({ id }) => id !== 'town-draining')
    })
    const ratings = { 'town-digging': rated(1), 'town-draining': rated(2) }
    expect(toReconfirm([version('1')], [after], me, ratings)).toEqual([
      {
        skill: 'town-digging',
        reasons: [
          { kind: 'reworded', summary: false, levels: [2] },
          { kind: 'required-level', of: 'role', from: 1, to: 2 },
        ],
      },
      { skill: 'town-draining', reasons: [{ kind: 'removed' }] },
      { skill: 'town-bathing', reasons: [{ kind: 'newly-asked', of: 'role', level: undefined }] },
    ])
  })

  it('asks of a skill that is not relevant to them only when what it is changed', () => {
    const ratings = { 'town-digging': { ...rated(0), notRelevant: true as const } }
    const reworded = version('2', (framework) => {
      skillIn(framework, 'town-digging').descriptors[0]!.statements = ['Digs']
    })
    expect(toReconfirm([version('1')], [reworded], { id: 'me' }, ratings)).toEqual([])
    const another = version('2', (framework) => {
      skillIn(framework, 'town-digging').summary = 'Digging anywhere'
    })
    expect(toReconfirm([version('1')], [another], { id: 'me' }, ratings)).toHaveLength(1)
  })

  it('holds each rating against the wording it was made on, when versions were skipped', () => {
    const reword = (framework: Framework) => {
      skillIn(framework, 'town-digging').descriptors[1]!.statements = ['Digs alone']
    }
    const kept = [version('1'), version('2', reword)]
    const ratings = { 'town-digging': rated(2, 'town@1') }
    expect(toReconfirm(kept, [version('3', reword)], me, ratings)).toHaveLength(1)
    expect(toReconfirm(kept, [version('3', reword)], me, { 'town-digging': rated(2, 'town@2') })).toEqual([])
  })

  it('remembers a level that moved in a version they did not answer', () => {
    const raise = (framework: Framework) => {
      roleIn(framework, 'town-gardener').requirements[0]!.level = 2
    }
    const kept = [version('1'), version('2', raise)]
    const asked = toReconfirm(kept, [version('3', raise)], me, { 'town-digging': rated(2) })
    expect(asked).toEqual([
      { skill: 'town-digging', reasons: [{ kind: 'required-level', of: 'role', from: 1, to: 2 }] },
    ])
  })

  it('takes a rating given since as the answer, though only a role moved', () => {
    const after = version('1', (framework) => {
      roleIn(framework, 'town-gardener').requirements[0]!.level = 2
    })
    const ratings = { 'town-digging': rated(1) }
    expect(toReconfirm([version('1')], [after], me, ratings, '2026-11-23T10:00:00Z')).toHaveLength(1)
    expect(toReconfirm([version('1')], [after], me, ratings, '2026-11-23T08:00:00Z')).toEqual([])
  })

  it('takes no answer from a tab that still shows the earlier wording, however late it comes', () => {
    const after = version('2', (framework) => {
      skillIn(framework, 'town-digging').descriptors[0]!.statements = ['Digs']
    })
    const ratings = { 'town-digging': rated(1, 'town@1', '2026-11-23T12:00:00Z') }
    expect(toReconfirm([version('1')], [after], me, ratings, '2026-11-23T10:00:00Z')).toHaveLength(1)
  })
})

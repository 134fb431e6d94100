import { describe, expect, test } from 'vitest'
import type { Catalogue } from './catalogue'
import { catalogueProblems } from './catalogueProblems'
import type { Framework } from './framework'
import type { RoleProfile } from './role'
import type { Skill } from './skill'
import type { Structure } from './structure'

function skill(id: string): Skill {
  const descriptors = [1, 2, 3].map((level) => ({ level, statements: [`Does ${id} as at level ${level}`] }))
  return { id, name: id, summary: '', groups: ['town-group'], descriptors, learning: [] }
}

function role(id: string, seniority: number): RoleProfile {
  const requirements = [{ skill: 'town-digging', level: seniority, essential: true }]
  return { id, name: id, family: 'town-family', ladder: 'town-ladder', seniority, purpose: '', requirements }
}

function framework(): Framework {
  return {
    key: 'town',
    version: '1',
    title: 'Town',
    language: 'en-GB',
    licence: { title: 'Ours', attribution: 'Us', redistributable: 'yes' },
    scale: { working: 2, levels: [1, 2, 3].map((ordinal) => ({ ordinal, label: `Level ${ordinal}` })) },
    groups: [{ id: 'town-group', name: 'Group' }],
    skills: [skill('town-digging'), skill('town-planting')],
    families: [{ id: 'town-family', name: 'Family' }],
    ladders: [{ id: 'town-ladder', name: 'Ladder', family: 'town-family' }],
    roles: [role('town-digger', 1), role('town-gardener', 2), role('town-head', 3)],
  }
}

function structure(title: string, post: string): Structure {
  return {
    title,
    units: [
      { id: 'town-all', name: 'All' },
      { id: 'town-parks', name: 'Parks', parent: 'town-all' },
    ],
    posts: [{ id: post, name: post, role: 'town-digger', unit: 'town-parks', headcount: 3 }],
  }
}

function wholeCatalogue(): Catalogue {
  return {
    v: 1,
    title: 'Town',
    edition: '1',
    language: 'en-GB',
    frameworks: [framework()],
    before: structure('Before', 'town-old-post'),
    after: structure('After', 'town-new-post'),
    successions: [{ from: 'town-old-post', to: ['town-new-post'] }],
    moves: [
      { from: 'town-digger', to: 'town-gardener', kind: 'promotion' },
      { from: 'town-gardener', to: 'town-head', kind: 'promotion' },
      { from: 'town-head', to: 'town-digger', kind: 'return' },
    ],
    strands: [
      { id: 'town-strand', name: 'Green', purpose: '', needs: [{ skill: 'town-digging', headcount: 2 }] },
    ],
  }
}

/** The faults of the whole catalogue after it was broken in one place, as sentences. */
function faultsWhen(breakIt: (catalogue: Catalogue, framework: Framework) => void): string[] {
  const catalogue = wholeCatalogue()
  breakIt(catalogue, catalogue.frameworks[0]!)
  return catalogueProblems(catalogue).map(({ where, what }) => `${where} ${what}`)
}

test('a catalogue whose parts fit together has no fault', () => {
  expect(faultsWhen(() => {})).toEqual([])
})

describe('ids', () => {
  test.each([
    ['group', (f: Framework) => f.groups],
    ['family', (f: Framework) => f.families],
    ['ladder', (f: Framework) => f.ladders],
  ])('a %s stands once', (kind, things) => {
    const faults = faultsWhen((_, f) => things(f).push({ ...things(f)[0]! } as never))
    expect(faults).toEqual([`${kind} town-${kind} stands 2 times`])
  })

  test('skills and roles stand once', () => {
    expect(faultsWhen((_, f) => f.skills.push(skill('town-digging')))).toEqual([
      'skill town-digging stands 2 times',
    ])
    expect(faultsWhen((_, f) => f.roles.push(role('town-head', 3)))).toEqual([
      'role town-head stands 2 times',
    ])
  })

  test('units, posts, strands and framework keys stand once', () => {
    expect(faultsWhen((c) => c.after.units.push(c.after.units[0]!))).toEqual([
      'in After, unit town-all stands 2 times',
    ])
    expect(faultsWhen((c) => c.before.posts.push(c.before.posts[0]!))).toEqual([
      'in Before, post town-old-post stands 2 times',
    ])
    expect(faultsWhen((c) => c.strands.push(c.strands[0]!))).toEqual(['strand town-strand stands 2 times'])
    const empty = { groups: [], skills: [], families: [], ladders: [], roles: [] }
    expect(faultsWhen((c, f) => c.frameworks.push({ ...f, ...empty }))).toEqual([
      'framework town stands 2 times',
    ])
  })

  test('an id starts with the key of its framework', () => {
    expect(faultsWhen((_, f) => f.skills.push(skill('city-paving')))).toEqual([
      'skill city-paving does not start with town-',
    ])
  })
})

describe('skills and their scale', () => {
  test('levels rise', () => {
    const faults = faultsWhen((_, f) => f.scale.levels.splice(1, 0, { ordinal: 1, label: 'Again' }))
    expect(faults).toEqual(['scale of town has level 1 after level 1; levels must rise'])
  })

  test('the working level is on the scale', () => {
    expect(faultsWhen((_, f) => (f.scale.working = 7))).toEqual([
      'scale of town has 7 as its working level, which is not on the scale',
    ])
  })

  test('a skill stands in groups that exist, beside skills that exist', () => {
    expect(faultsWhen((_, f) => f.skills[0]!.groups.push('town-none'))).toEqual([
      'skill town-digging names town-none, which is no group of this catalogue',
    ])
    expect(faultsWhen((_, f) => (f.skills[0]!.related = ['town-none']))).toEqual([
      'skill town-digging names town-none, which is no skill of this catalogue',
    ])
  })

  test('a level between two described ones is described', () => {
    expect(faultsWhen((_, f) => f.skills[0]!.descriptors.splice(1, 1))).toEqual([
      'skill town-digging describes no level 2, though levels below and above it',
    ])
  })

  test('a skill without descriptors, or on part of the scale only, is no fault', () => {
    expect(faultsWhen((_, f) => (f.skills[0]!.descriptors = []))).toEqual([])
    expect(faultsWhen((_, f) => f.skills[0]!.descriptors.splice(0, 1))).toEqual([])
  })

  test('a level is described once, and is on the scale', () => {
    expect(faultsWhen((_, f) => f.skills[0]!.descriptors.push({ level: 3, statements: [] }))).toEqual([
      'skill town-digging describes level 3 twice',
    ])
    expect(faultsWhen((_, f) => f.skills[0]!.descriptors.push({ level: 4, statements: [] }))).toEqual([
      'skill town-digging describes level 4, which is not on the scale',
    ])
  })

  test('the needed level and each step of learning are on the scale', () => {
    expect(faultsWhen((_, f) => (f.skills[0]!.needed = 4))).toEqual([
      'skill town-digging has 4 as its needed level, which is not on the scale',
    ])
    const step = { to: 9, way: 'formal', what: 'A course', hours: 8 } as const
    expect(faultsWhen((_, f) => f.skills[0]!.learning!.push(step))).toEqual([
      'skill town-digging has learning for level 9, which is not on the scale',
    ])
  })
})

describe('roles', () => {
  const asked = (f: Framework) => f.roles[0]!.requirements

  test('a role is of a family and a ladder that exist, and a ladder of a family', () => {
    expect(faultsWhen((_, f) => (f.roles[0]!.family = 'town-none'))).toEqual([
      'role town-digger names town-none, which is no family of this catalogue',
    ])
    expect(faultsWhen((_, f) => (f.roles[0]!.ladder = 'town-none'))).toEqual([
      'role town-digger names town-none, which is no ladder of this catalogue',
    ])
    expect(faultsWhen((_, f) => (f.ladders[0]!.family = 'town-none'))).toEqual([
      'ladder town-ladder names town-none, which is no family of this catalogue',
    ])
  })

  test('a role asks for skills that exist, each once', () => {
    expect(faultsWhen((_, f) => asked(f).push({ skill: 'town-none', essential: true }))).toEqual([
      'role town-digger asks for town-none, which is no skill of this catalogue',
    ])
    expect(faultsWhen((_, f) => asked(f).push(asked(f)[0]!))).toEqual([
      'role town-digger asks for town-digging twice',
    ])
  })

  test('a role asks for levels of the scale', () => {
    expect(faultsWhen((_, f) => (asked(f)[0]!.level = 4))).toEqual([
      'role town-digger asks for town-digging at level 4, above the scale',
    ])
    expect(faultsWhen((_, f) => f.scale.levels.splice(0, 1))).toContain(
      'role town-digger asks for town-digging at level 1, which is not on the scale',
    )
  })

  test('a role may leave the level unstated, and ask for a skill of another framework on its own scale', () => {
    expect(faultsWhen((_, f) => asked(f).push({ skill: 'town-planting', essential: false }))).toEqual([])
    const faults = faultsWhen((c, f) => {
      const levels = [1, 2, 3, 4, 5].map((ordinal) => ({ ordinal, label: `${ordinal}` }))
      const sea = { ...skill('sea-sailing'), groups: [], descriptors: [] }
      const none = { groups: [], families: [], ladders: [], roles: [] }
      c.frameworks.push({ ...f, ...none, key: 'sea', scale: { levels }, skills: [sea] })
      asked(f).push({ skill: 'sea-sailing', level: 5, essential: false })
    })
    expect(faults).toEqual([])
  })
})

describe('moves', () => {
  test('a move joins two roles that exist', () => {
    expect(faultsWhen((c) => (c.moves[2]!.to = 'town-none'))).toEqual([
      'move (return) town-head to town-none names town-none, which is no role of this catalogue',
    ])
    expect(faultsWhen((c) => (c.moves[2]!.to = 'town-head'))).toEqual([
      'move (return) town-head to town-head leads from a role to itself',
    ])
  })

  test('a way from one role to another stands once, whatever its kind', () => {
    expect(faultsWhen((c) => c.moves.push({ ...c.moves[0]!, kind: 'sideways' }))).toEqual([
      'move (sideways) town-digger to town-gardener stands twice',
    ])
  })

  test('nobody is promoted in a circle, and the circle is named', () => {
    expect(faultsWhen((c) => (c.moves[2]!.kind = 'promotion'))).toEqual([
      'promotions lead in a circle: town-digger to town-gardener to town-head to town-digger',
    ])
  })

  test('no role is left out of a pathway; a framework without moves has none yet', () => {
    expect(faultsWhen((_, f) => f.roles.push(role('town-hermit', 1)))).toEqual([
      'role town-hermit has no move in or out',
    ])
    expect(faultsWhen((c) => (c.moves = []))).toEqual([])
  })
})

describe('the organisation before and after', () => {
  test('a unit is inside one that exists, and never inside itself', () => {
    expect(faultsWhen((c) => (c.after.units[1]!.parent = 'town-none'))).toEqual([
      'unit town-parks names town-none, which is no unit of this catalogue',
    ])
    expect(faultsWhen((c) => (c.after.units[0]!.parent = 'town-parks'))).toEqual([
      'After has units inside themselves: town-all in town-parks in town-all',
    ])
  })

  test('a post has a role and a unit that exist', () => {
    expect(faultsWhen((c) => (c.before.posts[0]!.role = 'town-none'))).toEqual([
      'post town-old-post names town-none, which is no role of this catalogue',
    ])
    expect(faultsWhen((c) => (c.after.posts[0]!.unit = 'town-none'))).toEqual([
      'post town-new-post names town-none, which is no unit of this catalogue',
    ])
  })

  test('a succession leads from a post of before to posts of after, each once', () => {
    expect(faultsWhen((c) => (c.successions[0]!.from = 'town-new-post'))).toEqual([
      'succession of town-new-post names town-new-post, which is no post before the change of this catalogue',
    ])
    expect(faultsWhen((c) => (c.successions[0]!.to = ['town-old-post']))).toEqual([
      'succession of town-old-post names town-old-post, which is no post after the change of this catalogue',
    ])
    expect(faultsWhen((c) => c.successions.push(c.successions[0]!))).toEqual([
      'succession of town-old-post stands 2 times',
    ])
    expect(faultsWhen((c) => c.successions[0]!.to.push('town-new-post'))).toEqual([
      'succession of town-old-post to town-new-post stands 2 times',
    ])
  })
})

describe('strands and the notice', () => {
  test('a strand needs skills that exist, each once, and at least one', () => {
    expect(faultsWhen((c) => (c.strands[0]!.needs = []))).toEqual(['strand town-strand needs no skill'])
    expect(faultsWhen((c) => (c.strands[0]!.needs[0]!.skill = 'town-none'))).toEqual([
      'strand town-strand names town-none, which is no skill of this catalogue',
    ])
    expect(faultsWhen((c) => c.strands[0]!.needs.push(c.strands[0]!.needs[0]!))).toEqual([
      'strand town-strand needs town-digging stands 2 times',
    ])
  })

  test('the notice speaks to roles and families that exist', () => {
    expect(
      faultsWhen((c) => (c.notice = { text: 'New', roles: ['town-none'], families: ['town-nil'] })),
    ).toEqual([
      'notice names town-none, which is no role of this catalogue',
      'notice names town-nil, which is no family of this catalogue',
    ])
  })
})

import { describe, expect, test } from 'vitest'
import { parse } from 'valibot'
import { CatalogueSchema } from '../src/contract/catalogue'
import { catalogueProblems } from '../src/domain/catalogueProblems'
import { levelLabel } from '../src/domain/scale'
import { assembleCatalogue, catalogueBytes } from './catalogue'

const catalogue = assembleCatalogue('catalogue')
const framework = catalogue.frameworks[0]!
const { skills, roles } = framework
const steps = framework.scale.levels.map((level) => level.ordinal)
const roleById = new Map(roles.map((role) => [role.id, role]))
/** Nobody is appointed to these any more. */
const EARLIER = 'county-earlier-posts'

test('the built-in catalogue fits together, has the published shape, and is always the same bytes', () => {
  expect(catalogueProblems(catalogue)).toEqual([])
  const bytes = catalogueBytes('catalogue')
  expect(catalogueBytes('catalogue')).toBe(bytes)
  expect(parse(CatalogueSchema, JSON.parse(bytes))).toEqual(catalogue)
})

test('it is enough for a county to start with', () => {
  expect(skills.length).toBeGreaterThanOrEqual(72)
  expect(framework.groups.length).toBeGreaterThanOrEqual(10)
  expect(roles.length).toBeGreaterThanOrEqual(40)
  expect(catalogue.strands.length).toBeGreaterThanOrEqual(8)
})

describe.each(skills.map((skill) => [skill.id, skill] as const))('%s', (_id, skill) => {
  test('describes each level by two to four statements and an example', () => {
    expect(skill.descriptors.map((descriptor) => descriptor.level)).toEqual(steps)
    for (const { level, statements, evidence } of skill.descriptors) {
      expect(statements.length, levelLabel(framework.scale, level)).toBeGreaterThanOrEqual(2)
      expect(statements.length, levelLabel(framework.scale, level)).toBeLessThanOrEqual(4)
      expect(evidence ?? '').not.toBe('')
    }
  })

  test('has learning for each step, in believable hours', () => {
    const learning = skill.learning ?? []
    expect([...new Set(learning.map((step) => step.to))].sort()).toEqual(steps)
    for (const step of learning) {
      expect(step.hours).toBeGreaterThan(0)
      expect(step.hours).toBeLessThanOrEqual(300)
    }
  })

  test('is asked for by some role that people hold now', () => {
    const asking = roles.filter((role) => role.family !== EARLIER)
    expect(asking.some((role) => role.requirements.some((asked) => asked.skill === skill.id))).toBe(true)
  })
})

test('every group has skills, and every family roles', () => {
  const grouped = new Set(skills.map((skill) => skill.groups[0]))
  const held = new Set(roles.map((role) => role.family))
  expect(framework.groups.filter((group) => !grouped.has(group.id))).toEqual([])
  expect(framework.families.filter((family) => !held.has(family.id))).toEqual([])
})

describe.each(roles.map((role) => [role.id, role] as const))('%s', (_id, role) => {
  test('asks for 8 to 18 skills, the essential ones first, each at a stated level', () => {
    expect(role.requirements.length).toBeGreaterThanOrEqual(8)
    expect(role.requirements.length).toBeLessThanOrEqual(18)
    const essential = role.requirements.map((asked) => asked.essential)
    expect(essential).toEqual([...essential].sort((a, b) => Number(b) - Number(a)))
    expect(role.requirements.every((asked) => asked.level !== undefined)).toBe(true)
  })

  test('says what it is for, and the ways in and out', () => {
    for (const text of [role.purpose, role.waysIn, role.waysOut]) expect(text).toMatch(/^\p{Lu}.+\.$/u)
  })

  test('can be entered, unless it is an earlier one, and left', () => {
    const into = catalogue.moves.filter((move) => move.to === role.id).length
    if (role.family === EARLIER) expect(into).toBe(0)
    else expect(into).toBeGreaterThan(0)
    expect(catalogue.moves.some((move) => move.from === role.id) || role.seniority === 5).toBe(true)
  })
})

test('a promotion leads to a more senior role', () => {
  const promotions = catalogue.moves.filter((move) => move.kind === 'promotion')
  const falling = promotions.filter(
    ({ from, to }) => roleById.get(from)!.seniority >= roleById.get(to)!.seniority,
  )
  expect(falling).toEqual([])
})

test('every sideways move and every move into the new structure says why', () => {
  const silent = catalogue.moves.filter(
    (move) => (move.kind === 'sideways' || move.kind === 'new-structure') && !move.why,
  )
  expect(silent).toEqual([])
  expect(new Set(catalogue.moves.map((move) => move.kind)).size).toBe(4)
})

describe('the organisation', () => {
  const { before, after, successions } = catalogue
  const total = (posts: typeof after.posts) => posts.reduce((sum, post) => sum + post.headcount, 0)

  test('is of one size before and after', () => {
    expect(total(after.posts)).toBe(total(before.posts))
    expect(total(after.posts)).toBeGreaterThan(200)
  })

  test('every post of before leads somewhere, and every post of after is led to', () => {
    const to = new Set(successions.flatMap((succession) => succession.to))
    const from = new Set(successions.map((succession) => succession.from))
    expect(before.posts.filter((post) => !from.has(post.id))).toEqual([])
    expect(after.posts.filter((post) => !to.has(post.id))).toEqual([])
  })

  test('nobody is in an earlier role after the change, and every other role is held by somebody', () => {
    const held = new Set(after.posts.map((post) => post.role))
    expect(roles.filter((role) => held.has(role.id) === (role.family === EARLIER))).toEqual([])
  })

  test('has groups of a family in a unit large enough to publish about', () => {
    const groups = new Map<string, number>()
    for (const post of after.posts) {
      const key = `${post.unit} ${roleById.get(post.role)!.family}`
      groups.set(key, (groups.get(key) ?? 0) + post.headcount)
    }
    expect([...groups.values()].filter((people) => people >= 20).length).toBeGreaterThanOrEqual(6)
  })
})

test('a strand never needs more people able at a skill than the service has', () => {
  const people = catalogue.after.posts.reduce((sum, post) => sum + post.headcount, 0)
  for (const { id, needs } of catalogue.strands) {
    expect(needs.length, id).toBeGreaterThanOrEqual(3)
    expect(needs.length, id).toBeLessThanOrEqual(7)
    for (const need of needs) expect(need.headcount, id).toBeLessThan(people)
  }
})

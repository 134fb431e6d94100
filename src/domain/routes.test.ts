import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer, Answers } from './assessment'
import { gapFor, readiness } from './gap'
import { MOVE_KINDS, type Move } from './move'
import { raise } from './raise'
import type { Requirement, RoleProfile } from './role'
import { waysTo, type Route } from './routes'

const seed = 20_261_123

const skills = ['county-a', 'county-b', 'county-c', 'county-d', 'county-e']

function role(id: string, name: string, requirements: Requirement[]): RoleProfile {
  return { id, name, family: 'county-any', seniority: 1, purpose: '', requirements }
}

const asks = (level: number, ...ids: string[]): Requirement[] =>
  ids.map((skill) => ({ skill, level, essential: true }))

const move = (from: string, to: string): Move => ({ from, to, kind: 'promotion' })

const namesOf = (routes: readonly Route[]) => routes.map(({ legs }) => legs.map((leg) => leg.role.name))

interface MadeUp {
  roles: RoleProfile[]
  moves: Move[]
  answers: Answers
  count: number
}

const requirements = fc.uniqueArray(
  fc.record(
    { skill: fc.constantFrom(...skills), level: fc.integer({ min: 1, max: 5 }), essential: fc.boolean() },
    { requiredKeys: ['skill', 'essential'] },
  ),
  { selector: ({ skill }) => skill },
)
const answer: fc.Arbitrary<Answer> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ level: fc.integer({ min: 0, max: 5 }) }) },
  { weight: 1, arbitrary: fc.constant<Answer>({ level: 0, notRelevant: true }) },
)
const answersArb: fc.Arbitrary<Answers> = fc.dictionary(fc.constantFrom(...skills), answer)
const maps: fc.Arbitrary<MadeUp> = fc.integer({ min: 2, max: 8 }).chain((size) =>
  fc.record({
    roles: fc
      .array(fc.tuple(fc.constantFrom('Ash', 'Beech', 'Cedar', 'Elm'), requirements), {
        minLength: size,
        maxLength: size,
      })
      .map((all) => all.map(([name, asked], index) => role(`county-${index}`, name, asked))),
    moves: fc.array(
      fc.record({
        from: fc.nat(size - 1).map((index) => `county-${index}`),
        to: fc.nat(size - 1).map((index) => `county-${index}`),
        kind: fc.constantFrom(...MOVE_KINDS),
      }),
      { minLength: size, maxLength: 4 * size },
    ),
    answers: answersArb,
    count: fc.integer({ min: 1, max: 12 }),
  }),
)

/** From the first role to the last. */
function waysAcross({ roles, moves, answers, count }: MadeUp) {
  return waysTo({ from: roles[0]!.id, target: roles.at(-1)!, roles, moves, answers, count })
}

/** Every path of at most five moves, walked one by one, each leg costed by the readiness for its role. */
function everyRoute({ roles, moves, answers }: MadeUp): { path: RoleProfile[]; cost: number }[] {
  const found: { path: RoleProfile[]; cost: number }[] = []
  const target = roles.at(-1)!
  const walk = (at: RoleProfile, path: RoleProfile[], raised: Answers, cost: number) => {
    if (at === target) found.push({ path, cost })
    if (at === target || path.length === 5) return
    for (const next of roles) {
      if (next === roles[0] || path.includes(next)) continue
      if (!moves.some(({ from, to }) => from === at.id && to === next.id)) continue
      walk(next, [...path, next], raiseToRole(raised, next), cost + readiness(next, raised).toGain)
    }
  }
  walk(roles[0]!, [], answers, 0)
  return found
}

function raiseToRole(answers: Answers, { requirements }: RoleProfile): Answers {
  return requirements.reduce((raised, { skill, level }) => raise(raised, skill, level ?? 1), answers)
}

/** Cost, legs and names as one text that sorts as they do. */
function rank(path: readonly RoleProfile[], cost: number): string {
  const names = path.map(({ name, id }) => `${name}/${id}`).join(' ')
  return `${String(cost).padStart(4, '0')} ${path.length} ${names}`
}

describe('the best routes', () => {
  it(`are those that walking every path finds, on 1,000 made-up pathways (seed ${seed})`, () => {
    fc.assert(
      fc.property(maps, (map) => {
        const expected = everyRoute(map).map(({ path, cost }) => rank(path, cost))
        const found = waysAcross(map).routes.map(({ legs, toGain }) =>
          rank(
            legs.map((leg) => leg.role),
            toGain,
          ),
        )
        expect(found).toEqual(expected.sort().slice(0, map.count))
      }),
      { seed, numRuns: 1000 },
    )
  })

  it('never cost less than the direct way, and add up to what their roles ask together', () => {
    fc.assert(
      fc.property(maps, (map) => {
        const { direct, routes } = waysAcross(map)
        for (const { legs, toGain } of routes) {
          expect(toGain).toBeGreaterThanOrEqual(direct.toGain)
          const most = new Map<string, number>()
          for (const requirement of legs.flatMap((leg) => leg.role.requirements)) {
            const gap = gapFor(requirement, map.answers[requirement.skill])
            most.set(gap.skill, Math.max(most.get(gap.skill) ?? 0, gap.toGain))
          }
          expect(toGain).toBe([...most.values()].reduce((sum, levels) => sum + levels, 0))
        }
      }),
      { seed },
    )
  })

  it('never come to cost more when a level is gained', () => {
    fc.assert(
      fc.property(maps, fc.constantFrom(...skills), (map, skill) => {
        const level = (map.answers[skill]?.level ?? 0) + 1
        const better = { ...map, answers: { ...map.answers, [skill]: { level } } }
        const [now, then] = [waysAcross(map), waysAcross(better)]
        expect(then.direct.toGain).toBeLessThanOrEqual(now.direct.toGain)
        expect(then.routes).toHaveLength(now.routes.length)
        now.routes.forEach((route, index) => {
          expect(then.routes[index]!.toGain).toBeLessThanOrEqual(route.toGain)
        })
      }),
      { seed },
    )
  })

  it('follow drawn moves, visit no role twice, and learn no level twice', () => {
    fc.assert(
      fc.property(maps, (map) => {
        for (const { legs, toGain } of waysAcross(map).routes) {
          const visited = [map.roles[0]!.id, ...legs.map((leg) => leg.role.id)]
          expect(new Set(visited).size).toBe(visited.length)
          legs.forEach((leg, index) => {
            expect(map.moves).toContain(leg.move)
            expect([leg.move?.from, leg.move?.to]).toEqual([visited[index], visited[index + 1]])
          })
          const steps = legs.flatMap(({ learn }) => learn)
          expect(steps.reduce((sum, { from, to }) => sum + to - (from ?? 0), 0)).toBe(toGain)
        }
      }),
      { seed },
    )
  })
})

describe('a route by a stepping stone', () => {
  const roles = [
    role('county-analyst', 'Analyst', []),
    role('county-partner', 'Business partner', asks(3, 'county-a')),
    role('county-designer', 'Designer', asks(4, 'county-c')),
    role('county-architect', 'Architect', asks(4, 'county-a', 'county-b')),
  ]
  const moves = [
    move('county-analyst', 'county-partner'),
    move('county-analyst', 'county-designer'),
    move('county-partner', 'county-architect'),
    move('county-designer', 'county-architect'),
  ]
  const answers: Answers = { 'county-a': { level: 1 }, 'county-b': { level: 0 } }
  const journey = { from: 'county-analyst', target: roles[3]!, roles, moves, answers, count: 3 }

  it('says what to learn at each leg, counting what the legs before taught', () => {
    const { routes } = waysTo(journey)
    expect(namesOf(routes)).toEqual([
      ['Business partner', 'Architect'],
      ['Designer', 'Architect'],
    ])
    expect(routes[0]).toMatchObject({
      toGain: 7,
      legs: [
        { toGain: 2, learn: [{ skill: 'county-a', from: 1, to: 3 }] },
        {
          toGain: 5,
          learn: [
            { skill: 'county-b', from: 0, to: 4 },
            { skill: 'county-a', from: 3, to: 4 },
          ],
        },
      ],
    })
    expect(routes[1]!.legs[0]!.learn[0]!.from).toBeUndefined()
  })

  it('stands beside the direct way, which says whether a move is drawn', () => {
    expect(waysTo(journey).direct).toMatchObject({ toGain: 7, role: { name: 'Architect' } })
    expect(waysTo(journey).direct.move).toBeUndefined()
    const drawn = move('county-analyst', 'county-architect')
    const { direct, routes } = waysTo({ ...journey, moves: [...moves, drawn] })
    expect(direct.move).toBe(drawn)
    expect(namesOf(routes)[0]).toEqual(['Architect'])
  })

  it('is none where there is no way, the role is not known, or one is there already', () => {
    expect(waysTo({ ...journey, moves: [] }).routes).toEqual([])
    expect(waysTo({ ...journey, from: 'county-unknown' }).routes).toEqual([])
    expect(waysTo({ ...journey, from: 'county-architect' }).routes).toEqual([])
  })
})

describe('250 roles', () => {
  const roles = Array.from({ length: 250 }, (_, index) =>
    role(
      `county-${index}`,
      `Role ${String(index).padStart(3, '0')}`,
      Array.from({ length: 14 }, (_, nth) => ({
        skill: `county-skill-${(index * 7 + nth * 13) % 160}`,
        level: 1 + ((index + nth * 3) % 5),
        essential: nth % 2 === 0,
      })),
    ),
  )
  /** Each role leads to `degree` others, by strides that do not repeat soon. */
  const movesOf = (degree: number) =>
    roles.flatMap((_, index) =>
      Array.from({ length: degree }, (_, nth) =>
        move(`county-${index}`, `county-${(index * 3 + nth * 31 + 1) % 250}`),
      ),
    )

  it.each([4, 20])('are searched through, with %i moves from each', (degree) => {
    const moves = movesOf(degree)
    const ways = waysTo({ from: 'county-0', target: roles[249]!, roles, moves, answers: {}, count: 5 })
    expect(ways.routes.length).toBe(5)
    for (const { legs } of ways.routes) expect(legs.length).toBeLessThanOrEqual(5)
    const costs = ways.routes.map(({ toGain }) => toGain)
    expect(costs).toEqual([...costs].sort((a, b) => a - b))
  })
})

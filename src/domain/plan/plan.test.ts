import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gapFor, readiness, type Ratings } from '../gap'
import type { RoleProfile } from '../role'
import type { Scale } from '../scale'
import type { Skill } from '../skill'
import { actionFor, actionsFor, WAYS, type Action } from './action'
import { expiring } from './certificate'
import { dueSoon, overdue } from './due'
import { hoursByWay } from './hours'
import { readinessWhenDone } from './whatIf'

const seed = 20_261_123
const at = '2026-11-23T09:00:00.000Z'
const on = 'county@2026.1'
const scale: Scale = {
  levels: ['Aware', 'Supported', 'Unaided', 'Guides', 'Leads'].map((label, index) => ({
    ordinal: index + 1,
    label,
  })),
}
const skill: Skill = {
  id: 'county-a',
  name: 'Data modelling',
  summary: '',
  groups: [],
  descriptors: [],
  learning: [
    { to: 2, way: 'from others', what: 'Sketch a register and have it checked', hours: 6 },
    { to: 3, way: 'on the job', what: 'Model a full service', hours: 30 },
    { to: 3, way: 'formal', what: 'Data modelling course', hours: 14 },
  ],
}
const gap = (level: number | undefined) =>
  gapFor({ skill: 'county-a', level: 4, essential: true }, level === undefined ? undefined : { level })

describe('an action from a gap', () => {
  it("is the catalogue's learning for the next level up", () => {
    expect(actionFor(gap(1), skill, scale)).toEqual({
      skill: 'county-a',
      to: 2,
      way: 'from others',
      what: 'Sketch a register and have it checked',
      hours: 6,
    })
    expect(actionsFor(gap(2), skill, scale).map((draft) => draft.way)).toEqual(['on the job', 'formal'])
  })

  it('is left to the person to word where the catalogue says nothing, with no made-up hours', () => {
    expect(actionsFor(gap(undefined), skill, scale)).toEqual([
      { skill: 'county-a', to: 1, way: 'on the job', what: 'Data modelling: reach Aware' },
    ])
  })

  it('is none where the role asks no more', () => {
    expect(actionFor(gap(4), skill, scale)).toBeUndefined()
  })
})

const skills = ['county-a', 'county-b', 'county-c']
const level = fc.integer({ min: 0, max: 5 })
const instant = fc.integer({ min: 10, max: 19 }).map((day) => `2026-11-${day}T09:00:00.000Z`)
const ratingsArb: fc.Arbitrary<Ratings> = fc.dictionary(
  fc.constantFrom(...skills),
  fc.oneof(
    fc.record({ level, at: instant, on: fc.constant(on) }),
    fc.record({
      level: fc.constant(0),
      notRelevant: fc.constant(true as const),
      at: instant,
      on: fc.constant(on),
    }),
  ),
)
const effects = fc.array(
  fc.record(
    { skill: fc.constantFrom(...skills), to: fc.integer({ min: 1, max: 5 }), doneAt: instant },
    { requiredKeys: ['skill', 'to'] },
  ),
)
const role: RoleProfile = {
  id: 'county-architect',
  name: 'Architect',
  family: 'county-any',
  seniority: 3,
  purpose: '',
  requirements: [
    { skill: 'county-a', level: 4, essential: true },
    { skill: 'county-b', level: 2, essential: false },
    { skill: 'county-c', essential: true },
  ],
}

describe('readiness when the actions are done', () => {
  it('is never below readiness now, and never falls with one action more', () => {
    fc.assert(
      fc.property(ratingsArb, effects, (ratings, actions) => {
        const shares = actions.map(
          (_, count) => readinessWhenDone(role, ratings, actions.slice(0, count)).share,
        )
        expect(shares).toEqual([...shares].sort((a, b) => a - b))
        const then = readinessWhenDone(role, ratings, actions).share
        expect(then).toBeGreaterThanOrEqual(readiness(role, ratings).share)
      }),
      { seed },
    )
  })

  it('does not depend on the order of the actions, nor on counting one twice', () => {
    fc.assert(
      fc.property(ratingsArb, effects, (ratings, actions) => {
        const once = readinessWhenDone(role, ratings, actions)
        expect(readinessWhenDone(role, ratings, [...actions].reverse())).toEqual(once)
        expect(readinessWhenDone(role, ratings, [...actions, ...actions])).toEqual(once)
      }),
      { seed },
    )
  })

  it('is readiness now where there is no action', () => {
    fc.assert(
      fc.property(ratingsArb, (ratings) => {
        expect(readinessWhenDone(role, ratings, [])).toEqual(readiness(role, ratings))
      }),
      { seed },
    )
  })

  it('counts a done action until the skill is rated again, and then believes the rating', () => {
    const done = { skill: 'county-b', to: 2, doneAt: '2026-11-23T12:00:00.000Z' }
    const rated = (when: string): Ratings => ({ 'county-b': { level: 1, at: when, on } })
    expect(readinessWhenDone(role, rated('2026-11-23T09:00:00.000Z'), [done]).met).toBe(1)
    expect(readinessWhenDone(role, rated('2026-11-24T09:00:00.000Z'), [done]).met).toBe(0)
    expect(readinessWhenDone(role, {}, [done]).met).toBe(1)
  })
})

const action = (id: string, due: string, more: Partial<Action> = {}): Action => ({
  id,
  person: 'me',
  skill: 'county-a',
  to: 3,
  way: 'on the job',
  what: id,
  due,
  createdAt: at,
  ...more,
})

describe('what is due', () => {
  const actions = [
    action('later', '2026-12-08'),
    action('edge', '2026-12-07'),
    action('today', '2026-11-23'),
    action('late', '2026-11-22'),
    action('latest', '2026-10-01'),
    action('done', '2026-10-01', { doneAt: at }),
  ]
  const names = (of: readonly Action[]) => of.map(({ id }) => id)

  it('is overdue once its day has gone by, the longest first', () => {
    expect(names(overdue(actions, '2026-11-23'))).toEqual(['latest', 'late'])
  })

  it('is due soon from today to a fortnight from now', () => {
    expect(names(dueSoon(actions, '2026-11-23'))).toEqual(['today', 'edge'])
    expect(names(dueSoon(actions, '2026-11-23', 15))).toEqual(['today', 'edge', 'later'])
  })
})

describe('hours', () => {
  it('are summed by way, saying how many actions have none', () => {
    const sums = hoursByWay([
      { way: 'formal', hours: 14 },
      { way: 'formal' },
      { way: 'on the job', hours: 2.5 },
    ])
    expect(sums.map(({ way }) => way)).toEqual(WAYS)
    expect(sums).toMatchObject([
      { hours: 2.5, actions: 1, unknown: 0 },
      { hours: 0, actions: 0, unknown: 0 },
      { hours: 14, actions: 2, unknown: 1 },
    ])
  })
})

describe('certificates', () => {
  it('are listed when they have run out or soon will, the soonest first', () => {
    const found = expiring(
      [
        { name: 'For life' },
        { name: 'Far', expires: '2027-02-22' },
        { name: 'Near', expires: '2027-02-21' },
        { name: 'Last day', expires: '2026-11-23' },
        { name: 'Gone', expires: '2026-11-22' },
      ],
      '2026-11-23',
    )
    expect(found.map(({ certificate, days }) => [certificate.name, days])).toEqual([
      ['Gone', -1],
      ['Last day', 0],
      ['Near', 90],
    ])
  })
})

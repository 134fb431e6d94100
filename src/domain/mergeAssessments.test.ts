import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Assessment, Rating } from './assessment'
import { mergeAssessments } from './mergeAssessments'
import { mergePerson } from './mergePerson'
import { mergeRatings, type Answered } from './mergeRatings'
import { mergeReport } from './mergeReport'

const at = (level: number, at: string): Rating => ({ level, at, on: 'county@2026.1' })
const MAY = '2026-05-04T09:00:00.000Z'
const JUNE = '2026-06-04T09:00:00.000Z'
const mine = (ratings: Assessment['ratings'], id = 'a', title = 'Summer 2026'): Assessment => ({
  id,
  person: 'me',
  title,
  startedAt: MAY,
  ratings,
})

describe('merging two copies of an assessment', () => {
  it('lets the later answer hold and keeps the other beside it', () => {
    const older = { ratings: { 'county-a': at(2, MAY) } }
    const newer = { ratings: { 'county-a': at(4, JUNE) } }
    expect(mergeRatings(older, newer)).toEqual({
      ratings: { 'county-a': at(4, JUNE) },
      earlier: { 'county-a': [at(2, MAY)] },
    })
  })

  it('compares instants, not texts', () => {
    const [london, utc] = [at(2, '2026-06-04T09:30:00+01:00'), at(3, '2026-06-04T09:00:00Z')]
    expect(
      mergeRatings({ ratings: { 'county-a': london } }, { ratings: { 'county-a': utc } }).ratings,
    ).toEqual({
      'county-a': utc,
    })
  })

  it('keeps none yet as an answer', () => {
    const none = at(0, JUNE)
    expect(mergeRatings({ ratings: { 'county-a': none } }, { ratings: {} }).ratings).toEqual({
      'county-a': none,
    })
  })
})

describe('merging the assessments of two laptops', () => {
  it('adds what only one side has', () => {
    const [spring, summer] = [mine({ 'county-a': at(1, MAY) }, 'a', 'Spring'), mine({}, 'b', 'Summer')]
    expect(mergeAssessments([spring], [summer])).toEqual([spring, summer])
  })

  it('makes one of the same period started on both, and forgets no rating', () => {
    const [left, right] = [mine({ 'county-a': at(1, MAY) }, 'a'), mine({ 'county-b': at(2, MAY) }, 'b')]
    const merged = mergeAssessments([left], [right])
    expect(merged).toEqual([mine({ 'county-a': at(1, MAY), 'county-b': at(2, MAY) }, 'a')])
  })

  it('keeps two assessments of one laptop apart, though they have one title', () => {
    const [first, second] = [mine({ 'county-a': at(1, MAY) }, 'a'), mine({ 'county-a': at(2, JUNE) }, 'b')]
    const elsewhere = mine({ 'county-b': at(3, MAY) }, 'c')
    expect(mergeAssessments([first, second], [first])).toEqual([first, second])
    expect(mergeAssessments([first, second], [elsewhere])).toEqual([first, second, elsewhere])
  })

  it('loses nothing to a file that names an id twice', () => {
    const here = [mine({ 'county-a': at(1, MAY) })]
    const twice = [mine({ 'county-b': at(2, MAY) }), mine({ 'county-c': at(3, MAY) })]
    expect(mergeAssessments(here, twice)).toEqual([
      mine({ 'county-a': at(1, MAY), 'county-b': at(2, MAY), 'county-c': at(3, MAY) }),
    ])
  })

  it('reports what came, and what was answered differently', () => {
    const here = [mine({ 'county-a': at(1, MAY), 'county-c': at(2, MAY) })]
    const copy = [mine({ 'county-a': at(3, JUNE), 'county-b': at(0, MAY), 'county-c': at(2, JUNE) })]
    expect(mergeReport(here, copy)).toEqual({
      assessments: [],
      ratings: 1,
      differs: [
        {
          person: 'me',
          assessment: 'Summer 2026',
          skill: 'county-a',
          kept: at(3, JUNE),
          setAside: at(1, MAY),
        },
      ],
    })
  })
})

it('keeps what was said of a person here, and lists what the copy says otherwise', () => {
  expect(
    mergePerson(
      { id: 'me', role: 'county-a' },
      { id: 'me', role: 'county-b', target: 'county-c', name: 'Ash' },
    ),
  ).toEqual({
    person: { id: 'me', role: 'county-a', target: 'county-c', name: 'Ash' },
    differs: [{ what: 'role', kept: 'county-a', setAside: 'county-b' }],
  })
})

describe('the laws of merging', () => {
  const SEED = { seed: 20_261_123, numRuns: 400 }
  const rating = fc.record({
    level: fc.integer({ min: 0, max: 3 }),
    at: fc.constantFrom(MAY, JUNE, '2026-07-04T09:00:00.000Z'),
    on: fc.constantFrom('county@1', 'county@2'),
  })
  const skill = fc.constantFrom('county-a', 'county-b', 'county-c')
  const answered = fc
    .array(fc.dictionary(skill, rating), { minLength: 1, maxLength: 3 })
    .map((copies) => copies.map((ratings): Answered => ({ ratings })).reduce(mergeRatings, { ratings: {} }))
  const assessment = fc
    .record({ id: fc.constantFrom(...'abcdef'), startedAt: fc.constantFrom(MAY, JUNE), answers: answered })
    .map(({ id, startedAt, answers }): Assessment => {
      const title = 'ace'.includes(id) ? 'Spring' : 'Summer'
      return { id, person: 'me', title, startedAt, ...answers }
    })
  /** A copy as a laptop holds it: one assessment for each period. */
  const copy = fc
    .uniqueArray(assessment, { selector: ({ title }) => title, maxLength: 2 })
    .map((list) => mergeAssessments(list, []))

  it('holds for the answers of one assessment', () => {
    fc.assert(
      fc.property(answered, answered, answered, (a, b, c) => {
        expect(mergeRatings(a, b)).toEqual(mergeRatings(b, a))
        expect(mergeRatings(mergeRatings(a, b), c)).toEqual(mergeRatings(a, mergeRatings(b, c)))
        expect(mergeRatings(a, a)).toEqual(a)
      }),
      SEED,
    )
  })

  it('holds for all the assessments of a laptop', () => {
    fc.assert(
      fc.property(copy, copy, copy, (a, b, c) => {
        expect(mergeAssessments(a, b)).toEqual(mergeAssessments(b, a))
        expect(mergeAssessments(mergeAssessments(a, b), c)).toEqual(
          mergeAssessments(a, mergeAssessments(b, c)),
        )
        expect(mergeAssessments(a, a)).toEqual(a)
      }),
      SEED,
    )
  })

  it('loses no answer that either side had', () => {
    const answers = (list: Assessment[]) =>
      list.flatMap(({ title, ratings, earlier = {} }) =>
        [
          ...Object.entries(ratings),
          ...Object.entries(earlier).flatMap(([id, all]) => all.map((one) => [id, one])),
        ].map((pair) => JSON.stringify([title, pair])),
      )
    fc.assert(
      fc.property(copy, copy, (a, b) => {
        const kept = new Set(answers(mergeAssessments(a, b)))
        expect([...answers(a), ...answers(b)].filter((answer) => !kept.has(answer))).toEqual([])
      }),
      SEED,
    )
  })
})

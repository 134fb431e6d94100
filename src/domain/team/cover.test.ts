import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { somebody, TODAY, team } from '../../../tests/support/madeUpTeam'
import { atNeededLevel, coverOf, coverState, isDoubtful, type Cover } from './cover'
import { supposing } from './whatIf'

const RESTORE = { skill: 'town-restore', level: 3 }
const only = (covers: Cover[]) => covers[0]!
const cover = (...people: ReturnType<typeof somebody>[]) => only(coverOf(people, [RESTORE], TODAY))

describe('cover of a skill', () => {
  it('counts whoever is known at the level or above, and tells who is one level below', () => {
    const found = cover(
      somebody('Ash', { 'town-restore': 3 }),
      somebody('Bay', { 'town-restore': 5 }),
      somebody('Elm', { 'town-restore': 2 }),
      somebody('Fir', { 'town-restore': 1 }),
    )
    expect(found.able.map(({ name }) => name)).toEqual(['Ash', 'Bay'])
    expect(found.nearly.map(({ name }) => name)).toEqual(['Elm'])
    expect(found).toMatchObject({ known: 2, upTo: 2 })
  })

  it('is a range where somebody has not shared: never a zero, never counted as able', () => {
    const found = cover(somebody('Ash', { 'town-restore': 3 }), somebody('Bay'), somebody('Elm'))
    expect(found).toMatchObject({ known: 1, upTo: 3 })
    expect(coverState(found)).toBe('one')
  })

  it('tells those able who are away apart, and counts nothing of them', () => {
    const away = { ...somebody('Ash', { 'town-restore': 4 }), away: { until: '2026-12-31' } }
    const found = cover(away, { ...somebody('Bay'), away: {} })
    expect(found).toMatchObject({ known: 0, upTo: 0, ableAway: [{ name: 'Ash' }] })
    expect(coverState(found)).toBe('nobody')
  })

  it('counts and marks who last used it over two years ago, and who is unsure', () => {
    const old = somebody('Ash', { 'town-restore': { level: 3, lastUsed: '2024-10' } })
    const unsure = somebody('Bay', { 'town-restore': { level: 3, sure: 'unsure', lastUsed: '2024-11' } })
    const found = cover(old, unsure)
    expect(found).toMatchObject({ known: 2, unused: [{ name: 'Ash' }], unsure: [{ name: 'Bay' }] })
    expect(isDoubtful(found)).toBe(true)
    expect(isDoubtful(cover(old, somebody('Elm', { 'town-restore': 3 })))).toBe(false)
    expect(isDoubtful(cover())).toBe(false)
  })

  it('takes “not relevant to me” for known and not able', () => {
    const found = cover(somebody('Ash', { 'town-restore': { level: 0, notRelevant: true } }))
    expect(found).toMatchObject({ known: 0, upTo: 0 })
  })

  it('calls nobody nearly able who has none of it yet', () => {
    const first = { ...RESTORE, level: 1 }
    expect(only(coverOf([somebody('Ash', { 'town-restore': 0 })], [first], TODAY)).nearly).toEqual([])
  })

  it('asks for any level where neither skill nor scale says which', () => {
    const skill = { id: 'town-restore', name: 'Restore', summary: '', groups: [], descriptors: [] }
    expect(atNeededLevel(skill, { scale: { levels: [] } }).level).toBe(1)
    expect(atNeededLevel(skill, { scale: { levels: [], working: 3 } }).level).toBe(3)
    expect(atNeededLevel({ ...skill, needed: 4 }, { scale: { levels: [], working: 3 } }).level).toBe(4)
  })
})

describe('the laws of cover', () => {
  const RUNS = { seed: 20_261_124, numRuns: 500 }
  const ASKED = [1, 2, 3, 4, 5].flatMap((level) => ['town-a', 'town-b'].map((skill) => ({ skill, level })))
  const some = fc.nat(20)

  it(`never rises when people go away or leave (seed ${RUNS.seed})`, () => {
    fc.assert(
      fc.property(team(), fc.array(some), fc.array(some), (people, outAt, awayAt) => {
        const ids = (at: number[]) => at.flatMap((index) => people[index]?.id ?? [])
        const without = supposing(people, { out: ids(outAt), away: ids(awayAt) })
        const [before, after] = [coverOf(people, ASKED, TODAY), coverOf(without, ASKED, TODAY)]
        after.forEach((then, at) => {
          expect(then.known).toBeLessThanOrEqual(before[at]!.known)
          expect(then.upTo).toBeLessThanOrEqual(before[at]!.upTo)
        })
      }),
      RUNS,
    )
  })

  it(`never falls when a level becomes known, and the range only narrows (seed ${RUNS.seed})`, () => {
    fc.assert(
      fc.property(team(), some, fc.integer({ min: 0, max: 5 }), (people, at, level) => {
        const person = people[at]
        if (person === undefined || person.cells.has('town-a')) return
        const shared = somebody(person.name, { 'town-a': level })
        const cells = new Map([...person.cells, ...shared.cells])
        const more = people.map((each) => (each === person ? { ...person, cells } : each))
        const [before, after] = [coverOf(people, ASKED, TODAY), coverOf(more, ASKED, TODAY)]
        after.forEach((then, index) => {
          expect(then.known).toBeGreaterThanOrEqual(before[index]!.known)
          expect(then.upTo).toBeLessThanOrEqual(before[index]!.upTo)
        })
      }),
      RUNS,
    )
  })

  it(`knows no more than there may be, and needs no more for a lower level (seed ${RUNS.seed})`, () => {
    fc.assert(
      fc.property(team(), (people) => {
        const covers = coverOf(people, ASKED, TODAY)
        for (const { known, upTo } of covers) expect(known).toBeLessThanOrEqual(upTo)
        for (const skill of ['town-a', 'town-b']) {
          const rising = covers.filter((each) => each.skill === skill)
          rising.slice(1).forEach((higher, at) => {
            expect(higher.known).toBeLessThanOrEqual(rising[at]!.known)
            expect(higher.upTo).toBeLessThanOrEqual(rising[at]!.upTo)
          })
        }
      }),
      RUNS,
    )
  })
})

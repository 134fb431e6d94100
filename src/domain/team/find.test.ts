import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { somebody, team, TODAY } from '../../../tests/support/madeUpTeam'
import { findPeople, type Query } from './find'

const RESTORE: Query = { skills: [{ skill: 'town-a', level: 4 }], sure: false, atWork: true }
const names = (found: { person: { name: string } }[]) => found.map(({ person }) => person.name)

describe('finding people', () => {
  it('names who matches, and who is one level short, by name', () => {
    const people = [
      somebody('Rowan', { 'town-a': 4 }),
      somebody('Alder', { 'town-a': 5 }),
      somebody('Maple', { 'town-a': 3 }),
      somebody('Larch', { 'town-a': 2 }),
    ]
    const found = findPeople(people, RESTORE, TODAY)
    expect(names(found.matches)).toEqual(['Alder', 'Rowan'])
    expect(found.near).toMatchObject([{ person: { name: 'Maple' }, lack: { what: 'level' } }])
    expect(found.notShared).toBe(0)
  })

  it('counts those who have not shared it, and lists them nowhere', () => {
    const found = findPeople([somebody('Rowan'), somebody('Alder')], RESTORE, TODAY)
    expect(found).toEqual({ matches: [], near: [], notShared: 2 })
  })

  it('does not count as unknown whoever is ruled out by what they shared', () => {
    const two = { ...RESTORE, skills: [...RESTORE.skills, { skill: 'town-b', level: 4 }] }
    expect(findPeople([somebody('Rowan', { 'town-a': 1 })], two, TODAY).notShared).toBe(0)
    expect(findPeople([somebody('Rowan', { 'town-a': 3 })], two, TODAY).notShared).toBe(1)
  })

  it('says which one thing is missing: too long ago, never said when, unsure, or away', () => {
    const people = [
      somebody('Alder', { 'town-a': { level: 4, lastUsed: '2025-09' } }),
      somebody('Birch', { 'town-a': 4 }),
      somebody('Cedar', { 'town-a': { level: 4, lastUsed: '2026-10', sure: 'unsure' } }),
      {
        ...somebody('Elder', { 'town-a': { level: 4, lastUsed: '2026-10' } }),
        away: { until: '2026-12-31' },
      },
      somebody('Gorse', { 'town-a': { level: 3, lastUsed: '2024-10' } }),
      somebody('Hazel', { 'town-a': { level: 4, lastUsed: '2025-11' } }),
    ]
    const found = findPeople(people, { ...RESTORE, usedWithin: 12, sure: true }, TODAY)
    expect(names(found.matches)).toEqual(['Hazel'])
    expect(found.near.map(({ person, lack }) => [person.name, lack.what])).toEqual([
      ['Alder', 'used'],
      ['Birch', 'used'],
      ['Cedar', 'unsure'],
      ['Elder', 'away'],
    ])
  })

  it('asks nothing where no skill is chosen', () => {
    const nothing = { ...RESTORE, skills: [] }
    expect(findPeople([somebody('Rowan', { 'town-a': 5 })], nothing, TODAY).matches).toEqual([])
  })

  it('finds each person at most once, and more of them when less is asked (seed 20261125)', () => {
    const asked = fc.record({ a: fc.integer({ min: 1, max: 5 }), b: fc.integer({ min: 1, max: 5 }) })
    fc.assert(
      fc.property(team(), asked, (people, { a, b }) => {
        const query = (level: number): Query => ({
          skills: [
            { skill: 'town-a', level: a },
            { skill: 'town-b', level },
          ],
          sure: false,
          atWork: true,
        })
        const found = findPeople(people, query(b), TODAY)
        const listed = [...names(found.matches), ...names(found.near)]
        expect(new Set(listed).size).toBe(listed.length)
        expect(listed.length + found.notShared).toBeLessThanOrEqual(people.length)
        const easier = names(findPeople(people, query(Math.max(1, b - 1)), TODAY).matches)
        expect(easier).toEqual(expect.arrayContaining(names(found.matches)))
      }),
      { seed: 20_261_125, numRuns: 500 },
    )
  })
})

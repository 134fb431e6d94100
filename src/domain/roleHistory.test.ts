import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SPELL_KINDS, type Spell } from './assessment'
import { afterEvent, mergeRoleHistory, spellsOn } from './roleHistory'

const seed = 20_261_123
const architect = 'county-architect'
const manager = 'county-manager'

describe('a change of role', () => {
  it('dates the new role and ends the old one the day before', () => {
    expect(afterEvent({ role: architect }, { kind: 'role', role: manager, from: '2026-12-01' })).toEqual({
      role: manager,
      roleHistory: [
        { kind: 'role', role: architect, until: '2026-11-30' },
        { kind: 'role', role: manager, from: '2026-12-01' },
      ],
    })
  })

  it('ends a secondment that goes on, and drops one that would have begun later', () => {
    const seconded = afterEvent(
      { role: architect },
      { kind: 'secondment', role: manager, from: '2026-06-01', until: '2027-05-31' },
    )
    const later = afterEvent(seconded, { kind: 'leave', from: '2027-01-01' })
    expect(afterEvent(later, { kind: 'role', role: manager, from: '2026-12-01' }).roleHistory).toEqual([
      { kind: 'role', role: architect, until: '2026-11-30' },
      { kind: 'secondment', role: manager, from: '2026-06-01', until: '2026-11-30' },
      { kind: 'role', role: manager, from: '2026-12-01' },
    ])
  })
})

it('a secondment and leave keep the role held', () => {
  const away = afterEvent({ role: architect }, { kind: 'leave', from: '2026-12-01', until: '2027-06-30' })
  expect(away.role).toBe(architect)
  expect(spellsOn(away.roleHistory!, '2027-01-15').map(({ kind }) => kind)).toEqual(['role', 'leave'])
  expect(spellsOn(away.roleHistory!, '2027-07-01').map(({ kind }) => kind)).toEqual(['role'])
})

it('leaving holds no role, and keeps what went before', () => {
  const gone = afterEvent({ role: architect }, { kind: 'left', from: '2026-12-01' })
  expect(gone.role).toBeUndefined()
  expect(gone.roleHistory).toEqual([
    { kind: 'role', role: architect, until: '2026-11-30' },
    { kind: 'left', from: '2026-12-01' },
  ])
})

describe('two copies of a history', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, '0')}`)
  const spell: fc.Arbitrary<Spell> = fc.record(
    {
      kind: fc.constantFrom(...SPELL_KINDS),
      role: fc.constantFrom(architect, manager),
      from: day,
      until: day,
    },
    { requiredKeys: ['kind'] },
  )
  const history = fc.array(spell, { maxLength: 6 })

  it('come to the same whichever is merged into which, any number of times, and lose nothing', () => {
    fc.assert(
      fc.property(history, history, history, (a, b, c) => {
        const merged = mergeRoleHistory(a, b)
        expect(mergeRoleHistory(b, a)).toEqual(merged)
        expect(mergeRoleHistory(merged, merged)).toEqual(merged)
        expect(mergeRoleHistory(mergeRoleHistory(a, b), c)).toEqual(
          mergeRoleHistory(a, mergeRoleHistory(b, c)),
        )
        for (const one of [...a, ...b]) expect(merged).toContainEqual(one)
      }),
      { seed },
    )
  })
})

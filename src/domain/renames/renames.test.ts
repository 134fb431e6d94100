import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { town } from '../../../tests/support/town'
import { compareFrameworks } from '../difference/compare'
import type { Framework } from '../framework'
import { applyRenames, type ConfirmedRename } from './applyRenames'
import { proposeRenames } from './proposeRenames'
import { diceOf, wordBag } from './similarity'

const fixed = { seed: 20_261_123, numRuns: 200 }
const base = (): Framework => town().frameworks[0]!

/** The framework as its publisher's next files give it: with other names come other ids. */
function renamed(framework: Framework, names: Record<string, string>): Framework {
  const confirmed: ConfirmedRename[] = []
  const fresh = structuredClone(framework)
  for (const kind of ['skill', 'role', 'group', 'family', 'ladder'] as const) {
    const things = {
      skill: fresh.skills,
      role: fresh.roles,
      group: fresh.groups,
      family: fresh.families,
      ladder: fresh.ladders,
    }
    for (const thing of things[kind]) {
      const name = names[thing.id]
      if (name === undefined) continue
      confirmed.push({ kind, from: `town-${name.toLowerCase().replaceAll(' ', '-')}`, to: thing.id })
      thing.name = name
    }
  }
  return applyRenames(fresh, confirmed)
}

describe('likeness', () => {
  it('is 1 for the same words, 0 for none in common, and the same both ways', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 12 }), fc.lorem({ maxCount: 12 }), (a, b) => {
        const [left, right] = [wordBag(a), wordBag(b)]
        expect(diceOf(left, left)).toBe(1)
        expect(diceOf(left, right)).toBe(diceOf(right, left))
        expect(diceOf(left, wordBag('zzz qqq'))).toBe(0)
      }),
      fixed,
    )
    expect(diceOf(wordBag('Café'), wordBag('cafe!'))).toBe(1)
    expect(diceOf(wordBag(''), wordBag(''))).toBe(0)
  })
})

describe('renames', () => {
  const names = fc
    .subarray(
      ['town-digging', 'town-draining', 'town-gardener', 'town-bathkeeper', 'town-earth', 'town-parks'],
      {
        minLength: 1,
      },
    )
    .map((ids) => Object.fromEntries(ids.map((id, i) => [id, `Wholly other ${i}`])))

  it('are proposed for what is gone and new with the same text, and confirmed keep id and every reference', () => {
    fc.assert(
      fc.property(names, (chosen) => {
        const after = renamed(base(), chosen)
        const proposals = proposeRenames(base(), after)
        expect(proposals.map(({ from }) => from).sort()).toEqual(Object.keys(chosen).sort())
        const kept = applyRenames(after, proposals)
        const changes = compareFrameworks(base(), kept)
        expect(changes.every(({ kind }) => kind === 'renamed')).toBe(true)
        expect(changes).toHaveLength(Object.keys(chosen).length)
      }),
      fixed,
    )
  })

  it('are never made unless confirmed', () => {
    const after = renamed(base(), { 'town-digging': 'Spadework' })
    const changes = compareFrameworks(base(), applyRenames(after, []))
    expect(changes.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['removed', 'added', 'requirement-added', 'requirement-removed']),
    )
    expect(changes.some(({ kind }) => kind === 'renamed')).toBe(false)
  })

  it('are not proposed for things that stayed, nor for a new thing unlike any that is gone', () => {
    expect(proposeRenames(base(), base())).toEqual([])
    const after = base()
    after.skills.shift()
    after.skills.push({
      id: 'town-flying',
      name: 'Flying',
      summary: 'Up in the air',
      groups: ['town-earth'],
      descriptors: [],
    })
    expect(proposeRenames(base(), after)).toEqual([])
  })

  it('pair each thing once, with the likeliest, whatever the order of the files', () => {
    const after = renamed(base(), { 'town-digging': 'Spadework', 'town-planting': 'Sowing' })
    const other = { ...after, skills: [...after.skills].reverse() }
    const proposals = proposeRenames(base(), after)
    expect(proposals.map(({ from, to }) => [from, to])).toEqual([
      ['town-digging', 'town-spadework'],
      ['town-planting', 'town-sowing'],
    ])
    expect(proposeRenames(base(), other)).toEqual(proposals)
  })

  it('are refused where the earlier id still stands for something else', () => {
    const rename = { kind: 'skill', from: 'town-digging', to: 'town-planting' } as const
    expect(() => applyRenames(base(), [rename])).toThrow(
      'Both “Digging” and “Planting” would be the skill town-digging: choose one of them.',
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { town } from '../../../tests/support/town'
import { TOWN_EDITS } from '../../../tests/support/townEdits'
import type { Catalogue } from '../catalogue'
import { namesIn } from '../names'
import { applyEdits } from './applyEdits'
import type { Change } from './change'
import { compareCatalogues, compareFrameworks } from './compare'
import { describeChange } from './describe'
import { editsBetween, inverse } from './edit'
import { CATALOGUE_SHAPE } from './shape'

const fixed = { seed: 20_261_123, numRuns: 300 }
const edits = fc.subarray(Object.entries(TOWN_EDITS))
const pick = fc.nat({ max: 11 })

function edited(base: Catalogue, chosen: [string, (c: Catalogue, n: number) => Change][], n: number) {
  const after = structuredClone(base)
  const changes = chosen.map(([, edit]) => edit(after, n))
  return { after, changes }
}

const inAnyOrder = (changes: Change[]) => changes.map((change) => JSON.stringify(change)).sort()

describe('comparing two versions', () => {
  it('finds nothing between a catalogue and itself, or a copy of itself', () => {
    const base = town()
    expect(compareCatalogues(base, base)).toEqual([])
    expect(compareCatalogues(base, town())).toEqual([])
  })

  it.each(Object.entries(TOWN_EDITS))('finds exactly that a %s', (_, edit) => {
    for (let n = 0; n < 12; n += 1) {
      const after = town()
      const change = edit(after, n)
      expect(compareCatalogues(town(), after)).toEqual([change])
    }
  })

  it('finds exactly what was done, whatever was done together', () => {
    const alone = edits.map((all) => all.filter(([name]) => name !== 'skills in another order'))
    fc.assert(
      fc.property(alone, pick, (chosen, n) => {
        const { after, changes } = edited(town(), chosen, n)
        expect(inAnyOrder(compareCatalogues(town(), after))).toEqual(inAnyOrder(changes))
      }),
      fixed,
    )
  })

  it('tells the rewording of one skill as one change, with its levels in order', () => {
    const after = town()
    const skill = after.frameworks[0]!.skills[0]!
    skill.summary = 'Else'
    skill.descriptors = [{ level: 3, statements: ['Else'] }, ...skill.descriptors.slice(0, 1)]
    const change = { kind: 'skill-reworded', skill: skill.id, summary: true, levels: [2, 3] }
    expect(compareCatalogues(town(), after)).toEqual([change])
    expect(compareFrameworks(town().frameworks[0]!, after.frameworks[0]!)).toEqual([change])
  })

  it('misses nothing: what it is made from turns each version into the other, both ways, in order', () => {
    fc.assert(
      fc.property(edits, edits, pick, (first, second, n) => {
        const before = edited(town(), first, n).after
        const { after } = edited(town(), second, n + 1)
        const between = editsBetween(before, after, CATALOGUE_SHAPE)
        expect(applyEdits(before, between, CATALOGUE_SHAPE)).toEqual(after)
        expect(applyEdits(after, inverse(between), CATALOGUE_SHAPE)).toEqual(before)
      }),
      fixed,
    )
  })

  it('loses nothing where a thing stands twice by mistake', () => {
    const after = town()
    after.moves.push({ ...after.moves[0]!, kind: 'return' })
    const between = editsBetween(town(), after, CATALOGUE_SHAPE)
    expect(applyEdits(town(), between, CATALOGUE_SHAPE)).toEqual(after)
  })
})

describe('a change in words', () => {
  it('names the things and the levels, never ids', () => {
    fc.assert(
      fc.property(edits, pick, (chosen, n) => {
        const { after, changes } = edited(town(), chosen, n)
        const names = namesIn(after, town())
        for (const change of changes) {
          const words = describeChange(change, names)
          expect(words).not.toMatch(/town-|undefined|null|NaN|\[object/)
          expect(words).toMatch(/^[A-Z][^:]+(:|$)/)
        }
      }),
      fixed,
    )
  })

  it.each<[string, Change]>([
    [
      'Level raised: Foreman now asks Digging at 2 Works unaided (was 1)',
      { kind: 'required-level', role: 'town-foreman', skill: 'town-digging', from: 1, to: 2 },
    ],
    [
      'Level lowered: Foreman now asks Digging at any level (was 1)',
      { kind: 'required-level', role: 'town-foreman', skill: 'town-digging', from: 1 },
    ],
    [
      'Skill reworded: Digging, what it is, at 1 Aware and at 3 Leads',
      { kind: 'skill-reworded', skill: 'town-digging', summary: true, levels: [1, 3] },
    ],
    [
      'Requirement added: Gardener now asks Bathing at 3 Leads, desirable',
      { kind: 'requirement-added', role: 'town-gardener', skill: 'town-bathing', level: 3, essential: false },
    ],
    [
      'Post of the new structure removed: Gardener',
      { kind: 'removed', thing: { of: 'post', id: 'town-new-gardener', when: 'after' }, name: 'Gardener' },
    ],
    [
      'Succession changed: Gardener now leads to Foreman and Bathkeeper (was no post)',
      {
        kind: 'succession',
        post: 'town-old-gardener',
        from: [],
        to: ['town-new-foreman', 'town-new-bathkeeper'],
      },
    ],
    [
      'Strand needs fewer: Green now needs 1 in Digging (was 2)',
      { kind: 'strand-need', strand: 'town-green', skill: 'town-digging', from: 2, to: 1 },
    ],
  ])('%s', (words, change) => {
    expect(describeChange(change, namesIn(town()))).toBe(words)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { town } from '../../../tests/support/town'
import { TOWN_EDITS, type TownEdit } from '../../../tests/support/townEdits'
import type { Catalogue } from '../catalogue'
import { catalogueProblems } from '../catalogueProblems'
import { compareCatalogues } from './compare'
import { mergeThreeWay, threeWay, type Choices, type Side } from './threeWay'

const fixed = { seed: 20_261_123, numRuns: 100 }
type Named = [string, TownEdit]
const all: Named[] = Object.entries(TOWN_EDITS)
const someEdits = fc.subarray(all)
const pick = fc.nat({ max: 11 })

function edited(chosen: readonly Named[], n: number): Catalogue {
  const after = town()
  for (const [, edit] of chosen) edit(after, n)
  return after
}

/** Lists as sets: where both sides put something new in the same place, either order is right. */
function unordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => JSON.stringify(unordered(item))).sort()
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => [key, unordered(item)] as const)
      .sort(([a], [b]) => a.localeCompare(b)),
  )
}

const changeWords = (a: Catalogue, b: Catalogue) =>
  compareCatalogues(a, b)
    .filter(({ kind }) => kind !== 'reordered')
    .map((change) => JSON.stringify(change))

function choose(base: Catalogue, mine: Catalogue, theirs: Catalogue, side: Side): Choices {
  return Object.fromEntries(threeWay(base, mine, theirs).conflicts.map(({ id }) => [id, side]))
}

describe('merging what two people did to one version', () => {
  it('gives the one side when the other did nothing', () => {
    fc.assert(
      fc.property(someEdits, pick, (chosen, n) => {
        const one = edited(chosen, n)
        expect(mergeThreeWay(town(), one, town(), {})).toEqual(one)
        expect(mergeThreeWay(town(), town(), one, {})).toEqual(one)
      }),
      fixed,
    )
  })

  it('gives both when they touched different things, and asks nothing', () => {
    const split = fc.tuple(someEdits, fc.nat({ max: all.length }))
    fc.assert(
      fc.property(split, pick, ([chosen, at], n) => {
        const [mine, theirs] = [edited(chosen.slice(0, at), n), edited(chosen.slice(at), n)]
        expect(threeWay(town(), mine, theirs).conflicts).toEqual([])
        const merged = mergeThreeWay(town(), mine, theirs, {})
        expect(unordered(merged)).toEqual(unordered(edited(chosen, n)))
      }),
      fixed,
    )
  })

  it('is the same whoever is asked first, and whatever both did alike stays', () => {
    fc.assert(
      fc.property(someEdits, someEdits, pick, pick, (left, right, n, m) => {
        const [mine, theirs] = [edited(left, n), edited(right, m)]
        const here = threeWay(town(), mine, theirs)
        const there = threeWay(town(), theirs, mine)
        expect(there.conflicts.map(({ id }) => id).sort()).toEqual(here.conflicts.map(({ id }) => id).sort())
        expect(unordered(there.onlyTheirs)).toEqual(unordered(here.onlyMine))
        expect(unordered(there.both)).toEqual(unordered(here.both))
        const one = mergeThreeWay(town(), mine, theirs, choose(town(), mine, theirs, 'mine'))
        const other = mergeThreeWay(town(), theirs, mine, choose(town(), theirs, mine, 'theirs'))
        expect(unordered(one)).toEqual(unordered(other))
      }),
      fixed,
    )
  })

  it('keeps all of mine where mine is chosen, and all of theirs that is not in conflict', () => {
    fc.assert(
      fc.property(someEdits, someEdits, pick, pick, (left, right, n, m) => {
        const [mine, theirs] = [edited(left, n), edited(right, m)]
        const merged = mergeThreeWay(town(), mine, theirs, choose(town(), mine, theirs, 'mine'))
        const kept = changeWords(town(), merged)
        for (const { kind, ...rest } of threeWay(town(), mine, theirs).onlyTheirs) {
          if (kind !== 'reordered' && kind !== 'skill-reworded')
            expect(kept).toContain(JSON.stringify({ kind, ...rest }))
        }
        // A rewording of one skill by both, on different levels, is told as one change.
        for (const change of changeWords(town(), mine)) {
          if (!change.includes('skill-reworded')) expect(kept).toContain(change)
        }
      }),
      fixed,
    )
  })
})

describe('a conflict', () => {
  it('is the same field changed differently, and each choice gives that side', () => {
    const [mine, theirs] = [town(), town()]
    mine.frameworks[0]!.skills[0]!.name = 'Spading'
    theirs.frameworks[0]!.skills[0]!.name = 'Shovelling'
    const [conflict] = threeWay(town(), mine, theirs).conflicts
    expect(conflict?.mine).toMatchObject([{ kind: 'renamed', to: 'Spading' }])
    expect(conflict?.theirs).toMatchObject([{ kind: 'renamed', to: 'Shovelling' }])
    for (const [side, wanted] of [
      ['mine', mine],
      ['theirs', theirs],
    ] as const) {
      expect(mergeThreeWay(town(), mine, theirs, { [conflict!.id]: side })).toEqual(wanted)
    }
    expect(() => mergeThreeWay(town(), mine, theirs, {})).toThrow('No side was chosen')
  })

  it('is a skill that one removed and the other worked on: keeping it keeps all that work', () => {
    const [mine, theirs] = [town(), town()]
    mine.frameworks[0]!.skills.splice(1, 1)
    theirs.frameworks[0]!.skills[1]!.name = 'Sowing'
    theirs.frameworks[0]!.skills[1]!.descriptors[0]!.statements = ['Sows']
    const { conflicts } = threeWay(town(), mine, theirs)
    expect(conflicts).toHaveLength(1)
    expect(conflicts[0]).toMatchObject({
      mine: [{ kind: 'removed' }],
      theirs: [{ kind: 'renamed' }, { levels: [1] }],
    })
    expect(mergeThreeWay(town(), mine, theirs, { [conflicts[0]!.id]: 'theirs' })).toEqual(theirs)
  })

  it('is not that one removed a skill and the other asks it; the merged draft says what does not fit', () => {
    const [mine, theirs] = [town(), town()]
    mine.frameworks[0]!.skills.splice(3, 1)
    theirs.frameworks[0]!.roles[0]!.requirements.push({ skill: 'town-bathing', level: 1, essential: true })
    const merged = mergeThreeWay(town(), mine, theirs, {})
    expect(catalogueProblems(merged)).toHaveLength(1)
  })

  it('is an order only where people see it', () => {
    const [mine, theirs] = [town(), town()]
    mine.frameworks[0]!.skills.reverse()
    theirs.frameworks[0]!.skills.unshift(theirs.frameworks[0]!.skills.pop()!)
    expect(threeWay(town(), mine, theirs).conflicts).toHaveLength(1)
    const [ours, others] = [town(), town()]
    ours.moves.push({ from: 'town-foreman', to: 'town-bathkeeper', kind: 'sideways' })
    others.moves.reverse()
    expect(threeWay(town(), ours, others).conflicts).toEqual([])
  })
})

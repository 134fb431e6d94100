import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { town } from '../../../tests/support/town'
import { TOWN_EDITS } from '../../../tests/support/townEdits'
import { changed, newDraft, rebased, redone, STEPS_KEPT, undone, type Draft } from './draft'
import { asEdition } from './details'

const AT = '2026-11-23T09:00:00.000Z'
const start = (): Draft => newDraft('d', 'sha256-a', town(), AT)

/** A draft after one step for each number, each doing one of the things that may be done. */
function worked(draft: Draft, steps: readonly [number, number][]): Draft {
  const edits = Object.entries(TOWN_EDITS)
  return steps.reduce((now, [which, n]) => {
    const [what, edit] = edits[which % edits.length]!
    const catalogue = structuredClone(now.catalogue)
    try {
      edit(catalogue, n)
    } catch {
      return now // An edit of something an earlier step took away.
    }
    return changed(now, what, catalogue, AT)
  }, draft)
}

const steps = fc.array(fc.tuple(fc.nat({ max: 60 }), fc.nat({ max: 11 })), { maxLength: 12 })
const times = (count: number, draft: Draft, one: (draft: Draft, at: string) => Draft): Draft =>
  count === 0 ? draft : times(count - 1, one(draft, AT), one)

describe('undo and redo', () => {
  it('take back every step to where the draft began, and do them all again', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const after = worked(start(), taken)
        const back = times(after.done.length, after, undone)
        expect(back.catalogue).toEqual(town())
        expect(back.done).toEqual([])
        const again = times(after.done.length, back, redone)
        expect(again).toEqual(after)
      }),
      { seed: 20_261_123, numRuns: 150 },
    )
  })

  it('survive being stored as JSON', () => {
    const after = JSON.parse(
      JSON.stringify(
        worked(start(), [
          [0, 1],
          [11, 2],
          [17, 0],
        ]),
      ),
    ) as Draft
    expect(times(3, after, undone).catalogue).toEqual(town())
  })

  it('do nothing where there is nothing to take back or do again', () => {
    expect(undone(start(), AT)).toEqual(start())
    expect(redone(start(), AT)).toEqual(start())
  })

  it('forget what was taken back once something else is done', () => {
    const draft = changed(undone(worked(start(), [[1, 0]]), AT), 'Else', { ...town(), title: 'Else' }, AT)
    expect(draft.undone).toEqual([])
  })

  it('go back a bounded way', () => {
    let draft = start()
    for (let i = 0; i < STEPS_KEPT + 5; i += 1)
      draft = changed(draft, 'Retitle', { ...draft.catalogue, title: `${i}` }, AT)
    expect(draft.done).toHaveLength(STEPS_KEPT)
  })

  it('take a merge back with the version it was merged with', () => {
    const merged = rebased(start(), 'sha256-b', { ...town(), title: 'Merged' }, AT)
    expect(merged.basedOn).toBe('sha256-b')
    expect(undone(merged, AT)).toMatchObject({ basedOn: 'sha256-a', catalogue: { title: 'Town' } })
    expect(redone(undone(merged, AT), AT).basedOn).toBe('sha256-b')
  })

  it('count no step for a change that changes nothing', () => {
    const draft = start()
    expect(changed(draft, 'Nothing', town(), AT)).toBe(draft)
  })
})

describe('a new edition', () => {
  it('gives a framework that changed a version of its own, and leaves one that did not', () => {
    const draft = town()
    expect(asEdition(draft, town(), '2').frameworks[0]).toMatchObject({ version: '1' })
    draft.frameworks[0]!.skills[0]!.name = 'Spading'
    expect(asEdition(draft, town(), '2')).toMatchObject({ edition: '2', frameworks: [{ version: '2' }] })
  })

  it('leaves the version that a publisher gave', () => {
    const draft = town()
    draft.frameworks[0] = { ...draft.frameworks[0]!, version: 'sha256-77', title: 'Next' }
    expect(asEdition(draft, town(), '2').frameworks[0]?.version).toBe('sha256-77')
  })
})

import { describe, expect, it } from 'vitest'
import { town } from '../../../tests/support/town'
import { TOWN_EDITS } from '../../../tests/support/townEdits'
import { wordLevel } from '../draft/skills'
import { editThing } from '../draft/things'
import { compareCatalogues } from './compare'
import { byPart } from './parts'
import { wordingsOf } from './wordings'

describe('changes by part of the catalogue', () => {
  it.each(Object.entries(TOWN_EDITS))('holds each change once: %s', (_, edit) => {
    const after = town()
    const change = edit(after, 0)
    const parts = byPart(compareCatalogues(town(), after))
    expect(parts.flatMap(({ changes }) => changes)).toEqual([change])
  })

  it('follows the order in which a reader looks', () => {
    const after = town()
    for (const name of ['notice added', 'move added', 'skill renamed', 'role renamed', 'unit renamed']) {
      TOWN_EDITS[name]?.(after, 0)
    }
    const order = byPart(compareCatalogues(town(), after)).map(({ part }) => part)
    expect(order).toEqual(
      ['skills', 'roles', 'structure', 'moves', 'catalogue'].filter((p) => order.includes(p as never)),
    )
    expect(order.length).toBeGreaterThan(2)
  })
})

describe('the words behind a change', () => {
  const wordings = (after: ReturnType<typeof town>) =>
    compareCatalogues(town(), after).flatMap((change) => wordingsOf(change, town(), after))

  it('are those of the levels that changed, then and now', () => {
    const after = wordLevel(town(), 'town-digging', { level: 2, statements: ['Digs alone', 'Sings'] })
    expect(wordings(after)).toEqual([
      { of: '2 Works unaided', then: ['Does Digging as at level 2'], now: ['Digs alone', 'Sings'] },
    ])
  })

  it('are the texts of a role or unit', () => {
    const role = editThing(town(), { of: 'role', id: 'town-gardener' }, { purpose: 'Gardens', waysIn: 'Any' })
    expect(wordings(role)).toEqual([
      { of: 'What it is for', then: ['Gardener of a town'], now: ['Gardens'] },
      { of: 'Ways in', then: [], now: ['Any'] },
    ])
    const unit = editThing(town(), { of: 'unit', id: 'town-all', when: 'before' }, { purpose: 'All' })
    expect(wordings(unit)).toEqual([{ of: 'What it is for', then: [], now: ['All'] }])
  })

  it('are none where a change is not one of words', () => {
    const after = editThing(town(), { of: 'post', id: 'town-new-gardener' }, { headcount: 9 })
    expect(compareCatalogues(town(), after)).toHaveLength(1)
    expect(wordings(after)).toEqual([])
  })
})

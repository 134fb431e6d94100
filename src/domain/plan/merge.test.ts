import { describe, expect, it } from 'vitest'
import type { Action } from './action'
import { mergeAction, mergeCase } from './merge'

const action: Action = {
  id: 'a',
  person: 'me',
  skill: 'county-design',
  to: 3,
  way: 'formal',
  what: 'A course',
  due: '2026-12-01',
  createdAt: '2026-11-01T09:00:00.000Z',
}

describe('two copies of one action', () => {
  const later = { ...action, what: 'A longer course', changedAt: '2026-11-03T09:00:00.000Z' }
  const done: Action = {
    ...action,
    doneAt: '2026-11-02T09:00:00.000Z',
    changedAt: '2026-11-02T09:00:00.000Z',
    evidence: [{ text: 'The certificate', addedAt: '2026-11-02T09:00:00.000Z' }],
  }

  it('keep the wording changed last, what was done, and its evidence', () => {
    expect(mergeAction(later, done)).toEqual({ ...later, doneAt: done.doneAt, evidence: done.evidence })
  })

  it('come to the same whichever is merged into which, any number of times', () => {
    const merged = mergeAction(later, done)
    expect(mergeAction(done, later)).toEqual(merged)
    expect(mergeAction(merged, done)).toEqual(merged)
    expect(mergeAction(action, { ...action, what: 'B' })).toEqual(
      mergeAction({ ...action, what: 'B' }, action),
    )
  })
})

it('two copies of one case keep the later words, and those only the earlier has', () => {
  const one = {
    role: 'r',
    opening: 'I…',
    order: ['a'],
    words: { a: 'old', b: 'mine' },
    changedAt: '2026-01-01',
  }
  const two = { role: 'r', opening: '', order: ['b', 'a'], words: { a: 'new' }, changedAt: '2026-02-01' }
  const merged = { ...two, opening: 'I…', words: { a: 'new', b: 'mine' } }
  expect(mergeCase(one, two)).toEqual(merged)
  expect(mergeCase(two, one)).toEqual(merged)
})

import { expect, it } from 'vitest'
import type { RestoreReport } from '../../database/restore'
import { momentInWords } from '../../parts/dayInWords'
import { bringsNothing, restoreLines } from './restoreLines'

const nothing: RestoreReport = {
  madeAt: '2026-11-20T16:30:00Z',
  assessments: [],
  ratings: 0,
  differs: [],
  people: [],
  brings: [],
  planned: [],
  appraisals: 0,
  members: [],
  cards: [],
  kept: [],
  drafts: { added: 0, beside: 0 },
  frameworks: [],
  periods: [],
}

it('says what a copy brings, each kind in a line', () => {
  const report = {
    ...nothing,
    assessments: ['Spring 2026', 'Autumn 2026'],
    ratings: 1,
    planned: ['Shadow the release manager'],
    kept: ['Cover in August'],
    drafts: { added: 1, beside: 2 },
    frameworks: ['Digital and Data'],
    periods: ['2026-H2'],
  }
  expect(restoreLines(report)).toEqual([
    '2 assessments that were not here: Spring 2026 and Autumn 2026',
    '1 rating of skills not rated here',
    '1 action or certificate: Shadow the release manager',
    'kept views of the team and managers’ cards: Cover in August',
    '1 draft of the catalogue',
    `2 drafts of the catalogue, kept beside what is drafted here as “From the copy of ${momentInWords(nothing.madeAt)}”`,
    '1 imported framework: Digital and Data',
    '2026-H2: sent from the laptop the copy was made on, so this one does not send again in that period',
  ])
})

it('tells a copy that brings nothing from one that only differs', () => {
  expect(bringsNothing(nothing)).toBe(true)
  const people = [{ person: 'me', what: 'role' as const, kept: 'a', setAside: 'b' }]
  expect(bringsNothing({ ...nothing, people })).toBe(false)
  const brings = [{ person: 'me', what: 'target' as const, value: 'b' }]
  expect(bringsNothing({ ...nothing, brings })).toBe(false)
})

import { expect, it } from 'vitest'
import { actionsIn, headwayIn, isLate, mergeEntry, totalsOf, type GapAction, type Headway } from './entry'

const action = (id: string, more: Partial<GapAction> = {}): GapAction => ({
  kind: 'action',
  id,
  about: { skill: 'county-recovery-testing', name: 'Recovery testing' },
  what: 'Two exercises a year',
  owner: 'Head of resilience',
  due: '2027-03-31',
  status: 'planned',
  createdAt: '2026-11-23T09:00:00.000Z',
  changedAt: '2026-11-23T09:00:00.000Z',
  ...more,
})
const headway = (id: string, kind: Headway['kind'], count: number, on: string): Headway => ({
  kind,
  id,
  count,
  on,
  about: { name: 'Recovery testing' },
  createdAt: '2026-11-23T09:00:00.000Z',
  changedAt: '2026-11-23T09:00:00.000Z',
})

it('lists what is due first and what is stopped last, and the latest headway first', () => {
  const entries = [
    action('later', { due: '2027-09-01' }),
    action('stopped', { due: '2026-12-01', status: 'stopped' }),
    action('sooner'),
    headway('a', 'posts filled', 2, '2026-10-01'),
    headway('b', 'training done', 12, '2026-11-01'),
  ]
  expect(actionsIn(entries).map(({ id }) => id)).toEqual(['sooner', 'later', 'stopped'])
  expect(headwayIn(entries).map(({ id }) => id)).toEqual(['b', 'a'])
})

it('calls late what is neither done nor stopped after its day, and not on it', () => {
  expect(isLate(action('a'), '2027-04-01')).toBe(true)
  expect(isLate(action('a'), '2027-03-31')).toBe(false)
  for (const status of ['done', 'stopped'] as const)
    expect(isLate(action('a', { status }), '2027-04-01')).toBe(false)
})

it('sums costs, leaves out what was stopped, and says how many have no cost', () => {
  const entries = [
    action('a', { cost: 1200 }),
    action('b'),
    action('c', { cost: 800, status: 'done' }),
    action('d', { cost: 9000, status: 'stopped' }),
    headway('e', 'posts filled', 2, '2026-10-01'),
    headway('f', 'posts filled', 1, '2026-11-01'),
    headway('g', 'training done', 12, '2026-11-01'),
  ]
  const totals = { open: 2, done: 1, late: 0, cost: 2000, uncosted: 1, postsFilled: 3, trained: 12 }
  expect(totalsOf(entries, '2026-11-23')).toEqual(totals)
})

it('keeps of two copies the one changed last, whichever is merged into which', () => {
  const earlier = action('a')
  const later = action('a', { status: 'done', changedAt: '2026-12-01T09:00:00.000Z' })
  expect(mergeEntry(earlier, later)).toBe(later)
  expect(mergeEntry(later, earlier)).toBe(later)
  const sameMoment = action('a', { owner: 'Networks team' })
  expect(mergeEntry(earlier, sameMoment)).toEqual(mergeEntry(sameMoment, earlier))
})

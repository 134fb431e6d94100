import { expect, it } from 'vitest'
import { periodsOver } from './periodsOver'

const history = [{ period: '2026-H2' }, { period: '2025-H2' }]
const open = { id: '2026-H2', closes: '2026-11-23' }
const during = new Date('2026-11-23T23:00:00Z')
const after = new Date('2026-11-24T00:00:00Z')

it('a period is over once its day has passed, or another is open', () => {
  expect([...periodsOver(history, open, false, during)]).toEqual(['2025-H2'])
  expect([...periodsOver(history, open, false, after)]).toEqual(['2026-H2', '2025-H2'])
})

it('where no period is known, none is called over before the service has answered', () => {
  expect([...periodsOver(history, undefined, false, after)]).toEqual([])
  expect([...periodsOver(history, undefined, true, during)]).toEqual(['2026-H2', '2025-H2'])
})

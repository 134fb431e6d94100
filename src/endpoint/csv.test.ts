import { expect, it } from 'vitest'
import type { PublishedRelease } from '../contract/release'
import { releaseCsv, releaseListCsv } from './csv'

const hash = `sha256-${'A'.repeat(43)}`
const release: PublishedRelease = {
  v: 2,
  period: '-2026',
  published: true,
  grid: hash,
  catalogue: hash,
  epsilon: 1,
  margin: 6,
  replies: 40,
  spoiled: 0,
  cells: [{ id: 'c01', label: '=HYPERLINK("x"), "Roads"', parts: [] }],
  skills: ['backup'],
  counts: [[[-3, 2]]],
  totals: [[1, 3]],
  replied: [41],
  repliedInAll: 38,
}

it('a table opens in a spreadsheet as figures and text, never as a formula', () => {
  expect(releaseCsv(release).split('\r\n')).toEqual([
    'period,cell,label,skill,short,able,replied,margin,replies',
    `'-2026,c01,"'=HYPERLINK(""x""), ""Roads""",backup,-3,2,41,6,40`,
    `'-2026,,Whole organisation,backup,1,3,38,6,40`,
    '',
  ])
})

it('too few replies are a table of one row', () => {
  const csv = releaseCsv({ v: 2, period: '2026', published: false, replies: 10 })
  expect(csv).toBe('period,published,replies\r\n2026,no,10\r\n')
})

it('the list names each period, whether it was published, and the day it closed', () => {
  const releases = [{ period: '2026', published: true, closed: '2026-11-30' }]
  expect(releaseListCsv({ v: 1, releases })).toBe('period,published,closed\r\n2026,yes,2026-11-30\r\n')
})

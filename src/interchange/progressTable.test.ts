import { expect, it } from 'vitest'
import { csvRecords, openCsv } from './csv'
import { progressCsv, progressTable } from './progressTable'

const kept = { createdAt: '2026-11-23T09:00:00.000Z', changedAt: '2026-11-23T09:00:00.000Z' }
const about = { skill: 'county-recovery-testing', name: 'Recovery testing' }

it('says of each step who owns it, by when, at what cost and from which figure, in a row each', () => {
  const csv = progressCsv(
    progressTable([
      {
        ...kept,
        kind: 'training done',
        id: 'b',
        about,
        count: 12,
        on: '2026-11-01',
        note: 'Two days, "hands on"',
      },
      {
        ...kept,
        kind: 'action',
        id: 'a',
        about,
        what: '=Two exercises a year',
        owner: 'Head of resilience',
        due: '2027-03-31',
        cost: 12_000,
        status: 'planned',
        from: { period: '2026-H2', figure: '31 ± 6 short' },
      },
    ]),
  )
  const file = openCsv('progress.csv', csv.replace('\uFEFF', ''))
  const rows = csvRecords(file).map(({ cells }) => cells)
  expect(rows).toEqual([
    [
      ...[
        'action',
        'Recovery testing',
        'county-recovery-testing',
        "'=Two exercises a year",
        'Head of resilience',
      ],
      ...['2027-03-31', '12000', 'planned', '', '2026-H2', '31 ± 6 short', ''],
    ],
    [
      ...[
        'training done',
        'Recovery testing',
        'county-recovery-testing',
        '',
        '',
        '2026-11-01',
        '',
        '',
        '12',
        '',
        '',
      ],
      'Two days, "hands on"',
    ],
  ])
})

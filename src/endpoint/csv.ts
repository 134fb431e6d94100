import type { Release, ReleaseList } from '../contract/release'
import { WHOLE_ORGANISATION } from '../domain/release/label'

type Field = string | number

const RELEASE_COLUMNS = [
  'period',
  'cell',
  'label',
  'skill',
  'short',
  'meets',
  'able',
  'other',
  'margin',
  'replies',
]

/** A release as rows: each cell and skill, then the whole organisation, whose counts were drawn apart. */
export function releaseCsv(release: Release): string {
  if (!release.published) {
    return csv([
      ['period', 'published', 'replies'],
      [release.period, 'no', release.replies],
    ])
  }
  const { period, margin, replies, skills, cells, counts, totals } = release
  const rowsOf = (cell: string, label: string, table: readonly (readonly number[])[]) =>
    table.map((bands, skill): Field[] => [period, cell, label, skills[skill]!, ...bands, margin, replies])
  return csv([
    RELEASE_COLUMNS,
    ...cells.flatMap(({ id, label }, place) => rowsOf(id, label, counts[place]!)),
    ...rowsOf('', WHOLE_ORGANISATION, totals),
  ])
}

export function releaseListCsv({ releases }: ReleaseList): string {
  return csv([
    ['period', 'published', 'closed'],
    ...releases.map(({ period, published, closed }) => [period, published ? 'yes' : 'no', closed]),
  ])
}

/** RFC 4180, with text that a spreadsheet would take for a formula put behind an apostrophe. */
function csv(rows: readonly (readonly Field[])[]): string {
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')
}

function field(value: Field): string {
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

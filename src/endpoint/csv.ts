import { csvText, type CsvCell } from '../contract/csv'
import type { Release, ReleaseList } from '../contract/release'
import { WHOLE_ORGANISATION } from '../domain/release/label'

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
    return csvText([
      ['period', 'published', 'replies'],
      [release.period, 'no', release.replies],
    ])
  }
  const { period, margin, replies, skills, cells, counts, totals } = release
  const rowsOf = (cell: string, label: string, table: readonly (readonly number[])[]) =>
    table.map((bands, skill): CsvCell[] => [period, cell, label, skills[skill]!, ...bands, margin, replies])
  return csvText([
    RELEASE_COLUMNS,
    ...cells.flatMap(({ id, label }, place) => rowsOf(id, label, counts[place]!)),
    ...rowsOf('', WHOLE_ORGANISATION, totals),
  ])
}

export function releaseListCsv({ releases }: ReleaseList): string {
  return csvText([
    ['period', 'published', 'closed'],
    ...releases.map(({ period, published, closed }) => [period, published ? 'yes' : 'no', closed]),
  ])
}

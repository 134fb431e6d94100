import { csvText, type CsvCell } from '../contract/csv'
import type { Counts, Release, ReleaseList } from '../contract/release'
import { WHOLE_ORGANISATION } from '../domain/release/label'

const RELEASE_COLUMNS = ['period', 'cell', 'label', 'skill', 'short', 'able', 'replied', 'margin', 'replies']

/** A release as rows: each cell and skill, then the whole organisation, whose counts were drawn apart. */
export function releaseCsv(release: Release): string {
  if (!release.published) {
    return csvText([
      ['period', 'published', 'replies'],
      [release.period, 'no', release.replies],
    ])
  }
  const { period, margin, replies, skills, cells, counts, totals, repliedInAll } = release
  const rowsOf = (cell: string, label: string, table: readonly Counts[], replied: number) =>
    table.map((bands, skill): CsvCell[] => [
      ...[period, cell, label, skills[skill]!],
      ...[...bands, replied, margin, replies],
    ])
  return csvText([
    RELEASE_COLUMNS,
    ...cells.flatMap(({ id, label }, place) => rowsOf(id, label, counts[place]!, release.replied[place]!)),
    ...rowsOf('', WHOLE_ORGANISATION, totals, repliedInAll),
  ])
}

export function releaseListCsv({ releases }: ReleaseList): string {
  return csvText([
    ['period', 'published', 'closed'],
    ...releases.map(({ period, published, closed }) => [period, published ? 'yes' : 'no', closed]),
  ])
}

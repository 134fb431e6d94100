import type { PublishedRelease } from '../../src/contract/release'
import type { WaymarkDatabase } from '../../src/database/database'
import { setNote } from '../../src/database/notes'
import { town } from './town'

const SKILLS = ['town-digging', 'town-planting', 'town-draining', 'town-bathing']
const VERSION = `sha256-${'T'.repeat(43)}`
const GRID = `sha256-${'G'.repeat(43)}`

/** A release of the town: 130 replies, a third of them of the pools; so many short of digging. */
export function townRelease(period: string, short: number): PublishedRelease {
  const counts = (replies: number, few: number) =>
    SKILLS.map((_, place): [number, number] => {
      const below = place === 0 ? few : 0
      return [below, replies - below]
    })
  return {
    ...{ v: 2, period, published: true, grid: GRID, catalogue: VERSION, epsilon: 1, margin: 6 },
    ...{ replies: 130, spoiled: 0, skills: SKILLS },
    cells: [
      { id: 'c01', label: 'Parks', parts: [{ unit: 'town-outdoors', family: 'town-parks' }] },
      { id: 'c02', label: 'Pools', parts: [{ unit: 'town-outdoors', family: 'town-pools' }] },
    ],
    counts: [counts(90, short - 10), counts(40, 10)],
    totals: counts(130, short),
    replied: [90, 40],
    repliedInAll: 130,
  }
}

/** Puts two releases, a year apart, and their catalogue on a laptop, as reading them once leaves them there. */
export async function keepTownReleases(db: WaymarkDatabase): Promise<void> {
  await db.catalogues.put({ version: VERSION, text: JSON.stringify(town()) })
  await setNote(db, 'keptReleases', {
    releases: [
      { release: townRelease('2026-H2', 30), closed: '2026-09-30' },
      { release: townRelease('2025-H2', 60), closed: '2025-09-29' },
    ],
    headcounts: { '2026-H2': 240, '2025-H2': 240 },
    readAt: '2026-10-01T09:00:00.000Z',
  })
}

/** The same release as version 1 published it: short, meets, able and other of each skill, and no count of replies. */
export function asFirstVersion(release: PublishedRelease) {
  const { replied, repliedInAll, ...rest } = release
  const four = (row: PublishedRelease['totals'], replies: number) =>
    row.map(([short, able]) => [short, replies - short - able, able, 0])
  return {
    ...rest,
    v: 1,
    counts: release.counts.map((row, cell) => four(row, replied[cell]!)),
    totals: four(release.totals, repliedInAll),
  }
}

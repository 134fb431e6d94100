import { describe, expect, it } from 'vitest'
import readExcelFile from 'read-excel-file/node'
import { rebuilt } from '../../tests/support/rebuiltRelease'
import { town } from '../../tests/support/town'
import { ReleaseSchema, type PublishedRelease } from '../contract/release'
import { bitsFrom } from '../domain/release/bits'
import { balances } from '../domain/release/demand'
import {
  inOrganisation,
  repliesInCells,
  repliesInOrganisation,
  shareInCells,
} from '../domain/release/figures'
import { seededBytes } from '../domain/release/seeded'
import { strandsReadiness } from '../domain/release/strands'
import { trainingNeeds } from '../domain/release/training'
import { withinCells } from '../domain/release/within'
import { noisyTable } from '../domain/release/table'
import * as v from 'valibot'
import { csvRecords, openCsv } from './csv'
import { releaseSheets, releaseTable, releaseTableCsv } from './releaseTable'
import { xlsxBytes } from './xlsxOut'

const HASH = `sha256-${'A'.repeat(43)}`
const catalogue = town()
const [framework] = catalogue.frameworks
framework!.skills[0]!.learning = [
  { to: 1, way: 'formal', what: 'A course', hours: 8 },
  { to: 2, way: 'formal', what: 'A longer course', hours: 21 },
]

for (const { requirements } of framework!.roles) requirements[0]!.level = 2

/** A release as the endpoint makes it, noise and merged cells and all. */
function published(seed: number, cells: number): PublishedRelease {
  const skills = framework!.skills.map(({ id }) => id)
  const grid = Array.from({ length: cells }, (_, place) => ({
    id: `c0${place + 1}`,
    label: `Group "${place}", and =more`,
    parts: [{ unit: `unit-${place}`, family: place % 2 ? 'town-pools' : 'town-parks' }],
    headcount: 60,
  }))
  const answers = Array.from({ length: 45 * cells }, (_, n) => ({
    cell: `c0${(n % cells) + 1}`,
    bands: { 'town-digging': (n % 3) as 0 | 1 | 2, 'town-draining': 2 as const },
  }))
  const names = { units: new Map<string, string>(), families: new Map<string, string>() }
  const terms = { grid, keep: 'units', floor: 10, epsilon: 1, skills, names } as const
  const table = noisyTable(answers, terms, bitsFrom(seededBytes(seed)))
  const release = { v: 2, period: '2026-H2', published: true, grid: HASH, catalogue: HASH, epsilon: 1 }
  return v.parse(ReleaseSchema, {
    ...{ ...release, replies: 130, spoiled: 2, skills },
    ...table,
  }) as PublishedRelease
}

/** Every kind of figure a page shows. */
function everyFigure(
  release: PublishedRelease,
  source: Parameters<typeof balances>[1] & Pick<typeof catalogue, 'strands'>,
) {
  const places = release.skills.map((_, place) => place)
  return {
    counts: places.map((place) =>
      (['short', 'able'] as const).map((band) => inOrganisation(release, place, band)),
    ),
    replies: [
      repliesInOrganisation(release),
      ...release.cells.map((_, cell) => repliesInCells(release, [cell])),
    ],
    groups: release.cells.map((_, cell) => shareInCells(release, [cell], places, 'short')),
    families: withinCells(release.cells, 'family'),
    strands: strandsReadiness(release, source.strands).map(({ needs, readiness, untold }) => [
      needs,
      readiness,
      untold,
    ]),
    balances: balances(release, source),
    training: trainingNeeds(release, source.frameworks),
  }
}

describe.each([3, 1])('the table of a release of %i groups', (cells) => {
  const release = published(cells, cells)
  const table = releaseTable({ release, headcount: 240, catalogue })
  const csv = () => {
    const file = openCsv('release.csv', releaseTableCsv(table).replace('\uFEFF', ''))
    return [file.headings, ...csvRecords(file).map((record) => record.cells)]
  }
  const xlsx = async () => {
    const [sheet] = await readExcelFile(Buffer.from(await xlsxBytes(releaseSheets(table))), { trim: false })
    return sheet!.data.map((row) => row.map((cell) => (cell === null ? '' : String(cell))))
  }

  it.each([
    ['CSV', csv],
    ['XLSX', xlsx],
  ] as const)(
    'holds the whole release as %s: every figure shown can be made again from it alone',
    async (_, read) => {
      const again = rebuilt(await read())
      expect(again.release).toEqual(release)
      expect(again.headcount).toBe(240)
      const shown = everyFigure(release, catalogue)
      expect(shown.balances).not.toEqual([])
      expect(shown.training).not.toEqual([])
      expect(everyFigure(again.release, again)).toEqual(shown)
    },
  )
})

it('says of a skill whose catalogue is not here its id and its counts', () => {
  const release = published(1, 1)
  const again = rebuilt(
    releaseTable({ release }).map((row) => row.map((cell) => (cell === undefined ? '' : String(cell)))),
  )
  expect(again.release).toEqual(release)
  expect(again.headcount).toBeUndefined()
})

import { BYTE_ORDER_MARK, csvText } from '../contract/csv'
import type { PublishedRelease } from '../contract/release'
import type { Catalogue } from '../domain/catalogue'
import type { Id } from '../domain/id'
import { WHOLE_ORGANISATION } from '../domain/release/label'
import { neededLevels, postsAsking } from '../domain/release/demand'
import { stepsUp } from '../domain/release/training'
import type { Sheet, SheetCell } from './xlsxOut'

/** A release with what figures are made of beside it. */
export interface ReleaseTableSource {
  release: PublishedRelease
  /** Posts, as HR gave them. */
  headcount?: number
  /** The catalogue it was made on. */
  catalogue?: Catalogue
}

const HEADINGS = [
  'Period',
  'Group of staff',
  'Label',
  'Made of (unit/family)',
  'Skill',
  'Name',
  'Short',
  'Able',
  'Replied',
  'Margin',
  'Epsilon',
  'Replies',
  'Headcount',
  'Spoiled',
  'Skill group',
  'Needed level',
  'Posts asking',
  'Strands (strand=people needed)',
  'Learning (level=hours)',
  'Grid',
  'Catalogue',
]
const WIDTHS = [14, 14, 34, 30, 30, 30, 8, 8, 8, 8, 8, 8, 10, 8, 26, 12, 12, 40, 24, 20, 20]

/**
 * A release as one table from which every figure on screen can be made again: a row a group of staff and skill, then a
 * row a skill for the whole organisation, whose counts were drawn apart (`Group of staff` empty). Counts are as
 * published, below nothing where noise took them there. Lists in a cell are parted by a space, and so are no ids.
 */
export function releaseTable({ release, headcount, catalogue }: ReleaseTableSource): SheetCell[][] {
  const { period, margin, epsilon, replies, spoiled, grid } = release
  const about = skillsOf(release, catalogue)
  const rowsOf = (
    cell: [SheetCell, string, SheetCell],
    counts: PublishedRelease['totals'],
    replied: number,
  ) =>
    counts.map((bands, place): SheetCell[] => {
      const { id, name, group, level, posts, strands, steps } = about[place]!
      const release_ = [margin, epsilon, replies, headcount, spoiled]
      return [
        ...[period, ...cell, id, name, ...bands, replied, ...release_],
        ...[group, level, posts, strands, steps, grid, release.catalogue],
      ]
    })
  return [
    HEADINGS,
    ...release.cells.flatMap(({ id, label, parts }, place) =>
      rowsOf(
        [id, label, parts.map(({ unit, family }) => `${unit}/${family}`).join(' ')],
        release.counts[place]!,
        release.replied[place]!,
      ),
    ),
    ...rowsOf([undefined, WHOLE_ORGANISATION, undefined], release.totals, release.repliedInAll),
  ]
}

/** The table as a CSV file that Excel reads as UTF-8. */
export function releaseTableCsv(table: readonly (readonly SheetCell[])[]): string {
  return BYTE_ORDER_MARK + csvText(table)
}

/** The table as a workbook, with what its words mean. */
export function releaseSheets(table: readonly (readonly SheetCell[])[]): Sheet[] {
  return [
    { name: 'Release', rows: table, widths: WIDTHS },
    { name: 'About', rows: ABOUT, widths: [24, 110] },
  ]
}

const ABOUT: SheetCell[][] = [
  ['Word', 'Means'],
  ['Self-assessed', 'Every count is of people by what they said of themselves, of those who replied.'],
  ['Short', 'Their role asks the skill, and they are below what it asks.'],
  ['Able', 'At the level the service needs or above, asked of them or not, and not short.'],
  ['Replied', 'Everybody who replied, in that group of staff or in all, blurred as every count is.'],
  [
    'Neither',
    'Who replied and is neither short nor able meets what their role asks below the level the service needs, or did not rate the skill, or is not asked it: how many each of these is, is not published.',
  ],
  ['Margin', 'One group’s count is off by no more than this 19 times out of 20, in people.'],
  ['Epsilon', 'How strongly counts are blurred: 0.5 more, 1 less.'],
  ['Replies', 'In all, to the nearest ten.'],
  [
    'Whole organisation',
    'Drawn apart from the groups. Weigh the total by C/(C + 1) and the sum of the C groups by 1/(C + 1).',
  ],
  [
    'Posts asking',
    'Posts of the new structure whose role asks the skill as essential, at the level needed or above.',
  ],
  ['Learning', 'The fewest hours the catalogue gives for each step up to the level needed.'],
]

interface SkillColumns {
  id: Id
  name: SheetCell
  group: SheetCell
  level: SheetCell
  posts: SheetCell
  strands: SheetCell
  steps: SheetCell
}

function skillsOf({ skills }: PublishedRelease, catalogue: Catalogue | undefined): SkillColumns[] {
  const frameworks = catalogue?.frameworks ?? []
  const found = new Map(
    frameworks.flatMap(({ skills: all, scale }) => all.map((skill) => [skill.id, { skill, scale }] as const)),
  )
  const levels = neededLevels(frameworks)
  const asking = catalogue === undefined ? new Map<Id, number>() : postsAsking(catalogue)
  const needing = (id: Id) =>
    (catalogue?.strands ?? []).flatMap((strand) =>
      strand.needs.filter(({ skill }) => skill === id).map(({ headcount }) => `${strand.id}=${headcount}`),
    )
  return skills.map((id) => {
    const known = found.get(id)
    const steps = known === undefined ? [] : stepsUp(known.skill, known.scale)
    return {
      id,
      name: known?.skill.name,
      group: known?.skill.groups[0],
      level: levels.get(id),
      posts: asking.get(id),
      strands: needing(id).join(' ') || undefined,
      steps: steps.map(({ to, hours = '' }) => `${to}=${hours}`).join(' ') || undefined,
    }
  })
}

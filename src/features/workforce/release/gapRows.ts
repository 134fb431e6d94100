import type { PublishedRelease } from '../../../contract/release'
import {
  inOrganisation,
  meanInOrganisation,
  repliesInOrganisation,
  shareInCells,
  shareOf,
  type Figure,
  type Share,
} from '../../../domain/release/figures'
import type { Id } from '../../../domain/id'
import type { ReleaseNames } from './named'

/** One line of a chart and of its table: who is short of what their role asks, and who is able. */
export interface GapRow {
  id: Id
  name: string
  short: Figure
  able: Figure
  /** Those short, of those who replied; undefined where that cannot be told. */
  share?: Share
}

/** Every skill over the whole organisation, the largest gap first. In people. */
export function skillRows(release: PublishedRelease, names: ReleaseNames): GapRow[] {
  const replies = repliesInOrganisation(release)
  return release.skills
    .map((id, place) => {
      const short = inOrganisation(release, place, 'short')
      const able = inOrganisation(release, place, 'able')
      return { id, name: names.skills.get(id) ?? id, short, able, share: shareOf(short, replies) }
    })
    .sort(largestFirst)
}

/** Every skill group over the whole organisation: people, on average over the skills of the group. */
export function groupRows(release: PublishedRelease, names: ReleaseNames): GapRow[] {
  const replies = repliesInOrganisation(release)
  return names.groups
    .map(({ id, name, skills }) => {
      const short = meanInOrganisation(release, skills, 'short')
      const able = meanInOrganisation(release, skills, 'able')
      return { id, name, short, able, share: shareOf(short, replies) }
    })
    .sort(largestFirst)
}

/** What can be told of one group of staff, or of several together. In whole per cent of those of it who replied. */
export interface CellRows {
  groups: GapRow[]
  /** Skill groups too small to be told for so few replies. */
  untold: string[]
  /** Empty where no single skill can be told. */
  skills: GapRow[]
}

export function cellRows(release: PublishedRelease, names: ReleaseNames, cells: readonly number[]): CellRows {
  const row = (id: Id, name: string, skills: readonly number[]): GapRow[] => {
    const short = shareInCells(release, cells, skills, 'short')
    const able = shareInCells(release, cells, skills, 'able')
    return short === undefined || able === undefined
      ? []
      : [{ id, name, short: perCent(short), able: perCent(able) }]
  }
  const groups = names.groups.flatMap(({ id, name, skills }) => row(id, name, skills)).sort(largestFirst)
  const told = new Set(groups.map(({ id }) => id))
  return {
    groups,
    untold: names.groups.filter(({ id }) => !told.has(id)).map(({ name }) => name),
    skills: release.skills
      .flatMap((id, place) => row(id, names.skills.get(id) ?? id, [place]))
      .sort(largestFirst),
  }
}

/** False where the figure may as well be nobody: then it is neither ranked nor drawn. */
export function standsOut({ short }: GapRow): boolean {
  return short.people > short.margin
}

/** In whole per cent, the margin rounded up. */
export function perCent({ share, margin }: Share): Figure {
  return { people: Math.round(share * 100), margin: Math.ceil(margin * 100) }
}

function largestFirst(a: GapRow, b: GapRow): number {
  return b.short.people - a.short.people
}

import { CELL_HEADCOUNT_MIN, FLOOR, type CurrentPeriod } from '../contract/period'
import type { Summary } from '../contract/summary'
import { levelOf, type Rating } from '../domain/assessment'
import { bandsFor, type Bands } from '../domain/band'
import type { Catalogue } from '../domain/catalogue'
import { frameworkRef } from '../domain/framework'
import type { Id } from '../domain/id'
import { cellOf, notCounted, unitsCounted } from './counted'

/** The unit a person says they are in and the role they say they hold, of the pinned catalogue. */
export interface SharingAs {
  unit: Id
  role: Id
}

/** A summary with its exact text, or the sentence that says why there is none. */
export type Made = { summary: Summary; text: string } | { refusal: string }

type Ratings = Readonly<Record<Id, Rating>>

/**
 * What would leave the laptop for a period, from the period's own catalogue. Equal
 * answers give equal text. `imported` names the frameworks brought onto this laptop
 * (`key@version`): ratings made on one of those do not count.
 */
export function makeSummary(
  period: CurrentPeriod,
  catalogue: Catalogue,
  as: SharingAs,
  ratings: Ratings,
  imported: ReadonlySet<string> = new Set(),
): Made {
  if (period.floor < FLOOR) return { refusal: refusals.floor }
  const role = catalogue.frameworks.flatMap(({ roles }) => roles).find(({ id }) => id === as.role)
  if (role === undefined) return { refusal: refusals.role }
  if (!knowsUnit(period, catalogue, as.unit)) return { refusal: refusals.unit }
  const cell = cellOf(period, as.unit, role.family)
  if (cell === undefined) return { refusal: notCounted(period, catalogue, as.unit, role.family) }
  if (cell.headcount < CELL_HEADCOUNT_MIN) return { refusal: refusals.headcount }

  const counting = ratingsOn(catalogue, ratings, imported)
  if (Object.keys(counting).length === 0) return { refusal: refusals.ratings }
  const bands: Bands = Object.assign(
    {},
    ...catalogue.frameworks.map((framework) => bandsFor(framework, role, counting)),
  )
  const { id, gridHash: grid, catalogue: version } = period
  const summary: Summary = { v: 1, period: id, grid, catalogue: version, cell: cell.id, bands }
  return { summary, text: JSON.stringify(summary) }
}

const refusals = {
  floor: `This period could speak of groups of fewer than ${FLOOR} people, so nothing is sent.`,
  role: 'The role chosen is not in this period’s catalogue. Choose another.',
  unit: 'The unit chosen is not in this period’s catalogue. Choose another.',
  headcount: `Fewer than ${CELL_HEADCOUNT_MIN} people are in the part of the service you would be counted in, so nothing is sent.`,
  ratings: 'You have not rated any skill of this period’s catalogue yet. Rate some on My skills first.',
}

/** Summaries are taken until the end of the closing day, UTC. */
export function hasClosed(period: Pick<CurrentPeriod, 'closes'>, now: Date): boolean {
  return now.toISOString().slice(0, 10) > period.closes
}

/** HR may count units that the catalogue does not hold. */
function knowsUnit(period: CurrentPeriod, { before, after }: Catalogue, unit: Id): boolean {
  const named = [...before.units, ...after.units].some(({ id }) => id === unit)
  return named || unitsCounted(period).includes(unit)
}

/** Levels given on any version of the catalogue's own frameworks, and on no imported one. */
function ratingsOn(catalogue: Catalogue, ratings: Ratings, imported: ReadonlySet<string>): Ratings {
  const keys = new Set(catalogue.frameworks.map(({ key }) => key))
  const own = new Set(catalogue.frameworks.map(frameworkRef))
  const counts = ({ on }: Rating) => keys.has(on.split('@')[0] ?? '') && (own.has(on) || !imported.has(on))
  const skills = new Set(catalogue.frameworks.flatMap((framework) => framework.skills.map(({ id }) => id)))
  return Object.fromEntries(
    Object.entries(ratings).filter(
      ([skill, rating]) => skills.has(skill) && levelOf(rating) !== undefined && counts(rating),
    ),
  )
}

import * as v from 'valibot'
import type { Grid } from '../contract/period'
import type { Release } from '../contract/release'
import { SummarySchema, type Summary } from '../contract/summary'
import type { Id } from '../domain/id'
import { bitsFrom, shuffle } from '../domain/release/bits'
import { affords } from '../domain/release/budget'
import { noisyTable } from '../domain/release/table'
import { today, type Deps } from './deps'
import { namesOf } from './names'
import { epsilonOf, ledger, stillOpen } from './period'
import { pinnedCatalogue } from './publish'
import { Refusal } from './refusal'
import { atLeast, roundedReplies } from './replies'
import { isSigned } from './signature'
import { endPeriod, periodOf } from './store/periods'
import { addRelease, releaseOf } from './store/releases'
import { summariesOf } from './store/summaries'
import type { PeriodRow, SummaryRow } from './store/tables'
import { scrub } from './tidy'

/** With fewer replies nothing is published. */
export const RELEASE_MIN_REPLIES = 20

/**
 * Makes the release of a period, once, and deletes its summaries. A second call gives the same release.
 * Refused: `unknown-period`, `ended` where it was cancelled or deleted, `budget` where closing this early
 * would overrun the year's ε.
 */
export async function closePeriod(id: string, deps: Deps): Promise<Release> {
  const before = await releaseOf(deps.store.db, id)
  if (before !== undefined) return JSON.parse(before.body) as Release
  const { catalogue } = (await periodOf(deps.store.db, id)) ?? refuse()
  const skills = await pinnedCatalogue(catalogue, deps)
  const release = await deps.store.change(async (db) => {
    // Of two that are asked to close at once, the second finds what the first made.
    const made = await releaseOf(db, id)
    if (made !== undefined) return JSON.parse(made.body) as Release
    const period = await stillOpen(db, id)
    const day = today(deps)
    if (!affords(await ledger(db), period.epsilon, day)) throw new Refusal('budget')
    const built = buildRelease(period, await summariesOf(db, id), skills, deps)
    const { epsilon } = period
    const published = built.published ? 1 : 0
    await addRelease(db, { period: id, day, epsilon, published, body: JSON.stringify(built) })
    await endPeriod(db, id, 'released', deps.store)
    return built
  })
  await scrub(deps)
  deps.log({ event: 'period closed', period: id, published: release.published })
  return release
}

function refuse(): never {
  throw new Refusal('unknown-period')
}

function buildRelease(
  period: PeriodRow,
  rows: readonly SummaryRow[],
  catalogue: Awaited<ReturnType<typeof pinnedCatalogue>>,
  { randomBytes }: Deps,
): Release {
  const bits = bitsFrom(randomBytes)
  const { cells: grid } = JSON.parse(period.grid) as Grid
  const skills = catalogue.frameworks.flatMap((framework) => framework.skills.map(({ id }) => id))
  const read = readerOf(period, new Set(grid.map(({ id }) => id)), new Set(skills))
  const answers = shuffle(rows, bits)
    .map(read)
    .filter((answer) => answer !== undefined)
  if (answers.length < Math.max(RELEASE_MIN_REPLIES, period.floor)) {
    return { v: 1, period: period.id, published: false, replies: atLeast(answers.length) }
  }
  const { keep, floor, epsilon } = period
  const table = noisyTable(answers, { grid, keep, floor, epsilon, skills, names: namesOf(catalogue) }, bits)
  return {
    v: 1,
    period: period.id,
    published: true,
    grid: period.grid_hash,
    catalogue: period.catalogue,
    epsilon: epsilonOf(period),
    margin: table.margin,
    replies: roundedReplies(answers.length),
    spoiled: rows.length - answers.length,
    cells: table.cells,
    skills,
    counts: table.counts,
    totals: table.totals,
  }
}

/** Reads one summary; undefined where it is spoiled: not signed, not a summary, or not of this period's making. */
function readerOf(period: PeriodRow, cells: ReadonlySet<Id>, skills: ReadonlySet<Id>) {
  return (row: SummaryRow): Summary | undefined => {
    if (!isSigned({ ...row, publicKey: row.public_key })) return undefined
    const parsed = v.safeParse(SummarySchema, parseBody(row.body))
    if (!parsed.success) return undefined
    const summary = parsed.output
    const fits =
      summary.period === period.id &&
      summary.grid === period.grid_hash &&
      summary.catalogue === period.catalogue &&
      cells.has(summary.cell) &&
      Object.keys(summary.bands).every((skill) => skills.has(skill))
    return fits ? summary : undefined
  }
}

function parseBody(body: string): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(body, 'base64url'))
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

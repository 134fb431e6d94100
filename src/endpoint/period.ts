import type { CurrentPeriod, ExtendPeriod, Grid, OpenPeriod, PeriodList } from '../contract/period'
import type { PublishedRelease } from '../contract/release'
import { affords, COARSENING_MONTHS, since, type Spent } from '../domain/release/budget'
import { partKey, type Part } from '../domain/release/cell'
import { planGrid, renameUnits } from '../domain/release/grid'
import { daysAfter, today, type Deps } from './deps'
import { versionOf } from './digest'
import { namesOf } from './names'
import { pinnedCatalogue, readCatalogue } from './publish'
import { Refusal } from './refusal'
import { repliesToldToAnyone, repliesToldToHr } from './replies'
import { isRecipient } from './sealed'
import { addPeriod, allPeriods, endPeriod, openPeriodOf, periodOf, setCloses } from './store/periods'
import { allReleases } from './store/releases'
import type { Db, PeriodRow } from './store/tables'
import { scrub } from './tidy'

/** The longest a period may last, in days from its opening. */
const DAYS_MAX = 184

/** The period that takes summaries today. Refused `no-period`. */
export async function currentPeriod(deps: Deps): Promise<CurrentPeriod> {
  const period = await openPeriodOf(deps.store.db)
  if (period === undefined || today(deps) > period.closes) throw new Refusal('no-period')
  return {
    v: 1,
    id: period.id,
    opens: period.opens,
    closes: period.closes,
    floor: period.floor,
    epsilon: epsilonOf(period),
    replies: await repliesToldToAnyone(period.id, deps),
    catalogue: period.catalogue,
    gridHash: period.grid_hash,
    grid: JSON.parse(period.grid) as Grid,
    ...recipientIn(period),
  }
}

export async function listPeriods(deps: Deps): Promise<PeriodList> {
  const rows = await allPeriods(deps.store.db)
  return { v: 1, periods: await Promise.all(rows.map((row) => listed(row, deps))) }
}

async function listed(row: PeriodRow, deps: Deps): Promise<PeriodList['periods'][number]> {
  const { id, opens, closes, keep, state } = row
  const replies = await repliesToldToHr(row, deps)
  return {
    id,
    opens,
    closes,
    epsilon: epsilonOf(row),
    keep,
    state,
    headcount: headcountOf(row),
    ...recipientIn(row),
    ...(replies === undefined ? {} : { replies }),
  }
}

function recipientIn({ recipient }: PeriodRow): { recipient?: string } {
  return recipient === null ? {} : { recipient }
}

/** Posts over the whole organisation. */
export function headcountOf({ grid }: PeriodRow): number {
  return (JSON.parse(grid) as Grid).cells.reduce((sum, cell) => sum + cell.headcount, 0)
}

/**
 * Opens a period on the catalogue now published. Refused: `moved`, `malformed` where it would end too late or nothing can be
 * sealed to its recipient, `too-few` under 20 posts, `already-open`, `period-exists`, `budget` where a release on its closing day would overrun the year's ε.
 */
export async function openPeriod(input: OpenPeriod, deps: Deps): Promise<CurrentPeriod> {
  if (deps.movedTo !== undefined) throw new Refusal('moved', `The service has moved to ${deps.movedTo}`)
  const opens = today(deps)
  if (input.closes < opens) throw new Refusal('malformed', 'closes: the day has passed')
  refuseTooLong(opens, input.closes)
  refuseTwice(input.headcounts)
  if (!isRecipient(input.recipient))
    throw new Refusal('malformed', 'recipient: the key was changed or damaged')
  const { version } = await readCatalogue(undefined, deps)
  const names = namesOf(await pinnedCatalogue(version, deps))
  await deps.store.change(async (db) => {
    if ((await periodOf(db, input.id)) !== undefined) throw new Refusal('period-exists')
    if ((await openPeriodOf(db)) !== undefined) throw new Refusal('already-open')
    if (!affords(await ledger(db), input.epsilon, input.closes)) throw new Refusal('budget')
    const earlier = await earlierCells(db, opens)
    const known = earlier.map((cells) => renameUnits(cells, input.renamed ?? []))
    const plan = planGrid(input.headcounts, input.keep, known, names)
    if (plan === undefined) throw new Refusal('too-few')
    const grid = JSON.stringify({ cells: plan.cells })
    const period: PeriodRow = {
      id: input.id,
      opens,
      closes: input.closes,
      epsilon: input.epsilon,
      keep: plan.keep,
      floor: deps.floor,
      catalogue: version,
      grid,
      grid_hash: versionOf(grid),
      state: 'open',
      told: 0,
      told_on: opens,
      recipient: input.recipient,
    }
    await addPeriod(db, period, deps.store)
  })
  deps.log({ event: 'period opened', period: input.id, closes: input.closes })
  return currentPeriod(deps)
}

/** Moves the closing day, only ever later: also back from the past, while nothing is released. Refused as opening is. */
export async function extendPeriod(id: string, { closes }: ExtendPeriod, deps: Deps): Promise<void> {
  await deps.store.change(async (db) => {
    const period = await stillOpen(db, id)
    if (closes < period.closes || closes < today(deps)) throw new Refusal('only-later')
    refuseTooLong(period.opens, closes)
    await setCloses(db, id, closes)
  })
  deps.log({ event: 'period extended', period: id, closes })
}

/** Deletes a period's summaries, releases nothing, spends nothing. */
export async function cancelPeriod(id: string, deps: Deps): Promise<void> {
  await deps.store.change(async (db) => {
    await stillOpen(db, id)
    await endPeriod(db, id, 'cancelled', deps.store)
  })
  await scrub(deps)
  deps.log({ event: 'period cancelled', period: id })
}

/** The period, unless it ended already. */
export async function stillOpen(db: Db, id: string): Promise<PeriodRow> {
  const period = await periodOf(db, id)
  if (period === undefined) throw new Refusal('unknown-period')
  if (period.state !== 'open') throw new Refusal('ended')
  return period
}

/** The ε spent so far: published releases only. */
export async function ledger(db: Db): Promise<Spent[]> {
  const releases = await allReleases(db)
  return releases.filter(({ published }) => published === 1)
}

/** The merged cells of each release that new groups may not cut across. */
async function earlierCells(db: Db, day: string): Promise<Part[][][]> {
  const published = (await allReleases(db)).filter((release) => release.published === 1)
  return Promise.all(
    since(published, day, COARSENING_MONTHS).map(async ({ period, body }) => {
      const { cells } = JSON.parse(body) as PublishedRelease
      if (cells.length > 0) return cells.map(({ parts }) => parts)
      const { grid } = (await periodOf(db, period))!
      return [(JSON.parse(grid) as Grid).cells.flatMap(({ parts }) => parts)]
    }),
  )
}

function refuseTooLong(opens: string, closes: string): void {
  const latest = daysAfter(opens, DAYS_MAX)
  if (closes <= latest) return
  throw new Refusal('malformed', `closes: a period lasts ${DAYS_MAX} days at most, so until ${latest}`)
}

function refuseTwice(headcounts: OpenPeriod['headcounts']): void {
  const seen = new Set<string>()
  for (const part of headcounts) {
    const key = partKey(part)
    if (seen.has(key)) throw new Refusal('malformed', `headcounts: ${part.unit}, ${part.family} stands twice`)
    seen.add(key)
  }
}

/** Stored only as one of the two it was parsed to. */
export function epsilonOf({ epsilon }: { epsilon: number }): 0.5 | 1 {
  return epsilon === 0.5 ? 0.5 : 1
}

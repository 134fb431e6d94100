import type { Grid } from '../contract/period'
import type { Release } from '../contract/release'
import { bitsFrom, shuffle } from '../domain/release/bits'
import { affords } from '../domain/release/budget'
import { noisyTable } from '../domain/release/table'
import { answersIn, readAhead } from './answers'
import { today, type Deps } from './deps'
import { namesOf } from './names'
import { epsilonOf, ledger, stillOpen } from './period'
import { pinnedCatalogue } from './publish'
import { readerOf } from './reader'
import { atLeast, roundedReplies } from './replies'
import { Refusal } from './refusal'
import { releaseIn } from './releases'
import { openerOf } from './sealed'
import { endPeriod } from './store/periods'
import { addRelease, releaseOf } from './store/releases'
import type { PeriodRow } from './store/tables'
import { scrub } from './tidy'

/** With fewer replies nothing is published. */
export const RELEASE_MIN_REPLIES = 20

/**
 * Makes the release of a period, once, and deletes its summaries. `identity` opens them, and is neither kept nor logged;
 * a period opened before summaries were sealed needs none. A second call gives the same release. Refused:
 * `unknown-period`, `ended` where it was cancelled or deleted, `key-needed`, `wrong-key`, `budget` where closing this
 * early would overrun the year's ε. Whatever is refused, nothing is lost.
 */
export async function closePeriod(id: string, identity: string | undefined, deps: Deps): Promise<Release> {
  const before = await releaseOf(deps.store.db, id)
  if (before !== undefined) return releaseIn(before)
  const open = await stillOpen(deps.store.db, id)
  const catalogue = await pinnedCatalogue(open.catalogue, deps)
  const skills = catalogue.frameworks.flatMap((framework) => framework.skills.map((skill) => skill.id))
  const read = readerOf(open, skills, await openerOf(open, identity))
  const ahead = await readAhead(deps.store.db, id, read)
  const release = await deps.store.change(async (db) => {
    // Of two that are asked to close at once, the second finds what the first made.
    const made = await releaseOf(db, id)
    if (made !== undefined) return releaseIn(made)
    const period = await stillOpen(db, id)
    const day = today(deps)
    if (!affords(await ledger(db), period.epsilon, day)) throw new Refusal('budget')
    const built = buildRelease(period, await answersIn(db, id, ahead, read), catalogue, skills, deps)
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

function buildRelease(
  period: PeriodRow,
  { answers, spoiled }: Awaited<ReturnType<typeof answersIn>>,
  catalogue: Awaited<ReturnType<typeof pinnedCatalogue>>,
  skills: readonly string[],
  { randomBytes }: Deps,
): Release {
  const bits = bitsFrom(randomBytes)
  const shuffled = shuffle(answers, bits)
  if (answers.length < Math.max(RELEASE_MIN_REPLIES, period.floor)) {
    return { v: 2, period: period.id, published: false, replies: atLeast(answers.length) }
  }
  const { keep, floor, epsilon } = period
  const { cells: grid } = JSON.parse(period.grid) as Grid
  const table = noisyTable(shuffled, { grid, keep, floor, epsilon, skills, names: namesOf(catalogue) }, bits)
  return {
    v: 2,
    period: period.id,
    published: true,
    grid: period.grid_hash,
    catalogue: period.catalogue,
    epsilon: epsilonOf(period),
    margin: table.margin,
    replies: roundedReplies(answers.length),
    spoiled,
    cells: table.cells,
    skills: [...skills],
    counts: table.counts,
    totals: table.totals,
    replied: table.replied,
    repliedInAll: table.repliedInAll,
  }
}

import { today, type Deps } from './deps'
import { openPeriodOf, setTold } from './store/periods'
import { summaryCount } from './store/summaries'
import type { PeriodRow } from './store/tables'

/** With fewer replies anyone is told none. */
const TOLD_FROM = 10

/** The only way a number of replies is told, but to those who have the release. */
export function roundedReplies(replies: number): number {
  return Math.round(replies / 10) * 10
}

/** What is told of too few replies for a release: rounded down, or 15 to 19 would read as enough. */
export function atLeast(replies: number): number {
  return Math.floor(replies / 10) * 10
}

/**
 * What anyone is told: counted at the first ask of each day (UTC) after the opening day, rounded. Live, somebody
 * with the join code could add summaries of their own until the figure moves, and then see one person reply.
 */
export async function repliesToldToAnyone(id: string, deps: Deps): Promise<number> {
  const { store } = deps
  const day = today(deps)
  const before = await openPeriodOf(store.db)
  if (before?.id === id && before.told_on >= day) return before.told
  return store.change(async (db) => {
    const period = await openPeriodOf(db)
    if (period?.id !== id) return 0
    if (period.told_on >= day) return period.told
    const replies = await summaryCount(db, id)
    const told = replies < TOLD_FROM ? 0 : roundedReplies(replies)
    await setTold(db, id, { told, told_on: day })
    return told
  })
}

/** What HR is told of a period that is open: as it stands, rounded; undefined once it ended. */
export async function repliesToldToHr(
  { id, state }: PeriodRow,
  { store }: Deps,
): Promise<number | undefined> {
  return state === 'open' ? roundedReplies(await summaryCount(store.db, id)) : undefined
}

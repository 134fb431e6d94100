import { bitsFrom } from '../domain/release/bits'
import { isMadeUp } from '../domain/release/madeUp'
import { today, type Deps } from './deps'
import { currentPeriod } from './period'
import { pinnedCatalogue } from './publish'
import { roundedReplies } from './replies'
import { replyTo } from './sampleStaff'
import { openPeriodOf } from './store/periods'
import { summaryCount } from './store/summaries'
import { traceOf } from './trace'

const LOOK_MS = 1_000
/** What the made-up staff have got worse at since the last release, so that the next one has news. */
const WEAKER_IN = /network/

/**
 * The made-up staff reply to each period that is opened in the sample, within seconds: so that whoever looks around
 * can open one, see replies come, close it with its key and read its release. Until the function it gives is called,
 * which waits for who is replying.
 */
export function keepReplying(deps: Deps): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let left = false
  let replying = again()

  async function again(): Promise<void> {
    await replyOnce(deps).catch((error: unknown) => deps.log({ event: 'fault', ...traceOf(error) }))
    if (!left) timer = setTimeout(() => (replying = again()), LOOK_MS)
  }

  return async () => {
    left = true
    clearTimeout(timer)
    await replying
  }
}

/** To the period that takes summaries today, where it has fewer than five and its name says that it is made up. */
export async function replyOnce(deps: Deps): Promise<void> {
  const open = await openPeriodOf(deps.store.db)
  if (open === undefined || !isMadeUp(open.id) || today(deps) > open.closes) return
  if (roundedReplies(await summaryCount(deps.store.db, open.id)) > 0) return
  const period = await currentPeriod(deps)
  const catalogue = await pinnedCatalogue(period.catalogue, deps)
  await replyTo(period, catalogue, WEAKER_IN, bitsFrom(deps.randomBytes), deps)
}

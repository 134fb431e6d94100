import { onScopeDispose, shallowRef, watch } from 'vue'
import type { Pass } from '../../client/endpoint'
import { fetchCurrentPeriod, fetchPeriods } from '../../client/periods'
import { EndpointProblem } from '../../client/problem'
import { fetchRelease, fetchReleases } from '../../client/releases'
import type { CurrentPeriod, PeriodList } from '../../contract/period'
import { keptReleases } from '../../database/keptReleases'
import { setNote, type KeptReleases } from '../../database/notes'
import { useLaptop } from '../../session/laptop'
import { useSignIn } from '../../session/signIn'

const NOTHING: KeptReleases = { releases: [], headcounts: {}, readAt: '' }

/**
 * What the endpoint tells HR: the open period and every release. Releases are kept in a
 * note on this laptop, because they never change and name nobody; a period is not, because
 * what was true of it yesterday would mislead. In the sample county nothing is asked at all.
 */
export function useWorkforce() {
  const { db, sample } = useLaptop()
  const signIn = useSignIn()
  /** Taking summaries now. */
  const current = shallowRef<CurrentPeriod>()
  /** Every period there was, newest first. */
  const periods = shallowRef<PeriodList['periods']>([])
  const kept = shallowRef<KeptReleases>(NOTHING)
  /** `fresh`: as the endpoint has it now. `kept`: as last read here. */
  const state = shallowRef<'reading' | 'fresh' | 'kept'>('reading')
  /** Why nothing fresh is shown, for a person. */
  const trouble = shallowRef<string>()
  let live = true

  async function read(): Promise<void> {
    kept.value = (await keptReleases(db)) ?? kept.value
    const { pass } = signIn
    if (pass === undefined || !signIn.may('hr')) {
      current.value = undefined
      periods.value = []
      state.value = 'kept'
      if (pass === undefined) await signIn.look()
      return
    }
    try {
      const [open, all, releases] = await Promise.all([
        fetchCurrentPeriod(),
        fetchPeriods(pass),
        readReleases(pass, kept.value),
      ])
      const headcounts = { ...kept.value.headcounts, ...headcountsOf(all) }
      const now = { releases, headcounts, readAt: new Date().toISOString() }
      // Nothing is kept for somebody who signed out meanwhile.
      if (!live || signIn.pass !== pass) return
      await setNote(db, 'keptReleases', now)
      current.value = withRepliesNow(open, all)
      periods.value = all
      kept.value = now
      state.value = 'fresh'
      trouble.value = undefined
    } catch (problem) {
      state.value = 'kept'
      if (!signIn.heed(problem)) trouble.value = sentenceFor(problem)
    }
  }

  /** Signs out, and takes what was read off this laptop; where the endpoint cannot be told, neither. */
  async function leave(): Promise<void> {
    try {
      await signIn.signOut()
    } catch (problem) {
      trouble.value = `You are still signed in. ${sentenceFor(problem)}`
      return
    }
    await setNote(db, 'keptReleases', undefined)
    kept.value = NOTHING
  }

  if (!sample) {
    watch(() => signIn.pass, read, { immediate: true })
    addEventListener('online', read)
  }
  onScopeDispose(() => {
    live = false
    removeEventListener('online', read)
  })

  return { current, periods, kept, state, trouble, read, leave }
}

/** A release never changes, so only those not yet here are asked for. */
async function readReleases(pass: Pass, kept: KeptReleases): Promise<KeptReleases['releases']> {
  const here = new Map(kept.releases.map((one) => [one.release.period, one]))
  const listed = await fetchReleases(pass)
  return Promise.all(
    listed.map(async ({ period, closed }) => {
      const known = here.get(period)
      return known?.closed === closed ? known : { release: await fetchRelease(period, pass), closed }
    }),
  )
}

/** HR is told the replies as they stand; what anyone is told is a day old, so that nobody sees one arrive. */
function withRepliesNow(
  open: CurrentPeriod | undefined,
  all: PeriodList['periods'],
): CurrentPeriod | undefined {
  const replies = all.find(({ id }) => id === open?.id)?.replies
  return open === undefined || replies === undefined ? open : { ...open, replies }
}

function headcountsOf(periods: PeriodList['periods']): Record<string, number> {
  return Object.fromEntries(periods.map(({ id, headcount }) => [id, headcount]))
}

/** What went wrong with a call, as one sentence. */
export function sentenceFor(problem: unknown): string {
  if (!(problem instanceof EndpointProblem))
    return 'Something went wrong on this page. Reload it and try again.'
  return problem.sentence.endsWith('.') ? problem.sentence : `${problem.sentence}.`
}
